import { type UntrustedThread, unansweredMessages } from "#lib/domain/triage/thread.ts";
import { withoutCallingCard } from "./calling-card.ts";

export type Sentence = { text: string; start: number; end: number };

/** Longest text that is looked at, in UTF-16 units; of a longer one the beginning and the end are read. */
const longest = 6000;

/** What the triage reads: the subject, then the customer's own unanswered words. */
export function textOf(thread: UntrustedThread): string {
  const subject = cleanText(
    thread.subject.replace(/^\s*(?:(?:re|fwd?|fw|답장|회신|전달)\s*[:：]\s*)+/iu, ""),
  );
  const bodies = unansweredMessages(thread).map((message) => ownWords(cleanText(message.text)));
  const body = bodies.filter(Boolean).join("\n");
  const repeated =
    subject !== "" &&
    (body.toLowerCase().startsWith(subject.toLowerCase()) ||
      sentencesOf(body).some((sentence) => sameWords(sentence.text, subject)));
  return shorten([repeated ? "" : subject, body].filter(Boolean).join("\n"));
}

const sameWords = (a: string, b: string): boolean => bareWords(a) === bareWords(b) && bareWords(a) !== "";
const bareWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Composed letters, plain quotes, no invisible or control characters, no markup, single spaces, at most one blank line. */
export function cleanText(raw: string): string {
  return withoutMarkup(raw.length > 4 * longest ? shorten(raw, 4 * longest) : raw)
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad\u{e0000}-\u{e007f}]/gu, "")
    .replace(/[\u2018\u2019\u00b4`]/gu, "'")
    .replace(/[\u201c\u201d]/gu, '"')
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

/** The message without quoted history and signature. What is quoted was said by others, or claims to be. */
export function ownWords(text: string): string {
  const lines = text.split("\n");
  const cut = lines.findIndex(
    (line, i) => historyStarts.some((start) => start.test(line)) || (i > 0 && /^-- ?$/u.test(line)),
  );
  const own = (cut >= 0 ? lines.slice(0, cut) : lines).filter((line) => !/^\s*(?:>|\|)/u.test(line));
  return withoutCallingCard(own).join("\n").trim();
}

const historyStarts = [
  /^On .{4,80}wrote:\s*$/iu,
  /^.{4,80}님이 (?:작성|썼습니다|보냄).{0,10}$/u,
  /^.{0,40}(?:작성|wrote)\s*:\s*$/iu,
  /^-{2,}\s*(?:Original Message|Forwarded message|원본 메시지|원본 메일|전달된 메시지).{0,10}-*/iu,
  /^(?:From|보낸 사람|보낸사람)\s*:\s.{3,}$/iu,
];

/** Sentences with their offsets. Korean polite endings end one even where the writer left the full stop out before a line break. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  for (const match of text.matchAll(
    /[^\n.!?。！？…]*(?:[.!?。！？…]+(?=["')\]]*(?:\s|$))["')\]]*|\.(?=\S)[^\n.!?。！？…]*|[!?。！？…]+|\n|$)/gu,
  )) {
    const raw = match[0];
    if (raw.trim() === "") continue;
    const start = match.index + raw.length - raw.trimStart().length;
    const piece = { text: raw.trim(), start, end: start + raw.trim().length };
    const last = found.at(-1);
    // "U.S. dollars", "v2.1" and "No. 5": a piece that follows without a space belongs to the one before.
    if (last && last.end === piece.start) {
      last.text += piece.text;
      last.end = piece.end;
    } else found.push(piece);
  }
  return found;
}

function withoutMarkup(text: string): string {
  if (!/<\/?[a-z][^>]{0,300}>/iu.test(text)) return text;
  return text
    .replace(/<(style|script|head|template)\b[^>]{0,500}>[\s\S]*?<\/\1\s*>/giu, " ")
    .replace(
      /<([a-z]+)\b[^>]{0,300}(?:display\s*:\s*none|font-size\s*:\s*[01](?:px|pt)?\b|visibility\s*:\s*hidden|opacity\s*:\s*0\b|color\s*:\s*(?:#fff(?:fff)?|white)\b)[^>]{0,300}>[\s\S]*?<\/\1\s*>/giu,
      " ",
    )
    .replace(/<(?:br|\/p|\/div|\/li|\/tr)\b[^>]{0,100}>/giu, "\n")
    .replace(/<\/?[a-z][^>]{0,500}>/giu, " ")
    .replace(/&nbsp;/gu, " ")
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&amp;/gu, "&");
}

function shorten(text: string, length = longest): string {
  if (text.length <= length) return text;
  return `${text.slice(0, Math.floor(length * 0.75))}\n${text.slice(-Math.floor(length * 0.25))}`;
}
