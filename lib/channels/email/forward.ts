import type { ForwardedEmail } from "#lib/domain/intake/parsed-email.ts";
import { parseAddressList } from "./address.ts";
import { attributionAt, isForwardSeparator, isOriginalSeparator, isRule } from "./attribution.ts";
import { readEmbeddedMessage } from "./embedded-message.ts";
import { decodeHeaderText } from "./encoded-words.ts";
import { isForwardSubject, withoutPrefixes } from "./forward-subject.ts";
import { bare, type HeaderBlock, isMessageBlock, readHeaderBlock, readUnknownBlock } from "./header-block.ts";
import { splitInlineFields } from "./inline-fields.ts";
import type { MessageFacts } from "./message-parts.ts";
import { firstHeader } from "./mime-header.ts";
import { personInText } from "./person-text.ts";

/**
 * A mail that hands on another one, pasted or attached. A block of headers alone is an ordinary reply; it takes a
 * forwarding line above it, or a forwarding subject.
 */
export function recognizeForward(facts: MessageFacts): ForwardedEmail | null {
  if (facts.root.type === "multipart/report") return null;
  return forwardedAttachment(facts) ?? forwardedText(facts.body.text, facts.subject);
}

function forwardedAttachment(facts: MessageFacts): ForwardedEmail | null {
  const messages = [...facts.bodies.values()].filter((leaf) => leaf.part.type === "message/rfc822");
  const [only] = messages;
  if (messages.length !== 1 || only?.kind !== "attachment" || only.content.length === 0) return null;
  const isReply = firstHeader(facts.headers, "in-reply-to") !== null;
  if (isReply && !isForwardSubject(facts.subject)) return null;
  const { headers, body } = readEmbeddedMessage(only.content);
  const senders = parseAddressList(firstHeader(headers, "from") ?? "", body.charset);
  const sender = senders.length === 1 && senders[0]!.exact ? senders[0]! : null;
  return {
    originalFrom: sender && { name: sender.name, address: sender.address },
    originalSubject: decodeHeaderText(firstHeader(headers, "subject") ?? "", body.charset) || null,
    originalBody: body.text.trim(),
    note: facts.body.text.trim(),
    asAttachment: true,
  };
}

export function forwardedText(text: string, subject: string): ForwardedEmail | null {
  const lines = text.split("\n").flatMap(splitInlineFields);
  if (lines.length > 20_000) return null;
  const start = forwardStart(
    lines.map((line) => line.slice(0, 1000)),
    isForwardSubject(subject),
  );
  if (!start) return null;
  const quoted = /^\s*>/.test(lines[start.at]!);
  const note = lines.slice(0, start.at).join("\n").trim();
  const block = start.kind === "block" ? headerBlockAt(lines, start.from, true) : null;
  const from = block ? (block.fields.get("from") ?? "") : senderOfAttribution(start.line);
  const body = lines
    .slice(block?.end ?? start.from)
    .map((line) => (quoted ? line.replace(/^\s*> ?/, "") : line));
  return {
    originalFrom: personInText(from),
    originalSubject: bare(block?.fields.get("subject") ?? "") || withoutPrefixes(subject) || null,
    originalBody: dedent(body),
    note,
    asAttachment: false,
  };
}

type Start =
  /** Header lines start at `from`. */
  | { kind: "block"; at: number; from: number; line: string }
  /** Only an attribution: the body starts at `from`. */
  | { kind: "attribution"; at: number; from: number; line: string };

function forwardStart(lines: readonly string[], isForward: boolean): Start | null {
  let attribution: Start | null = null;
  for (let at = 0; at < Math.min(lines.length, 3000); at++) {
    const line = lines[at]!;
    if (bare(line) === "") continue;
    const from = nextFilled(lines, at + 1);
    const below = headerBlockAt(lines, from, isForward);
    if (below && isForwardSeparator(line)) return { kind: "block", at, from, line };
    if (isOriginalSeparator(line, below !== null) || (below && isRule(line)))
      return isForward && below ? { kind: "block", at, from, line } : null;
    if (isForward && below && looksLikeSeparator(line)) return { kind: "block", at, from, line };
    const here = readHeaderBlock(lines, at);
    if (here && isMessageBlock(here, false)) return isForward ? { kind: "block", at, from: at, line } : null;
    const introduced: Start | null = attribution ? null : attributionStart(lines, at);
    if (introduced && !isForward) return null;
    attribution ??= introduced;
  }
  return attribution;
}

function attributionStart(lines: readonly string[], at: number): Start | null {
  const found = attributionAt(lines, at);
  if (found?.certainty !== "sure") return null;
  const from = at + found.length;
  return { kind: "attribution", at, from, line: lines.slice(at, from).join(" ") };
}

function headerBlockAt(lines: readonly string[], at: number, isForward: boolean): HeaderBlock | null {
  const block = readHeaderBlock(lines, at);
  if (block && block.fields.size >= 2 && isMessageBlock(block, true)) return block;
  return isForward ? readUnknownBlock(lines, at) : null;
}

/** Words between dashes, or a quoted line that ends in a colon, in whatever language. */
function looksLikeSeparator(line: string): boolean {
  return /^[\s>]*[-_=*]{3,}.{0,80}[-_=*]{3,}\s*$/.test(line) || /^\s*>.{3,80}[:：]\s*$/.test(line);
}

/** `Am 28/10/2021, 12:46 schrieb "John Doe" <…>:` → from the quoted name, or from what follows the last digit. */
function senderOfAttribution(line: string): string {
  const quoted = /["“„”«]([^"“„”«»]*)["“”»]\s*(<[^<>]*>)/.exec(line);
  if (quoted) return `${quoted[1]} ${quoted[2]}`;
  const named = /^(.*?)(<[^<>]*@[^<>]*>)/.exec(line);
  if (!named) return line;
  return `${named[1]!.replace(/^.*\d\S*[\s,]+/, "").replace(/^(?:schrieb|skrev|heeft|пользователь|użytkownik|kirjoitti)\s/i, "")}${named[2]}`;
}

function nextFilled(lines: readonly string[], from: number): number {
  let i = from;
  while (i < lines.length && bare(lines[i]!) === "") i++;
  return i;
}

/** Outlook for Mac indents what it forwards. */
function dedent(lines: readonly string[]): string {
  const filled = lines.filter((line) => line.trim() !== "");
  const indent = Math.min(...filled.map((line) => /^[ \t]*/.exec(line)![0].length), 40);
  return lines
    .map((line) => line.slice(indent).trimEnd())
    .join("\n")
    .trim();
}
