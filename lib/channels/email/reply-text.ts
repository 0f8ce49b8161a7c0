import { attributionAt, isForwardSeparator, isOriginalSeparator, isRule } from "./attribution.ts";
import { isMessageBlock, readHeaderBlock } from "./header-block.ts";
import { signatureStart } from "./signature.ts";

export interface ReplyText {
  /** What the sender wrote. Never empty when the mail has any text. */
  reply: string;
  /** What was cut, in its order. */
  trimmed: string;
}

const mostLines = 20_000;
/** A quote that starts later than this is shown; people do not write so much above one. */
const latestQuote = 3000;

/**
 * What the sender wrote, without the mail it answers and without the signature. In doubt everything stays: an answer
 * between quotes, text below them, a forwarded message, a mail that is nothing but quotes.
 */
export function replyText(text: string, options: { isForward: boolean }): ReplyText {
  const lines = text.replace(/\r\n?/g, "\n").split("\n").flatMap(splitSharedLine);
  const whole: ReplyText = { reply: tidy(lines), trimmed: "" };
  if (lines.length > mostLines) return whole;
  const kept = options.isForward ? lines.map(() => true) : keptLines(lines.map(beginning));
  const remaining = lines.filter((_, i) => kept[i]);
  const end = signatureStart(remaining.map(beginning));
  const reply = tidy(remaining.slice(0, end));
  if (reply === "") return whole;
  const cut = [...lines.filter((_, i) => !kept[i]), ...remaining.slice(end)];
  return { reply, trimmed: tidy(cut) };
}

/** `thanks!--- On Wed, Apr 4, 2012 at 3:59 PM, me@domain.com wrote:` puts both on one line. */
function splitSharedLine(line: string): string[] {
  const shared = line.length > 600 ? null : /^(.*?[^-\s])\s?(-{2,10} ?On .{10,200} wrote:)$/.exec(line);
  return shared ? [shared[1]!, shared[2]!] : [line];
}

/** One flag a line. */
function keptLines(lines: readonly string[]): boolean[] {
  const start = quoteStart(lines);
  const all = lines.map(() => true);
  if (start === null) return withoutTrailingQuote(lines, all);
  const above = hasText(lines.slice(0, start.at));
  const marked = isQuoted(lines[nextFilled(lines, start.end)] ?? "");
  if (start.kind === "block" && !marked) return above ? all.map((_, i) => i < start.at) : all;
  return aroundAttribution(lines, start.at, start.end, above);
}

/** Nothing that introduces a quote is longer, and no pattern has to look at megabytes. */
function beginning(line: string): string {
  return line.length > 1000 ? line.slice(0, 1000) : line;
}

interface QuoteStart {
  at: number;
  end: number;
  /** block: all below belongs to the old mail. attribution: look at what is below. */
  kind: "block" | "attribution";
}

/** The first line that introduces an old mail. */
function quoteStart(lines: readonly string[]): QuoteStart | null {
  for (let i = 0; i < Math.min(lines.length, latestQuote); i++) {
    const line = lines[i]!;
    if (line.trim() === "" || /^\s*>/.test(line)) continue;
    if (isForwardSeparator(line)) return null;
    const next = nextFilled(lines, i + 1);
    if (isRule(line)) {
      const block = readHeaderBlock(lines, next);
      if (block && isMessageBlock(block, true) && block.fields.size >= 3)
        return { at: i, end: block.end, kind: "block" };
      continue;
    }
    const below = readHeaderBlock(lines, next);
    const announced = below !== null && isMessageBlock(below, true);
    // The words alone could be talked about; a program leaves blank lines around them.
    if (isOriginalSeparator(line, announced) && (announced || standsApart(lines, i, i + 1)))
      return { at: i, end: i + 1, kind: "block" };
    const block = readHeaderBlock(lines, i);
    if (block && isMessageBlock(block, false)) return { at: i, end: block.end, kind: "block" };
    const attribution = attributionAt(lines, i);
    if (!attribution) continue;
    const end = i + attribution.length;
    const sure =
      attribution.certainty === "sure" || (attribution.certainty === "dated" && standsApart(lines, i, end));
    if (sure || isQuoted(lines[nextFilled(lines, end)] ?? "")) return { at: i, end, kind: "attribution" };
  }
  return null;
}

