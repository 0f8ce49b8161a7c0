import type { EmailToCompose } from "#lib/channels/email/compose-email.ts";
import { instanceId } from "#lib/crypto/instance-id.ts";
import { recipientsLeft } from "#lib/domain/delivery/recipient-refusals.ts";
import { retryAt } from "#lib/domain/delivery/retry-at.ts";
import { type Context, within } from "#lib/services/context.ts";
import { keepOffered } from "#lib/services/mail/offered-original.ts";
import {
  claimOutboundEmail,
  deferEmail,
  markEmailFailed,
  markEmailSent,
  markEmailUnclear,
  type OutboundRow,
} from "#lib/services/mail/outbound-states.ts";
import { readFiles } from "#lib/services/mail/read-files.ts";
import type { Handler } from "../handler.ts";
import { wayOut } from "../way-out.ts";

/** Claims the mail in its own transaction before the relay hears of it, so that a crash leaves a trace. */
export const sendReply: Handler<"email.send"> = async ({ outboundEmailId }, { ctx, mailer, run, log }) => {
  const row = await claimOutboundEmail(ctx, outboundEmailId);
  if (!row) return;
  const files = await readFiles(ctx, row);
  const way = await wayOut(ctx, row.mailboxId);
  const outcome =
    way.kind === "closed"
      ? { kind: "deferred" as const, response: way.error }
      : await mailer.send(
          row.id,
          { ...emailOf(row, ctx), attachments: files },
          { ...way, signal: run.signal, keep: (raw) => keepOffered(ctx, row, raw) },
        );
  const after = within(ctx, { now: new Date() });
  const error = outcome.response;
  const again = { outboundEmailId, error, retryAt: retryAt(row.attempts, after.now) };
  log.info({ outboundEmailId, ticketId: row.ticketId, outcome: outcome.kind }, "mail offered");
  switch (outcome.kind) {
    case "sent":
      return markEmailSent(after, { ...again, response: outcome.response, refusals: outcome.refusals ?? [] });
    case "refused":
      return markEmailFailed(after, { outboundEmailId, error });
    case "deferred":
      return void (await deferEmail(after, again));
    case "unknown":
      return markEmailUnclear(after, again);
  }
};

function emailOf(row: OutboundRow, ctx: Context): EmailToCompose {
  return {
    messageId: row.messageId,
    inReplyTo: row.inReplyTo,
    references: row.references,
    from: { name: row.fromName, address: row.fromAddress },
    to: row.to,
    cc: row.cc,
    bcc: [],
    only: recipientsLeft(
      [...row.to, ...row.cc].map(({ address }) => address),
      row.reports,
    ),
    replyTo: row.replyTo,
    envelopeFrom: row.envelopeFrom,
    subject: row.subject,
    text: row.body,
    ...(row.html && { html: row.html }),
    attachments: [],
    date: row.createdAt,
    instanceId: instanceId(ctx.config.secret),
    kind: row.automatic ? "auto" : "agent",
    answersMail: row.inReplyTo !== null,
  };
}
