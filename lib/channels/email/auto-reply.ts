import type { AutoAckAdvice, AutoReply, AutoReplyKind, Bounce } from "#lib/domain/intake/parsed-email.ts";
import { absenceWords, challengeWords, receiptWords } from "./auto-words.ts";
import type { MessageFacts } from "./message-parts.ts";
import { firstHeader } from "./mime-header.ts";
import type { MimePart } from "./mime-reader.ts";

type Facts = MessageFacts & { bounce: Bounce | null; listMail: boolean };

/**
 * Whether a machine speaks (RFC 3834, 5230; what Exchange, Gmail, Lotus and old responders write). Headers decide; a
 * subject counts only in the fixed form that mail systems give it.
 */
export function recognizeAutoReply(facts: Facts): AutoReply | null {
  const header = (name: string) => firstHeader(facts.headers, name)?.trim() ?? null;
  if (facts.bounce) return found("bounce", "a delivery report", true);
  if (hasReceiptPart(facts.root)) return found("mdn", "a read receipt", true);

  const submitted = /^[\w-]+/.exec((header("auto-submitted") ?? "").toLowerCase())?.[0] ?? "no";
  const absence = absenceSubject(facts);
  const challenge = challengeWords.test(facts.subject);
  if (submitted !== "no") return submittedBy(submitted, header, absence, challenge);
  const responder = responderHeaders.find(
    (name) => header(name) !== null && !/^(?:no|false|0)$/i.test(header(name)!),
  );
  if (responder) return found(challenge ? "machine" : "vacation", responder, true);
  if (absence === "certain") return found("vacation", `subject: ${facts.subject.slice(0, 60)}`, true);

  const precedence = /^[\w-]+/.exec((header("precedence") ?? "").toLowerCase())?.[0] ?? "";
  if (precedence === "auto_reply" || precedence === "auto-reply")
    return found("vacation", `precedence: ${precedence}`, true);
  if (precedence === "junk" && answers(facts))
    return found("vacation", "precedence: junk, in answer to a mail", true);
  if (absence === "likely" && answers(facts))
    return found("vacation", `subject: ${facts.subject.slice(0, 60)}`, true);
  if (answers(facts) && receiptSubject.test(facts.subject))
    return found("mdn", `subject: ${facts.subject.slice(0, 60)}`, true);
  if (facts.listMail) return found("bulk", "a mailing list", false);
  if (/^(?:bulk|junk|list)$/.test(precedence)) return found("bulk", `precedence: ${precedence}`, false);
  const machine = ["x-fc-machinegenerated", "x-cron-env"].find((name) => header(name) !== null);
  if (machine) return found("machine", machine, false);
  return null;
}

function submittedBy(
  submitted: string,
  header: (name: string) => string | null,
  absence: Absence,
  challenge: boolean,
): AutoReply {
  const reason = `auto-submitted: ${submitted}`;
  if (submitted === "auto-replied") return found(challenge ? "machine" : "vacation", reason, true);
  // Exchange calls its absence notes auto-generated; the loop mark or the subject gives them away.
  const exchange =
    header("x-ms-exchange-inbox-rules-loop") !== null ||
    header("x-ms-exchange-generated-message-source")?.includes("Mailbox Rules Agent");
  if (submitted === "auto-generated" && (exchange || absence === "certain" || header("x-autoreply") !== null))
    return found("vacation", reason, true);
  return found("machine", reason, false);
}

const responderHeaders = [
  "x-autoreply",
  "x-auto-reply",
  "x-autorespond",
  "x-autoresponder",
  "x-autoresponse",
  "x-mail-autoreply",
  "x-autoreply-from",
  "x-autoreply-domain",
  "x-ms-exchange-inbox-rules-loop",
  "x-vacation",
  "x-facteur-vacation",
  "x-amavis-vacation",
  "x-fc-autoreply",
];

type Absence = "certain" | "likely" | "none";

const absence = `(?:${absenceWords.join("|")})`;
const titled = new RegExp(
  `^\\s*(?:\\[\\s*${absence}\\s*[:：]?\\s*\\]|【\\s*${absence}\\s*】|\\(\\s*${absence}\\s*\\)|<\\s*${absence}\\s*>|${absence}\\s*[:：])`,
  "iu",
);
const alone = new RegExp(`^\\s*(?:re\\s*:\\s*)?${absence}(?:\\s*[-–—:：/]\\s.*|\\s*[!.]?)$`, "iu");

