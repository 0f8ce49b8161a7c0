import type { Bounce, BouncedRecipient } from "#lib/domain/intake/parsed-email.ts";
import { parseAddressList } from "./address.ts";
import {
  complainedAddresses,
  diagnosticOf,
  isDelay,
  recipientsOfNotice,
  splitNotice,
} from "./bounce-text.ts";
import { decodeText } from "./charset.ts";
import { enhancedStatus, readDeliveryStatus } from "./delivery-status.ts";
import { parseMessageId } from "./message-ids.ts";
import type { Leaf, MessageFacts } from "./message-parts.ts";
import { allHeaders, firstHeader, parseHeaderBlock, type RawHeader } from "./mime-header.ts";
import type { MimePart } from "./mime-reader.ts";

/**
 * Reports about mail of ours: failed, delayed, delivered (RFC 3464), abuse (RFC 5965). The machine-readable parts decide;
 * without them the sender, `X-Failed-Recipients`, the subject and the words of the notice. Null for everything else.
 */
export function recognizeBounce(facts: MessageFacts): Bounce | null {
  const parts = [...partsOf(facts.root)];
  const contentOf = (pattern: RegExp) => contents(parts, facts.bodies, pattern);
  const receipts = contentOf(/^message\/disposition-notification$/);
  if (receipts.length > 0 && !wasRejected(receipts[0]!, facts.subject)) return null;
  const original = originalOf(facts, parts);
  if (reportType(facts.root) === "feedback-report" || contentOf(/^message\/feedback-report$/).length > 0)
    return abuseReport(contentOf(/^message\/feedback-report$/), original);

  const reports = contentOf(/^message\/(?:global-)?delivery-status$/).flatMap(readDeliveryStatus);
  const statuses = reports.length > 0 ? reports : pastedStatus(facts.body.text);
  const isReport = statuses.length > 0 || reportType(facts.root) === "delivery-status";
  if (!isReport && receipts.length === 0 && !looksLikeNotice(facts)) return null;

  const { notice, copy } = splitNotice(facts.body.text);
  const delayed = isDelay(`${facts.subject}\n${notice}`);
  const fromNotice = () => noticeRecipients(facts, notice, copy, original, delayed);
  const recipients = statuses.length > 0 ? withDetails(statuses, notice) : fromNotice();
  return {
    ...verdictOf(recipients, delayed),
    recipients,
    ...original,
    abuse: false,
    diagnostic: diagnosticOf(notice) ?? "",
  };
}

/** A read receipt that says the mail was thrown away because of an error is a bounce in the wrong envelope. */
function wasRejected(receipt: Buffer, subject: string): boolean {
  return /^disposition:.*;\s*deleted/im.test(receipt.toString("latin1")) && /reject/i.test(subject);
}

/** A report whose parts fell apart: its fields stand in the text. */
function pastedStatus(text: string): BouncedRecipient[] {
  if (!/^final-recipient:/im.test(text) || !/^action:/im.test(text)) return [];
  return readDeliveryStatus(Buffer.from(text.slice(0, 200_000), "utf8"));
}

interface Original {
  originalMessageId: string | null;
  originalReturnPath: string | null;
}

function verdictOf(
  recipients: BouncedRecipient[],
  delayed: boolean,
): { temporary: boolean; success: boolean } {
  const bad = recipients.filter(
    ({ action }) => action === null || action === "failed" || action === "delayed",
  );
  const isTemporary = ({ action, status }: BouncedRecipient) =>
    action === "delayed" || (action === null && delayed) || status?.startsWith("4.");
  return {
    success: recipients.length > 0 && bad.length === 0,
    temporary: recipients.length === 0 ? delayed : bad.length > 0 && bad.every(isTemporary),
  };
}

/** A machine report sometimes has no code where its notice has one. */
function withDetails(recipients: BouncedRecipient[], notice: string): BouncedRecipient[] {
  const seen = new Map<string, BouncedRecipient>();
  for (const recipient of recipients) {
    const vague = recipient.status === null || /^[245]\.0\.0$/.test(recipient.status);
    const told = vague && recipients.length === 1 ? enhancedStatus(notice) : null;
    const status = told ?? recipient.status;
    if (!seen.has(recipient.address)) seen.set(recipient.address, { ...recipient, status });
  }
  return [...seen.values()];
}

