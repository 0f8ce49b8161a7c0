import { forwardedWords, headerLabels, originalMessageWords } from "./quote-words.ts";

const separator = new RegExp(
  `^\\s*>?\\s*([-_]{2,30}\\s*(?:${[...forwardedWords, ...originalMessageWords].join("|")})\\s*[-_]{2,30})[ \\t]+(\\S.*)$`,
  "iu",
);
const labels = Object.values(headerLabels)
  .flat()
  .filter((label) => label.length > 1 || label === "à");
const field = new RegExp(
  `(?<=[>\\s;"\\d)\\]+])(?=(?:${labels.toSorted((a, b) => b.length - a.length).join("|")})\\s?[:：]\\s)`,
  "giu",
);

/** Yahoo writes separator and fields on one line: each gets its own. Other lines stay as they are. */
export function splitInlineFields(line: string): string[] {
  if (line.length > 4000 || !/^[\s>]*[-_]{2}/.test(line)) return [line];
  const [, dashes, fields] = separator.exec(line) ?? [];
  return dashes && fields ? [dashes, ...fields.split(field).map((piece) => piece.trim())] : [line];
}
