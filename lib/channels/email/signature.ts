import { bare } from "./header-block.ts";
import { footerPatterns } from "./quote-words.ts";

const footer = new RegExp(
  `^(?:${footerPatterns.join("|")})\\s*(?:<[^<>]*>|\\([^()]*\\)|\\[[^\\]]*\\])?[.!]?$`,
  "iu",
);
const longestSignature = 15;

/**
 * Where the signature starts in the lines of a reply, or their number when there is none. Only what is certain: the
 * mark `-- ` (RFC 3676 s4.3) with a short tail, a list's footer, the line a phone adds. A closing formula stays: people
 * write below it.
 */
export function signatureStart(lines: readonly string[]): number {
  let end = lines.length;
  const marks = lines.flatMap((line, i) => (/^(?:--|—|–)\s*$/.test(line) ? [i] : []));
  const mark = marks.at(-1) ?? -1;
  // Without its space the mark is only a line of dashes; a second one makes it a divider.
  const certain = lines[mark] === "-- " || marks.length === 1;
  if (
    certain &&
    mark > 0 &&
    hasText(lines.slice(0, mark)) &&
    filled(lines.slice(mark + 1)) <= longestSignature
  )
    end = mark;
  const list = lines.findLastIndex(
    (line, i) => i < end && /^_{2,}$/.test(line.trim()) && /mailing list/i.test(lines[i + 1] ?? ""),
  );
  if (list > 0 && hasText(lines.slice(0, list)) && filled(lines.slice(list + 1, end)) <= 6) end = list;
  for (;;) {
    const last = lines.slice(0, end).findLastIndex((line) => line.trim() !== "");
    if (last < 1 || !isFooter(lines[last]!) || !hasText(lines.slice(0, last))) return end;
    end = last;
  }
}

function isFooter(line: string): boolean {
  const text = bare(line).replace(/\s+/g, " ");
  return text.length <= 120 && footer.test(text);
}

function hasText(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim() !== "");
}

function filled(lines: readonly string[]): number {
  return lines.filter((line) => line.trim() !== "").length;
}