function noticeRecipients(
  facts: MessageFacts,
  notice: string,
  copy: string,
  original: Original,
  delayed: boolean,
): BouncedRecipient[] {
  const failed = allHeaders(facts.headers, "x-failed-recipients")
    .flatMap((header) => parseAddressList(header))
    .map((one) => one.address);
  const never = new Set([
    ...facts.from.map((one) => one.address),
    ...ownAddresses(facts),
    original.originalReturnPath ?? "",
  ]);
  const named = failed.filter(Boolean);
  const complained = named.length > 0 ? named : complainedAddresses(notice, never);
  const addresses = complained.length > 0 ? complained : recipientsOfCopy(facts, copy);
  return recipientsOfNotice(notice, [...new Set(addresses)], delayed);
}

/** To whom the report came: our own address, never a failed one. */
function ownAddresses(facts: MessageFacts): string[] {
  const names = ["to", "delivered-to", "x-original-to", "return-path"];
  return names
    .flatMap((name) => allHeaders(facts.headers, name).flatMap((header) => parseAddressList(header)))
    .map((one) => one.address);
}

/** No address in the notice: the recipients of the mail that came back. */
function recipientsOfCopy(facts: MessageFacts, copy: string): string[] {
  const headers =
    originalHeaders(facts, [...partsOf(facts.root)]) ??
    parseHeaderBlock(Buffer.from(fromFirstField(copy), "utf8"));
  return ["to", "cc"]
    .flatMap((name) => allHeaders(headers, name).flatMap((header) => parseAddressList(header)))
    .map((one) => one.address)
    .filter(Boolean);
}

function fromFirstField(copy: string): string {
  const start = copy.search(
    /^(?:return-path|received|from|to|subject|date|message-id|x-[\w-]+|mime-version|dkim-signature): /im,
  );
  return start === -1 ? "" : copy.slice(start).replace(/^[> ]+(?=\S+:)/gm, "");
}

function abuseReport(contents: Buffer[], original: Original): Bounce {
  const fields = parseHeaderBlock(contents[0] ?? Buffer.alloc(0));
  const recipients = allHeaders(fields, "original-rcpt-to").flatMap((value) => parseAddressList(value));
  return {
    recipients: recipients.map(({ address }) => ({ address, status: null, action: null, diagnostic: null })),
    ...original,
    temporary: false,
    success: false,
    abuse: true,
    diagnostic: `abuse report: ${firstHeader(fields, "feedback-type") ?? "unknown"}`,
  };
}

function originalOf(facts: MessageFacts, parts: MimePart[]): Original {
  const headers = originalHeaders(facts, parts);
  const copied = headers ? null : /^[> ]*message-id:\s*<([^<>\s]{3,500})>/im.exec(facts.body.text);
  const messageId = headers ? parseMessageId(firstHeader(headers, "message-id")) : (copied?.[1] ?? null);
  const path = headers && firstHeader(headers, "return-path");
  return {
    originalMessageId: messageId,
    originalReturnPath: path ? (parseAddressList(path)[0]?.address ?? null) : null,
  };
}

function originalHeaders(facts: MessageFacts, parts: MimePart[]): RawHeader[] | null {
  const [content] = contents(
    parts,
    facts.bodies,
    /^(?:message\/(?:rfc822|global|global-headers|rfc822-headers|partial)|text\/rfc822(?:-headers?)?)$/,
  );
  if (!content || content.length === 0) return null;
  const text = content.toString("latin1", 0, 262_144).replace(/^\s+/, "");
  const end = /\r?\n\r?\n/.exec(text);
  return parseHeaderBlock(Buffer.from(end ? text.slice(0, end.index) : text, "latin1"));
}

function contents(parts: MimePart[], bodies: Map<MimePart, Leaf>, pattern: RegExp): Buffer[] {
  return parts
    .filter((part) => pattern.test(part.type))
    .map((part) => bodies.get(part))
    .map((leaf) =>
      leaf?.kind === "attachment"
        ? leaf.content
        : leaf
          ? Buffer.from(decodeText(leaf.bytes, null).text)
          : null,
    )
    .filter((content) => content !== null);
}

function reportType(root: MimePart): string {
  return root.type === "multipart/report"
    ? (root.contentType.parameters.get("report-type")?.toLowerCase() ?? "")
    : "";
}

function* partsOf(part: MimePart): Generator<MimePart> {
  yield part;
  for (const child of part.children) yield* partsOf(child);
}

