import { forwardedWords, headerLabels, originalMessageWords } from "./quote-words.ts";

const separator = new RegExp(
  `^\\s*>?\\s*([-_]{2,}\\s*(?:${[...forwardedWords, ...originalMessageWords].join("|")})\\s*[-_]{2,})[ \\t]+(\\S.*)$`,
  "gimu",
);
const labels = Object.values(headerLabels)
  .flat()
  .filter((label) => label.length > 1 || label === "à");
const field = new RegExp(
  `(?<=[>\\s;"\\d)\\]+])(?=(?:${labels.toSorted((a, b) => b.length - a.length).join("|")})\\s?[:：]\\s)`,
  "giu",
);

/** Yahoo writes separator and fields on one line: each gets its own. Other lines stay as they are. */
export function splitInlineFields(text: string): string {
  if (!/^\s*>?\s*[-_]{2,}/m.test(text)) return text;
  return text.replace(separator, (_, dashes: string, fields: string) => {
    const pieces = fields
      .slice(0, 4000)
      .split(field)
      .map((piece) => piece.trim());
    return [dashes, ...pieces].join("\n");
  });
}
