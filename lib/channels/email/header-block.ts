import { type HeaderLabel, headerLabels } from "./quote-words.ts";

/** The `From: / Sent: / To: / Subject:` lines above a quoted or forwarded message, in any language of the tables. */
export interface HeaderBlock {
  fields: Map<HeaderLabel, string>;
  /** The first line after the block. */
  end: number;
}

const kinds = Object.keys(headerLabels) as HeaderLabel[];
const patterns = kinds.map(
  (kind) =>
    [
      kind,
      new RegExp(
        `^(?:${headerLabels[kind].toSorted((a, b) => b.length - a.length).join("|")})\\s*\\*?\\s*[:：]\\s?\\*?(.*)$`,
        "iu",
      ),
    ] as const,
);
const longestBlock = 30;

/** Reads the block that starts at line `start`, or null. Quote marks, indents and bold stars are looked through. */
export function readHeaderBlock(lines: readonly string[], start: number): HeaderBlock | null {
  const first = labelOf(bare(lines[start] ?? ""));
  if (!first) return null;
  const fields = new Map<HeaderLabel, string>();
  let last: HeaderLabel | null = null;
  let end = start;
  let blanks = 0;
  for (let i = start; i < Math.min(lines.length, start + longestBlock); i++) {
    const line = bare(lines[i]!);
    const found = labelOf(line);
    if (found) {
      if (fields.has(found.kind) && found.kind !== "cc") break;
      // The same word can be a label of two kinds ("da", "a", "o"): the one that is still missing.
      fields.set(found.kind, inlineRest(found, fields));
      last = found.kind;
      end = i + 1;
      blanks = 0;
    } else if (line === "") {
      // Some webmailers put a blank line between the fields, and all put one after them.
      if (++blanks > 1 || !labelOf(bare(lines[i + 1] ?? ""))) break;
    } else if (blanks === 0 && last && isContinuation(line, last, fields.get(last) ?? "")) {
      fields.set(last, `${fields.get(last)} ${line}`.trim());
      end = i + 1;
    } else break;
  }
  return { fields, end };
}

/**
 * A block in a language that the tables do not know: three or more `word: value` lines with an address and a date among
 * them. Senders come before recipients in every program. Only for places where a block is expected anyway.
 */
export function readUnknownBlock(lines: readonly string[], start: number): HeaderBlock | null {
  const fields = new Map<HeaderLabel, string>();
  let end = start;
  for (; end < Math.min(lines.length, start + 10); end++) {
    const value = /^\p{L}[\p{L}\p{M} .'()-]{0,30}\s*[:：]\s*(.*)$/u.exec(bare(lines[end]!))?.[1];
    if (value === undefined) break;
    if (value.includes("@")) fields.set(fields.has("from") ? "to" : "from", value);
    else if (/\d{1,2}[:.]\d{2}|(?:19|20)\d\d/.test(value) && !fields.has("date")) fields.set("date", value);
    else if (!fields.has("subject")) fields.set("subject", value);
  }
  return end - start >= 3 && fields.has("from") && fields.has("date") ? { fields, end } : null;
}

/** Enough to be a machine's block: a sender with an address, a recipient, and date or subject, or sender, date and subject. */
export function isMessageBlock(block: HeaderBlock, afterSeparator: boolean): boolean {
  const { fields } = block;
  if (!fields.has("from")) return false;
  const addressed = /@/.test(`${fields.get("from")} ${fields.get("to") ?? ""}`);
  const count = ["date", "to", "subject"].filter((kind) => fields.has(kind as HeaderLabel)).length;
  if (afterSeparator) return count >= 1;
  // A patch or a web form has From, Date and Subject, too; what was sent to somebody also says to whom.
  if (addressed) return fields.has("to") && (fields.has("date") || fields.has("subject"));
  // Without an address it could be a form that a person filled in; programs always write a date and a subject.
  return fields.has("subject") && /\d{1,4}[.:/년-]\s?\d/.test(fields.get("date") ?? "");
}

/** The line without what quoting and formatting put around it. */
export function bare(line: string): string {
  return line
    .slice(0, 2000)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replaceAll("İ", "I")
    .replace(/^[\s>|*]+/, "")
    .replace(/[\s*]+$/, "");
}

interface Label {
  kind: HeaderLabel;
  value: string;
}

function labelOf(line: string): Label | null {
  if (line.length < 3 || line.length > 2000) return null;
  const colon = line.search(/[:：]/);
  if (colon < 1 || colon > 40) return null;
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(line);
    if (match) return { kind, value: (match[1] ?? "").trim() };
  }
  return null;
}

/** `À : x@y Objet : z` on one line: the second field is taken apart. */
function inlineRest(label: Label, fields: Map<HeaderLabel, string>): string {
  const second =
    /^(.*?)\s+((?:subject|objet|betreff|asunto|assunto|oggetto|onderwerp|제목)\s*[:：].*)$/iu.exec(
      label.value,
    );
  const inner = second && label.kind !== "subject" ? labelOf(second[2] ?? "") : null;
  if (!second || !inner) return label.value;
  fields.set(inner.kind, inner.value);
  return second[1] ?? "";
}

/** A long value goes on in the next line: an address in brackets, more recipients, the rest of a subject. */
function isContinuation(line: string, kind: HeaderLabel, soFar: string): boolean {
  if (kind === "subject") return false;
  if (kind === "from") return !soFar.includes("@") || /[[<(][^\])>]*$/.test(soFar) ? /@/.test(line) : false;
  if (kind === "to" || kind === "cc")
    return /[;,]$/.test(soFar) || (soFar === "" && /@/.test(line)) || /^<[^>]+@[^>]+>/.test(line);
  return false;
}