/** No report part: who sent it, what it calls itself, what it says. Two of the three, so that no person's mail fits. */
function looksLikeNotice(facts: MessageFacts): boolean {
  if (firstHeader(facts.headers, "x-failed-recipients") !== null) return true;
  const from = firstHeader(facts.headers, "from") ?? "";
  const daemon =
    /mailer[-_ ]?daemon|mail delivery (?:sub)?system|mdaemon@|mail deliver system|delivery[-_ ]?(?:status|subsystem)|smtp_mail_service/i.test(
      from,
    );
  const postmaster =
    daemon || /post_?master/i.test(from) || /^\s*(?:<>)?\s*$/.test(from.replace(/^.*?(?=<>)/, ""));
  const nullSender = /^\s*<>\s*$|mailer-daemon/i.test(firstHeader(facts.headers, "return-path") ?? "x");
  const subject = failureSubject.test(facts.subject);
  const words = failureWords.test(facts.body.text.slice(0, 20_000));
  if (daemon) return subject || words;
  if (postmaster)
    return subject || (words && nullSender) || (words && strongWords.test(facts.body.text.slice(0, 20_000)));
  return (
    (subject && words && nullSender) ||
    (words && strongWords.test(facts.body.text.slice(0, 5000)) && isMachine(facts))
  );
}

function isMachine(facts: MessageFacts): boolean {
  return /no-?reply@|automat|bounce|smtp|system/i.test(firstHeader(facts.headers, "from") ?? "");
}

const failureSubject =
  /undeliver|(?:mail|message|delivery|e-?mail)[\w ]{0,20}(?:fail|error|problem|notice)|fail(?:ure|ed)[\w ]{0,20}(?:notice|delivery|mail|message)|returned (?:mail|message|to sender)|delivery (?:status|report|notification|fail|problem|delay)|not delivered|could not be (?:sent|delivered)|non[- ]?deliver|user unknown|mail delivery|delayed \d+|mail system error|automatically rejected|returned e-?mail|error sending|loop alert|배달 ?(?:실패|불가|지연)|전송 ?실패|발송 ?실패|반송|수신 ?거부|메일.{0,6}(?:반송|실패|불능)|не доставлено|недоставлен|nicht zugestellt|unzustellbar|non remis|échec|no se pudo entregar|entrega fallida|falha na entrega|não entregue|mancata consegna|配信(?:エラー|不能|できません)|送信エラー|退信|退回|投递失败|无法投递|传递失败|傳遞失敗|無法傳送|niet (?:bezorgd|besteld)|kunne ikke leveres|kunde inte levereras|nie (?:można|udało się) dostarczyć/i;

const failureWords =
  /\b(?:undeliver|could ?n[o']t be (?:delivered|sent|reached)|unable to deliver|was not delivered|not delivered|delivery (?:has )?(?:to|of|for|attempt|fail|error|problem|status)|user (?:is )?unknown|unknown user|no such (?:user|address|mailbox)|requested action not taken|mailbox (?:is )?(?:full|unavailable|not found|does not exist|disabled)|permanent (?:fatal )?error|fatal error|returned (?:mail|message|to sender)|rejected (?:by|the|your)|message (?:was |has been )?(?:refused|rejected|delayed|bounced)|5\d\d[ -]\d\.\d\.\d|invalid (?:user|recipient|mailbox|address)|quota exceeded|over quota|exceed\w* (?:\w+ )?quota|account (?:has been |is )?disabled|doesn't have an? .{1,40} account|error(?:s)? (?:during|in|while|sending)|mail (?:system )?error|host (?:or domain name )?not found|address not found|too many hops|relaying denied)|배달되지 (?:않|못)|전송되지 (?:않|못)|존재하지 않는 (?:사용자|메일|주소|수신자)|не может быть доставлено|не удалось доставить|送信できません|届きません|エラー|配信できません|无法(?:投递|送达|递送)|退信/iu;

const strongWords =
  /(?:^|[^\d.])5\d\d[ -]5\.\d\.\d|(?:rcpt|mail) (?:to|from)\s*:|\bsmtp (?:error|status)|(?:user|recipient|mailbox|address)[^\n]{0,40}(?:unknown|not found|does not exist|rejected)|following (?:recipients?|address\w*)|could not be delivered to|permanent (?:fatal )?error|smtp;\s*[45]\d\d/i;