/** `Automatic reply: …`, `[부재중] …` are certain; `Out of office` alone is likely. Talk about absence is neither. */
function absenceSubject({ subject }: Facts): Absence {
  if (titled.test(subject))
    return /^\s*(?:absence|abwesenheit|ausencia|assenza|ausência|휴가|休暇|外出|休假|不在|ooo|oof)\s*[:：]/iu.test(
      subject,
    )
      ? "likely"
      : "certain";
  return alone.test(subject) ? "likely" : "none";
}

const receiptSubject = new RegExp(
  `^\\s*(?:\\[\\s*(?:${receiptWords.join("|")})\\s*\\]|(?:${receiptWords.join("|")})\\s*[:：])`,
  "iu",
);

/** It answers a mail: what a person on leave or a reader's program sends always does. */
function answers(facts: Facts): boolean {
  return (
    firstHeader(facts.headers, "in-reply-to") !== null || firstHeader(facts.headers, "references") !== null
  );
}

function hasReceiptPart(part: MimePart): boolean {
  if (/^message\/(?:global-)?disposition-notification$/.test(part.type)) return true;
  if (
    part.type === "multipart/report" &&
    /disposition-notification/i.test(part.contentType.parameters.get("report-type") ?? "")
  )
    return true;
  return part.children.some(hasReceiptPart);
}

function found(kind: AutoReplyKind, reason: string, quiet: boolean): AutoReply {
  return { kind, quiet, reason };
}

/** May anything automatic answer this mail? When in doubt, no: a missed greeting is cheaper than a loop. */
export function autoAckAdvice(facts: Facts & { autoReply: AutoReply | null }): AutoAckAdvice {
  const header = (name: string) => firstHeader(facts.headers, name);
  const no = (reason: string): AutoAckAdvice => ({ send: false, reason });
  if (facts.autoReply) return no(facts.autoReply.reason);
  if (/^\s*<\s*>\s*$/.test(header("return-path") ?? "")) return no("empty return-path");
  if (
    header("x-auto-response-suppress") !== null &&
    !/^\s*none\s*$/i.test(header("x-auto-response-suppress")!)
  )
    return no(`x-auto-response-suppress: ${header("x-auto-response-suppress")!.slice(0, 40)}`);
  const list = facts.headers.find(({ name }) => name.startsWith("list-"));
  if (list) return no(list.name);
  const mass = facts.headers.find(({ name }) => massMailHeaders.test(name));
  if (mass) return no(`${mass.name}: sent by a mail service`);
  if (facts.root.type === "multipart/report") return no("a report");
  const senders = facts.from.map((person) => person.address);
  if (senders.length === 0 || senders.every((address) => address === "")) return no("no sender to answer");
  const machine = senders.find((address) => machineAddress.test(address));
  if (machine) return no("the sender's address takes no mail");
  if (/^\s*(?:yes|true|1)\s*$/i.test(header("x-auto-generated") ?? "")) return no("x-auto-generated");
  return { send: true, reason: null };
}

const massMailHeaders =
  /^(?:feedback-id|x-ses-outgoing|x-campaign(?:-?id)?|x-campaignid|x-mailchimp.*|x-mc-user|x-mailgun-(?:sid|tag|variables)|x-sg-eid|x-sg-id|x-mandrill-user|x-mj-mid|x-pm-message-id|x-pm-tag|x-report-abuse|x-csa-complaints|x-emarsys.*|x-elqpod|x-sfmc-stack|x-mailer-sid|x-job|x-sparkpost.*|x-msfbl|x-github-reason|x-jira-fingerprint|x-gitlab-.*|x-auto-response-id|x-stripe-eid)$/;

const machineAddress =
  /^(?:mailer-?daemon|postmaster|post_master|no[-_.]?reply|do[-_.]?not[-_.]?reply|noreply|donotreply|nobody|bounces?|notifications?|notify|alerts?|auto(?:mated|reply|-confirm)?|root|daemon|cron|news(?:letter)?|[^@]*[-_.+](?:bounces?|no-?reply|donotreply|unsubscribe)|(?:no-?reply|noreply|donotreply|bounces?)[-_.+][^@]*|owner-[^@]+|[^@]+-(?:owner|request|bounces))@/i;
