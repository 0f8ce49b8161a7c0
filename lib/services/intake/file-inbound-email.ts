import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { mailboxes } from "#db/schema/index.ts";
import { type Delivery, decideDelivery } from "#lib/domain/intake/decide-delivery.ts";
import { enclosedIn } from "#lib/domain/intake/enclosed.ts";
import { fromBehindForm } from "#lib/domain/intake/form-relay.ts";
import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import type { SenderChecks } from "#lib/domain/intake/who-may-append.ts";
import type { Context } from "../context.ts";
import { receiveSideAnswer } from "../side/receive-side-answer.ts";
import { transact } from "../transact.ts";
import { storedBody } from "./add-message.ts";
import { markAddressAlive } from "./dead-addresses.ts";
import { readDeliveryFacts } from "./delivery-facts.ts";
import { type InboundRow, ignoreInboundEmail } from "./finish-inbound-email.ts";
import { receiveAgentForward, receiveAgentReply } from "./receive-agent-mail.ts";
import { receiveMessage } from "./receive-message.ts";
import type { ReceivedMessage } from "./received-message.ts";
import { recordBounce } from "./record-bounce.ts";

export type UnderstoodEmail = {
  row: InboundRow;
  email: ParsedEmail;
  /** Sanitised for the frame; null for plain text. */
  safeHtml: string | null;
  /** Attachments that are kept already; left out, the mail's own bytes are. */
  files?: ReceivedMessage["attachments"];
  /** What the checks of the sender's domain said; left out, nobody checked. */
  checks?: SenderChecks & { said?: Record<string, string> };
};

const unchecked: SenderChecks = { dmarc: "none", policy: null, arcPass: false };

/**
 * Decides what becomes of an understood mail and does it. Mails that name one another wait for each other, so
 * that an answer that overtakes its question still finds the ticket.
 */
export async function fileInboundEmail(
  ctx: Context,
  { row, safeHtml, ...understood }: UnderstoodEmail,
): Promise<Delivery> {
  ctx.must("ticket.receive");
  const files = understood.files ?? understood.email.attachments;
  const trusted = await formRelaysOf(ctx, row.mailboxId);
  const { email, checks } = fromBehindForm(understood.email, understood.checks ?? unchecked, trusted);
  return transact(ctx, async ({ ctx: inner, tx }) => {
    const ids = [email.messageId, ...email.inReplyTo, ...email.references].filter((id) => id !== null);
    for (const id of [...new Set(ids)].sort().slice(0, 200)) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`thread ${id}`}, 0))`);
    }
    const delivery = decideDelivery(email, await readDeliveryFacts(inner, email, row.envelopeTo, checks));
    const detail = {
      ...row.detail,
      warnings: email.warnings.slice(0, 20),
      by: "reason" in delivery ? delivery.reason : "bounce",
      checks: {
        dmarc: checks.dmarc,
        policy: checks.policy,
        arcPass: checks.arcPass,
        ...understood.checks?.said,
      },
      ...(email.formRelay && { formRelay: email.formRelay }),
    };
    switch (delivery.kind) {
      case "ignore":
        await ignoreInboundEmail(inner, { inboundEmailId: row.id, reason: delivery.reason, detail });
        break;
      case "agent_reply":
        await receiveAgentReply(inner, { row, email, files, delivery, detail });
        break;
      case "agent_forward":
        await receiveAgentForward(inner, { row, email, files, delivery, detail });
        break;
      case "side_answer":
        await receiveSideAnswer(inner, { row, email, from: authorOf(email), files, delivery, detail });
        break;
      case "bounce":
        await recordBounce(inner, {
          inboundEmailId: row.id,
          outboundId: delivery.outboundId,
          bounce: email.bounce!,
        });
        break;
      case "file":
        await receiveMessage(inner, {
          ...delivery,
          inboundEmailId: row.id,
          channel: "email",
          from: authorOf(email),
          cc: [...email.to, ...email.cc],
          subject: email.subject,
          body: storedBody(email),
          trimmed: email.replyText ? email.trimmedText : "",
          html: safeHtml,
          language: null,
          messageId: email.messageId,
          refersTo: [...email.inReplyTo, ...email.references],
          enclosed: enclosedIn(email),
          attachments: files,
          detail,
        });
        if (checks.dmarc === "pass" && delivery.unverified === null)
          await markAddressAlive(inner, authorOf(email).address);
        break;
    }
    return delivery;
  });
}

async function formRelaysOf(ctx: Context, mailboxId: string | null) {
  const [row] = mailboxId
    ? await ctx.db
        .select({ relays: mailboxes.formRelays, mailbox: mailboxes.address })
        .from(mailboxes)
        .where(eq(mailboxes.id, mailboxId))
    : [];
  return row ?? { relays: [], mailbox: null };
}

/**
 * Whom we take the mail to be from. A From that is not exactly one address belongs to nobody we know: it gets
 * an address of its own under `.invalid` (RFC 2606), to which nothing is ever sent.
 */
function authorOf({ senderVerdict, from, headers }: ParsedEmail): { name: string; address: string } {
  if (senderVerdict.kind === "known") return senderVerdict;
  const written = headers.find((header) => header.name === "from")?.value ?? "";
  const mark = createHash("sha256").update(written).digest("hex").slice(0, 16);
  return { name: from[0]?.name ?? "", address: `unverified-${mark}@sender.invalid` };
}
