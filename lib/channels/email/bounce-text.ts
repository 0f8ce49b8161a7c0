import type { BouncedRecipient } from "#lib/domain/intake/parsed-email.ts";
import { isStrictAddress } from "./address.ts";
import { enhancedStatus } from "./delivery-status.ts";

/** What a person-readable failure notice says: its own words, and the copy of the mail that came back. */
export interface NoticeText {
  notice: string;
  copy: string;
}

const copyStarts = new RegExp(
  [
    "^-{2,}.{0,40}(?:below this line is a copy|this is a copy of|unsent message|original message|returned message|message header|included|undelivered message|transcript of original).{0,120}$",
    "^-{2,} ?message (?:text|headers?|body).{0,40}$",
    "^\\s*-{3,}\\s*forwarded message.*$",
    "^(?:the|your|a copy of (?:the|your)) (?:original |undelivered |returned )?(?:message|mail)(?: \\w+){0,6}(?: follows| is (?:included|attached|below)| headers?)[^\\n]{0,60}:?$",
    "^(?:original message|message follows|original message follows|received message|header of the original message|your message reads \\(in part\\)|the header of the original message is following|included is the original message)[^\\n]{0,80}[:.]*$",
    "^[-=_# ]{0,80}(?:bounced e-?mail|original mail|returned mail|start of returned message|message contents follow|the failed message)[^\\n]{0,40}$",
    "^---[- ]*returned mail follows.*$",
    "^(?:return-path|received|x-originating-ip|dkim-signature|mime-version|message-id): .*$",
  ].join("|"),
  "im",
);

export function splitNotice(text: string): NoticeText {
  const short = text.slice(0, 200_000);
  const start = copyStarts.exec(short);
  if (!start || start.index < 20) return { notice: short, copy: "" };
  return { notice: short.slice(0, start.index), copy: short.slice(start.index) };
}

const addressPattern = /[^\s<>()[\]"',;:|]+@[\w-]+(?:\.[\w-]+)+/gu;

const failureNear =
  /unknown|not (?:known|found|exist|valid|deliver|listed|accept)|no such|no mailbox|invalid|undeliver|reject|refus|fail|denied|disabled|unavailable|full|quota|exceed|blocked|inactive|suspend|timed? ?out|unrout|generated from|addressed to|error|could ?n[o']t|cannot|can't|unable|error|bounce|relay|delayed|deferred|없|거부|실패|초과|반송|недоступ|не найден|не существует|見つかりません|不存在|失败/iu;

/**
 * The addresses that a notice complains about. First the ones that stand alone on a line, in brackets before a colon, or
 * after a label; then those in a sentence about failure. Never the reporter's or the sender's own.
 */
export function complainedAddresses(notice: string, never: ReadonlySet<string>): string[] {
  const listed = /(?:following|these) (?:recipient|address|e-?mail|user)[^\n]*\n([\s\S]*)/i.exec(notice)?.[1];
  const found = listed ? addressesIn(listed, never) : [];
  return found.length > 0 ? found : addressesIn(notice, never);
}

function addressesIn(notice: string, never: ReadonlySet<string>): string[] {
  const certain: string[] = [];
  const likely: string[] = [];
  for (const line of notice.split("\n").slice(0, 3000)) {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.length > 1000) continue;
    const found = Array.from(trimmed.matchAll(addressPattern), (match) => cleanAddress(match[0])).filter(
      (a) => isReal(a, never),
    );
    if (found.length === 0) continue;
    if (isLabelled(trimmed)) certain.push(...found.slice(0, 1));
    else if (failureNear.test(trimmed)) likely.push(...found);
  }
  return [...new Set(certain.length > 0 ? certain : likely)].slice(0, 200);
}

function isLabelled(line: string): boolean {
  return (
    /^[\s>*"'-]*<?(?:mailto:)?[^\s<>@]+@[^\s<>@]+>?[\s"'.,]*(?::.*|\(.*\).*|\.{3}.*|-{1,2}>?.*|$)/.test(
      line,
    ) ||
    /^(?:<[^>]+>[ :.]|(?:to|recipients?|rcpt to|address(?:ee)?|user|mailbox|unknown user|failed recipients?|original recipient|final recipient|email address|e-?mail|delivery (?:failed )?to|could not be delivered to|수신자|받는 ?사람)\s*[:=]?\s*["'<(]*[^\s<>@]+@)/i.test(
      line,
    )
  );
}

function cleanAddress(raw: string): string {
  return raw
    .toLowerCase()
    .replace(/^(?:mailto:|rfc822;?|smtp:|to:)/, "")
    .replace(/[.>]+$/, "");
}

function isReal(address: string, never: ReadonlySet<string>): boolean {
  if (never.has(address) || !isStrictAddress(address)) return false;
  return !/^(?:mailer-?daemon|postmaster|post_master|mdaemon|abuse|mail-?admin)@/.test(address);
}

/** Words that mean "we are still trying". */
export function isDelay(text: string): boolean {
  return /\b(?:still (?:being )?(?:retried|trying)|will (?:be retried|(?:keep|continue) (?:trying|to try)|be re-?tried|try again)|delay(?:ed)?\b.{0,40}(?:hours?|days?|notification|mail)|warning[ :-].{0,60}(?:delayed|only|not (?:yet )?(?:been )?delivered)|no action is required on your part|you do not need to resend|temporarily deferred|has not yet been delivered|status notification \(delay\))/i.test(
    text,
  );
}

/** The line or paragraph that explains, for the agent to read. */
export function diagnosticOf(notice: string): string | null {
  const lines = notice
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const coded = lines.find(
    (line) => /(?:^|[^\d.])[45]\d\d[ -](?:[45]\.\d|\S)/.test(line) || enhancedStatus(line) !== null,
  );
  return (coded ?? lines.find((line) => failureNear.test(line)) ?? null)?.slice(0, 500) ?? null;
}

export function recipientsOfNotice(
  notice: string,
  addresses: string[],
  delayed: boolean,
): BouncedRecipient[] {
  const diagnostic = diagnosticOf(notice);
  return addresses.map((address) => {
    const near = sectionOf(notice, address, addresses);
    const status = enhancedStatus(near) ?? (addresses.length === 1 ? enhancedStatus(notice) : null);
    return {
      address,
      status,
      action: delayed ? "delayed" : "failed",
      diagnostic: diagnosticOf(near) ?? diagnostic,
    };
  });
}

/** From the address up to the next address that is complained about. */
function sectionOf(notice: string, address: string, all: string[]): string {
  const lower = notice.toLowerCase();
  const start = lower.indexOf(address);
  if (start === -1) return "";
  const next = all
    .map((other) => (other === address ? -1 : lower.indexOf(other, start + address.length)))
    .filter((i) => i !== -1);
  return notice.slice(start + address.length, Math.min(start + 2000, ...next));
}
