import { bare } from "./header-block.ts";
import { attributionStarts, forwardedWords, originalMessageWords, wroteWords } from "./quote-words.ts";

const wrote = `(?:${wroteWords.join("|")})`;
const starts = `(?:${[...new Set(attributionStarts)].toSorted((a, b) => b.length - a.length).join("|")})`;
const clock = /\d{1,2}\s?[:.h시]\s?\d{2}|\d{1,2}\s?(?:am|pm|uhr)\b|(?:오전|오후)\s*\d/iu;
const day =
  /(?:19|20)\d\d|\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{2,4})?|\b\d{2}\. \d{1,2}\. \d{1,2}\.|\d{1,2}월\s*\d{1,2}일|\d{1,2}月\d{1,2}日/u;
const bracketed = /<[^<>]*@[^<>]*>|\([^()\s]+@[^()\s]+\)|\[?mailto:/iu;

const datedStart = new RegExp(
  `^[-–—*"'(\\s]*(?:${starts}[\\s,.]|\\d{4}[\\s.,/년年-]|\\d{1,2}\\s?[./:월月-]\\s?\\d|\\d{1,2}\\.?\\s\\p{L}{3,}[.,]?\\s|\\p{L}{2,12}[.,]?\\s+\\d{1,4}[.,\\s]|\\p{L}{2,12}\\.?,\\s)`,
  "iu",
);
const wroteEnd = new RegExp(`${wrote}[^:：<>@]{0,40}[:：]\\s*[-*]*$`, "iu");
const addressBeforeVerb = new RegExp(`[\\w.+-]+@[\\w-]+\\.[\\w.-]+["'»”]?\\s*${wrote}`, "iu");
const wroteBare = new RegExp(`(?:^|[\\s>)"'”])${wrote}\\s*[-–*]*$`, "iu");
const nameFirst = new RegExp(
  `^["'“]?[^<>:@]{0,80}<[^<>]*@[^<>]*>[^<>@]{0,60}?${wrote}[^<>@]{0,60}[:：]$`,
  "iu",
);
const dashedWrote = new RegExp(`^[-–]{2,}\\s?.{2,200}${wrote}\\p{L}{0,3}\\s?[-–]{2,}$`, "iu");

const dashes = "[-_=*–—\\s[\\]【】]";
const original = new RegExp(
  `^${dashes}*(?:[-_=–—]{2,}|[[【])${dashes}*(?:${originalMessageWords.join("|")})\\s*[:：]?${dashes}*$`,
  "iu",
);
const originalBare = new RegExp(
  `^${dashes}*(?:${originalMessageWords.join("|")})\\s*[:：]?${dashes}*$`,
  "iu",
);
const forwarded = new RegExp(`^${dashes}*(?:${forwardedWords.join("|")})\\s*[:：]?${dashes}*$`, "iu");

/** sure: a person's address in brackets. dated: day, time and "wrote". with_quote: less. */
export type Certainty = "sure" | "dated" | "with_quote";

/**
 * How many lines from `start` are an attribution (`On …, X wrote:`, `…님이 작성:`), wrapped or not; 0 for none.
 * The less certain, the more its surroundings must say.
 */
export function attributionAt(
  lines: readonly string[],
  start: number,
): { length: number; certainty: Certainty } | null {
  let joined = "";
  let taken = 0;
  for (let i = start; i < lines.length && taken < 5; i++) {
    // Wrapped inside an address, the next line begins with its closing bracket, which is no quote mark.
    const closes = /<[^<>]*$/.test(joined) && /^\s*>\s*(?:[:：]|\p{L})/u.test(lines[i]!);
    const line = closes ? lines[i]!.trim() : bare(lines[i]!);
    if (joined === "" && !/[\d<@]|^[-–]{2}/.test(line)) return null;
    // Only an attribution that is visibly unfinished goes on over a blank line.
    if (line === "" && !/(?:[<,]|\d\s+\p{Lu}[\p{L} .'-]{1,40})$/u.test(joined)) return null;
    joined = joined === "" ? line : `${joined} ${line}`.trimEnd();
    if (joined.length > 400) return null;
    if (line !== "") taken++;
    const certainty = judge(joined.replace(/<\s+/g, "<").replace(/\s+>/g, ">"));
    if (certainty) {
      // The last line of an answer may look like a beginning: if the next line can stand alone, it does.
      if (i > start && !clock.test(bare(lines[start]!)) && attributionAt(lines, start + 1)) return null;
      return { length: i - start + 1, certainty };
    }
    if (taken === 1 && !couldStart(joined)) return null;
  }
  return null;
}

function judge(text: string): Certainty | null {
  const ends = /[:：]\s*[-*]*$/.test(text);
  const hasDay = day.test(text);
  const hasClock = clock.test(text);
  const hasAddress = bracketed.test(text) || addressBeforeVerb.test(text);
  if (dashedWrote.test(text)) return "sure";
  if (nameFirst.test(text)) return "sure";
  if (!datedStart.test(text)) return null;
  if (wroteEnd.test(text)) {
    if (hasAddress && (hasDay || hasClock)) return "sure";
    if (hasDay && hasClock) return "dated";
    return hasDay || hasAddress || hasClock ? "with_quote" : null;
  }
  if (wroteBare.test(text) && hasDay && hasAddress) return "sure";
  if (ends && hasAddress && hasDay && hasClock) return "sure";
  return null;
}

function couldStart(line: string): boolean {
  return (
    (datedStart.test(line) && (day.test(line) || clock.test(line))) ||
    /^[^.!?]{0,80}<[^<>]*(?:@|$)/.test(line)
  );
}

/** `-----Original Message-----` in any language. Without dashes it needs a header block below. */
export function isOriginalSeparator(line: string, headerBlockFollows: boolean): boolean {
  const text = bare(line);
  if (text.length > 120) return false;
  return (
    original.test(line.replace(/^[\s>|*]+/, "").trim()) || (headerBlockFollows && originalBare.test(text))
  );
}

/** A line above a forwarded message. With dashes or a colon it is sure; bare words need a header block below. */
export function isForwardSeparator(line: string): boolean {
  const text = bare(line);
  return text.length <= 160 && forwarded.test(text);
}

/** `________________` or `=======`, which some programs put above their header block. */
export function isRule(line: string): boolean {
  return /^[\s>|]*(?:[-_=*─━]\s?){3,}\s*$/u.test(line);
}
