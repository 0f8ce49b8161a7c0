import { eq } from "drizzle-orm";
import { inboundEmails, outboundEmails } from "#db/schema/index.ts";
import type { Bounce } from "#lib/domain/intake/parsed-email.ts";
import { asksForRating } from "#lib/domain/ratings/rating.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import { sideMailFailed } from "../side/side-mail-failed.ts";
import { ticketForUpdate, updateTicket } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";
import { markDeadAddresses } from "./dead-addresses.ts";

export type BounceReport = { inboundEmailId: string; outboundId: string; bounce: Bounce };

/** Writes a bounce onto the mail it is about: shown on the message, the clock runs again, dead addresses are marked. */
export async function recordBounce(ctx: Context, report: BounceReport): Promise<void> {
  ctx.must("ticket.receive");
  await transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const [ledger] = await tx
      .select()
      .from(inboundEmails)
      .where(eq(inboundEmails.id, report.inboundEmailId))
      .for("update");
    if (!ledger || (ledger.state !== "pending" && ledger.state !== "processing")) return;
    const [mail] = await tx.select().from(outboundEmails).where(eq(outboundEmails.id, report.outboundId));

    await tx
      .update(inboundEmails)
      .set({
        state: "delivered",
        reason: "bounce",
        detail: { outboundId: report.outboundId, temporary: report.bounce.temporary },
        ticketId: mail?.ticketId ?? null,
        processedAt: ctx.now,
        lastError: null,
      })
      .where(eq(inboundEmails.id, ledger.id));
    if (mail) await reportOnMail(transaction, mail, report.bounce, ledger.acceptedAt);
    if (mail?.kind === "side") {
      const { temporary, diagnostic } = report.bounce;
      if (!temporary) await sideMailFailed(transaction, mail, truncate(clean(diagnostic), 500));
      return;
    }
    if (!mail?.ticketId) return;

    const recipients = report.bounce.recipients.map((recipient) => clean(recipient.address));
    const { temporary } = report.bounce;
    const about = { ticketId: mail.ticketId, messageId: mail.ticketMessageId };
    await emit({ type: "message.bounced", ...about, at: ledger.acceptedAt, recipients, temporary });
    if (temporary) return;
    await markDeadAddresses(transaction, mail, report.bounce);
    if (asksForRating(mail.causeId)) return;
    const ticket = await ticketForUpdate(tx, mail.ticketId);
    await updateTicket(transaction, ticket, { needsReview: true });
    await refreshClocks(transaction, ticket.id);
  });
}

/** Who did not get it, and why; shown beside the message. A later word about a recipient replaces the earlier one. */
async function reportOnMail(
  { tx }: Transaction,
  mail: typeof outboundEmails.$inferSelect,
  bounce: Bounce,
  acceptedAt: Date,
): Promise<void> {
  const reports = bounce.recipients
    .filter(({ action }) => action !== "delivered" && action !== "relayed" && action !== "expanded")
    .slice(0, 50)
    .map(({ address, status, diagnostic }) => ({
      address: clean(address),
      outcome: bounce.temporary ? ("delayed" as const) : ("bounced" as const),
      status,
      diagnostic: truncate(clean(diagnostic ?? bounce.diagnostic), 300),
      at: acceptedAt.toISOString(),
    }));
  const kept = mail.reports.filter((one) => !reports.some(({ address }) => address === one.address));
  await tx
    .update(outboundEmails)
    .set({ reports: [...kept, ...reports] })
    .where(eq(outboundEmails.id, mail.id));
}
