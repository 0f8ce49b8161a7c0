import { createHash } from "node:crypto";
import type { Address, ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import type { Check, MailCase } from "./cases.ts";

const flat = (text: string) => text.normalize("NFC").replaceAll("\0", "").replace(/\s+/g, " ").trim();

/** A source that wrote U+FFFD did not know the character, so any single one is right there. */
const same = (got: string, want: string) => {
  const [a, b] = [flat(got), flat(want)];
  if (a === b || !b.includes("\ufffd")) return a === b;
  return (
    a.length === b.length && [...b].every((character, i) => character === "\ufffd" || character === a[i])
  );
};
const unquoted = (text: string) => flat(text.replace(/^[> ]+/gm, ""));

/** The kinds parse and korean: every stated field, compared as the corpus's README says. */
export function scoreFields({ expect }: MailCase, mail: ParsedEmail): Check[] {
  const checks: Check[] = [];
  const add = (field: string, ok: boolean, got?: unknown, want?: unknown) =>
    checks.push({ field, ok, got, want });
  const equal = (field: string, got: unknown, want: unknown) =>
    add(field, JSON.stringify(got) === JSON.stringify(want), got, want);

  if (expect.from) addAddresses(add, "from", mail.from, expect.from);
  if (expect.to) addAddresses(add, "to", mail.to, expect.to);
  if (expect.cc) addAddresses(add, "cc", mail.cc, expect.cc);
  if (expect.reply_to) addAddresses(add, "reply_to", mail.replyTo, expect.reply_to);
  if (expect.recipients_include) {
    const all = new Set([...mail.to, ...mail.cc, ...mail.bcc].map((one) => one.address));
    const wanted: string[] = expect.recipients_include.map((one: string | Address) =>
      (typeof one === "string" ? one : one.address).toLowerCase(),
    );
    add(
      "recipients_include",
      wanted.every((one) => all.has(one)),
      [...all],
      wanted,
    );
  }
  if ("subject" in expect)
    add("subject", same(mail.subject, expect.subject ?? ""), mail.subject, expect.subject);
  if ("message_id" in expect) equal("message_id", mail.messageId, expect.message_id);
  if (expect.in_reply_to) equal("in_reply_to", mail.inReplyTo, expect.in_reply_to);
  if (expect.references) equal("references", mail.references, expect.references);
  if (expect.date) equal("date", mail.date?.getTime(), new Date(expect.date).getTime());
  if ("text" in expect) add("text", same(mail.text, expect.text ?? ""), mail.text, expect.text);
  if ("html" in expect) equal("html", flat(mail.html ?? ""), flat(expect.html ?? ""));
  if (expect.text_contains) {
    const wanted: string[] = [expect.text_contains].flat();
    add(
      "text_contains",
      wanted.every((one) => flat(mail.text).includes(flat(one))),
      mail.text.slice(0, 500),
      wanted,
    );
  }
  if (expect.text_lines_contain) {
    const wanted: string[] = expect.text_lines_contain;
    const have = [flat(mail.text), unquoted(mail.text)];
    const missing = wanted.filter(
      (line) => !have[0]!.includes(flat(line)) && !have[1]!.includes(unquoted(line)),
    );
    add("text_lines_contain", missing.length === 0, mail.text.slice(0, 500), missing);
  }
  if (expect.text_starts_with)
    add(
      "text_starts_with",
      flat(mail.text).startsWith(flat(expect.text_starts_with)),
      mail.text.slice(0, 100),
      expect.text_starts_with,
    );
  if (expect.text_ends_with)
    add(
      "text_ends_with",
      flat(mail.text).endsWith(flat(expect.text_ends_with)),
      mail.text.slice(-100),
      expect.text_ends_with,
    );
  if (expect.html_contains)
    add(
      "html_contains",
      [expect.html_contains].flat().every((one: string) => flat(mail.html ?? "").includes(flat(one))),
      mail.html,
      expect.html_contains,
    );
  if (expect.html_ends_with)
    add(
      "html_ends_with",
      flat(mail.html ?? "").endsWith(flat(expect.html_ends_with)),
      mail.html?.slice(-100),
      expect.html_ends_with,
    );
  if ("has_text" in expect)
    add("has_text", (mail.text.trim() !== "" && !mail.textFromHtml) === expect.has_text);
  if ("has_html" in expect) add("has_html", (mail.html !== null) === expect.has_html);
  if (expect.charset) add("charset", sameCharset(mail.charset, expect.charset), mail.charset, expect.charset);
  if ("attachment_count" in expect)
    equal("attachment_count", mail.attachments.length, expect.attachment_count);
  if (expect.attachments) addAttachments(add, mail, expect.attachments);
  if (expect.attachments_names_contain) {
    const names = mail.attachments.map((one) => flat(one.name));
    add(
      "attachments_names_contain",
      expect.attachments_names_contain.every((one: string) => names.includes(flat(one))),
      names,
      expect.attachments_names_contain,
    );
  }
  if (expect.attachment_names_safe) {
    const names = mail.attachments.map((one) => one.name);
    const unsafe = /[/\\\p{Cc}\u202a-\u202e]|^\.\.?$/u;
    add(
      "attachment_names_safe",
      names.every((name) => name !== "" && !unsafe.test(name)),
      names,
    );
  }
  if (expect.attribution_lines) {
    const hidden = expect.attribution_lines.filter((line: string) =>
      unquoted(mail.replyText).includes(unquoted(line)),
    );
    add(
      "attribution_lines",
      hidden.length === 0 || mail.trimmedText === "",
      hidden,
      expect.attribution_lines,
    );
  }
  return checks;
}

type Add = (field: string, ok: boolean, got?: unknown, want?: unknown) => void;

function addAddresses(
  add: Add,
  field: string,
  got: Address[],
  want: { name?: string | null; address?: string | null }[],
): void {
  const ok =
    got.length === want.length &&
    want.every((one, i) => {
      const have = got[i]!;
      if (one.address !== undefined && have.address !== (one.address ?? "").toLowerCase()) return false;
      return one.name === undefined || same(have.name, one.name ?? "");
    });
  add(field, ok, got, want);
}

function addAttachments(
  add: Add,
  mail: ParsedEmail,
  want: { name: string | null; sha256?: string | null; sha256_any?: string[]; optional?: boolean }[],
): void {
  for (const one of want) {
    if (one.optional) continue;
    const hashes = [one.sha256, ...(one.sha256_any ?? [])].filter(Boolean);
    const basename = one.name?.split("/").at(-1);
    const found = mail.attachments.some(
      (have) =>
        (one.name === null || same(have.name, basename ?? "")) &&
        (hashes.length === 0 ||
          hashes.includes(have.sha256) ||
          hashes.includes(withoutLastNewline(have.content)) ||
          hashes.includes(withUnixLineEnds(have.content))),
    );
    add(
      "attachment",
      found,
      mail.attachments.map(({ name, size, sha256, type }) => ({ name, size, sha256, type })),
      one,
    );
  }
}

function withoutLastNewline(content: Buffer): string {
  const end = content.at(-1) === 0x0a ? (content.at(-2) === 0x0d ? 2 : 1) : 0;
  return createHash("sha256")
    .update(content.subarray(0, content.length - end))
    .digest("hex");
}

/** Some sources hash text attachments after making their line ends plain. */
function withUnixLineEnds(content: Buffer): string {
  return createHash("sha256")
    .update(content.toString("latin1").replaceAll("\r\n", "\n"), "latin1")
    .digest("hex");
}

function sameCharset(got: string | null, want: string): boolean {
  const family = (label: string) =>
    label
      .toLowerCase()
      .replace(/^(?:ks_c_5601-1987|cp949|euc-kr|uhc|windows-949)$/, "korean")
      .replace(/^(?:us-ascii|utf-8)$/, "utf-8");
  return got !== null && family(got) === family(want);
}