function standsApart(lines: readonly string[], at: number, end: number): boolean {
  return (lines[at - 1] ?? "x").trim() === "" && (lines[end] ?? "").trim() === "";
}

/**
 * Below an attribution: quoted lines go; what is not quoted stays when the quoted ones show where the old mail ends.
 * Several quotes with answers between them stay whole, since an answer needs its question.
 */
function aroundAttribution(lines: readonly string[], at: number, end: number, above: boolean): boolean[] {
  const first = nextFilled(lines, end);
  const all = lines.map(() => true);
  if (!isQuoted(lines[first] ?? "")) {
    // Marks further down, with words below them: the sender quotes by hand, so nothing is certain.
    const quoted = lines.findIndex((line, i) => i > first && isQuoted(line));
    const words = lines.slice(quoted, signatureStart(lines)).filter((line) => !isQuoted(line));
    if (quoted !== -1 && hasText(words)) return all;
    // No marks: all below is the old mail, or, with nothing above, the answer itself.
    return above ? all.map((_, i) => i < at) : withoutAttribution(lines, at, end);
  }
  const blockEnd = endOfQuote(lines, first);
  const rest = lines.slice(blockEnd);
  if (!hasText(rest)) return above ? all.map((_, i) => i < at) : all;
  const more = rest.findIndex(isQuoted);
  const interleaved = more !== -1 && hasText(rest.slice(more).filter((line) => !isQuoted(line)));
  if (interleaved) return all;
  const kept = all.map((_, i) => i < at || i >= nextFilled(lines, blockEnd));
  return more === -1 ? kept : withoutTrailingQuote(lines, kept);
}

/** An answer below an attribution whose marks got lost: only what names an address is a program's line. */
function withoutAttribution(lines: readonly string[], at: number, end: number): boolean[] {
  const named = /<[^<>]*@[^<>]*>/.test(lines.slice(at, end).join(" "));
  return lines.map((_, i) => !named || i < at || i >= end);
}

/** A quote at the very end, with text above it, needs no introduction. */
function withoutTrailingQuote(lines: readonly string[], kept: boolean[]): boolean[] {
  const last = lines.slice(0, signatureStart(lines)).findLastIndex((line) => line.trim() !== "");
  if (last < 1 || !isQuoted(lines[last]!)) return kept;
  let start = last;
  while (start > 0 && (isQuoted(lines[start - 1]!) || lines[start - 1]!.trim() === "")) start--;
  const above = lines.slice(0, start);
  if (!hasText(above) || above.some(isQuoted)) return kept;
  return kept.map((keep, i) => keep && (i < start || i > last));
}

/** Quoted lines may be wrapped: a line that only the wrapping left unquoted still belongs to the quote. */
function endOfQuote(lines: readonly string[], start: number): number {
  let end = start;
  for (let i = start; i < lines.length; i++) {
    if (isQuoted(lines[i]!)) end = i + 1;
    else if (
      lines[i]!.trim() !== "" &&
      !(isQuoted(lines[i + 1] ?? "") && isQuoted(lines[i - 1] ?? "") && isWrapped(lines[i]!))
    )
      break;
  }
  return end;
}

function isWrapped(line: string): boolean {
  return /^\s?\(?<?https?:|>\s*$/.test(line) || /^\s*[\w.,;:)/-]{1,20}$/.test(line);
}

function isQuoted(line: string): boolean {
  return /^[\s\ufeff\u200b]*[>＞]/u.test(line);
}

function nextFilled(lines: readonly string[], from: number): number {
  let i = from;
  while (i < lines.length && lines[i]!.trim() === "") i++;
  return i;
}

function hasText(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim() !== "");
}

function tidy(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}
