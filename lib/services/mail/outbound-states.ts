import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { outboundEmails, ticketEvents, tickets } from "#db/schema/index.ts";
import { isTemporary, type Refusal, reportsAfter } from "#lib/domain/delivery/recipient-refusals.ts";
import { asksForRating } from "#lib/domain/ratings/rating.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import { sideMailFailed } from "../side/side-mail-failed.ts";
import { ticketForUpdate, updateTicket } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";
import { isOutboundHeld } from "./retry-mail.ts";

export type OutboundRow = typeof outboundEmails.$inferSelect;

/** A relay that has not answered for this long has not taken the mail, as far as we can know. */
const sendingBudgetMs = 60_000;
const maxAttempts = 8;

/**
 * Takes a mail to send it now. Null when there is nothing to do: sent, held, not due, or somebody has it.
 * A mail that was being sent when its sender died is unclear: an agent's goes out again under the same
 * Message-ID, an automatic one stops as `unknown`, because twice is worse than never for a machine's mail.
 */
export async function claimOutboundEmail(ctx: Context, outboundEmailId: string): Promise<OutboundRow | null> {
  ctx.must("outbound.mark");
  return transact(ctx, async (transaction) => {
    const { tx } = transaction;
    const [row] = await tx
      .select()
      .from(outboundEmails)
      .where(eq(outboundEmails.id, outboundEmailId))
      .for("update");
    if (!row || row.sendAt > ctx.now) return null;
    const abandoned = row.state === "sending" && row.checkAt <= ctx.now;
    if (abandoned && row.automatic) {
      await finish(transaction, row, {
        state: "unknown",
        error: "The sender stopped before the relay's answer was kept.",
      });
      return null;
    }
    if (row.state !== "queued" && !abandoned) return null;
    if (await isOutboundHeld(tx)) {
      await tx.update(outboundEmails).set({ state: "held" }).where(eq(outboundEmails.id, row.id));
      return null;
    }
    const [claimed] = await tx
      .update(outboundEmails)
      .set({
        state: "sending",
        attempts: sql`${outboundEmails.attempts} + 1`,
        sendingSince: ctx.now,
        checkAt: new Date(ctx.now.getTime() + sendingBudgetMs),
      })
      .where(eq(outboundEmails.id, row.id))
      .returning();
    return claimed ?? null;
  });
}

/**
 * The relay has it: from here it is theirs. Recipients whom it asked to wait are tried again by themselves; the ones
 * it refused for good are written down, and a person looks.
 */
export async function markEmailSent(
  ctx: Context,
  input: { outboundEmailId: string; response: string; refusals?: readonly Refusal[]; retryAt?: Date },
): Promise<void> {
  ctx.must("outbound.mark");
  const { outboundEmailId, response, refusals = [], retryAt = ctx.now } = input;
  await transact(ctx, async (transaction) => {
    const row = await lockSending(transaction, outboundEmailId);
    if (!row) return;
    const reports = reportsAfter(row.reports, refusals.map(withoutNoise), ctx.now);
    const { tx } = transaction;
    await tx.update(outboundEmails).set({ reports }).where(eq(outboundEmails.id, row.id));
    const waiting = refusals.find(isTemporary);
    if (waiting) {
      await deferEmail(transaction.ctx, { outboundEmailId, error: waiting.response, retryAt });
      return;
    }
    const missed = reports.filter(({ outcome }) => outcome === "refused");
    const error = missed.map(({ diagnostic }) => diagnostic).join(" ");
    const hasNobody = row.to.every(({ address }) => missed.some((one) => one.address === address));
    if (hasNobody) return finish(transaction, row, { state: "failed", error });
    await finish(transaction, row, { state: "sent", response });
    if (missed.length === 0 || !row.ticketId) return;
    await updateTicket(transaction, await ticketForUpdate(tx, row.ticketId), { needsReview: true });
  });
}

const withoutNoise = ({ address, code, response }: Refusal): Refusal => ({
  address: clean(address),
  code,
  response: truncate(clean(response), 300),
});

/** The relay refused it for good: the message says so, the clock starts again, the ticket comes back. */
export async function markEmailFailed(
  ctx: Context,
  input: { outboundEmailId: string; error: string },
): Promise<void> {
  ctx.must("outbound.mark");
  await transact(ctx, async (transaction) => {
    const row = await lockSending(transaction, input.outboundEmailId);
    if (row) await finish(transaction, row, { state: "failed", error: input.error });
  });
}

/** The relay said "later", or was not there. Queued again, or failed when it was tried often enough. */
export async function deferEmail(
  ctx: Context,
  input: { outboundEmailId: string; error: string; retryAt: Date },
): Promise<{ state: "queued" | "failed" | "finished" }> {
  ctx.must("outbound.mark");
  return transact(ctx, async (transaction) => {
    const row = await lockSending(transaction, input.outboundEmailId);
    if (!row) return { state: "finished" };
    if (row.attempts >= maxAttempts) {
      await finish(transaction, row, { state: "failed", error: input.error });
      return { state: "failed" };
    }
    await transaction.tx
      .update(outboundEmails)
      .set({
        state: "queued",
        error: truncate(clean(input.error), 2000),
        sendAt: input.retryAt,
        checkAt: new Date(input.retryAt.getTime() + sendingBudgetMs),
      })
      .where(eq(outboundEmails.id, row.id));
    await transaction.enqueue("email.send", { outboundEmailId: row.id }, input.retryAt);
    return { state: "queued" };
  });
}

/** Nobody can say whether it arrived. An agent's mail is tried again; an automatic one waits for a person. */
export async function markEmailUnclear(
  ctx: Context,
  input: { outboundEmailId: string; error: string; retryAt: Date },
): Promise<void> {
  ctx.must("outbound.mark");
  await transact(ctx, async (transaction) => {
    const row = await lockSending(transaction, input.outboundEmailId);
    if (!row) return;
    if (row.automatic) await finish(transaction, row, { state: "unknown", error: input.error });
    else await deferEmail(transaction.ctx, input);
  });
}

/** The ticket before its mail, as everybody who changes both does: two who wait for each other would undo one. */
async function lockSending({ tx }: Transaction, outboundEmailId: string): Promise<OutboundRow | null> {
  const [about] = await tx
    .select({ ticketId: outboundEmails.ticketId })
    .from(outboundEmails)
    .where(eq(outboundEmails.id, outboundEmailId));
  if (about?.ticketId) await ticketForUpdate(tx, about.ticketId);
  const [row] = await tx
    .select()
    .from(outboundEmails)
    .where(and(eq(outboundEmails.id, outboundEmailId), eq(outboundEmails.state, "sending")))
    .for("update");
  return row ?? null;
}

type End = { state: "sent"; response: string } | { state: "failed" | "unknown"; error: string };

async function finish(transaction: Transaction, row: OutboundRow, end: End): Promise<void> {
  const { tx, ctx, emit } = transaction;
  await tx
    .update(outboundEmails)
    .set(
      end.state === "sent"
        ? { state: "sent", sentAt: ctx.now, response: truncate(clean(end.response), 1000), error: null }
        : { state: end.state, error: truncate(clean(end.error), 2000) },
    )
    .where(eq(outboundEmails.id, row.id));
  if (row.kind === "side") {
    if (end.state !== "sent") await sideMailFailed(transaction, row, truncate(clean(end.error), 500));
    return;
  }
  if (!row.ticketId) return;
  const about = { ticketId: row.ticketId, messageId: row.ticketMessageId, outboundId: row.id };
  if (end.state === "sent") {
    await emit({ type: "message.sent", ...about, response: truncate(clean(end.response), 200) });
    if (row.ticketMessageId) await countFromNow(transaction, row.ticketId, row.ticketMessageId);
    return;
  }
  await emit({ type: "message.failed", ...about, error: truncate(clean(end.error), 500) });
  if (asksForRating(row.causeId)) return;
  const ticket = await ticketForUpdate(tx, row.ticketId);
  await updateTicket(transaction, ticket, { needsReview: true });
  await refreshClocks(transaction, ticket.id);
}

/** Put off, or sent again after it had failed: from now on it is an answer. */
async function countFromNow(transaction: Transaction, ticketId: string, messageId: string): Promise<void> {
  const { tx, ctx } = transaction;
  const told = await tx
    .select({ type: ticketEvents.type, leavesAt: sql<string | null>`${ticketEvents.data}->>'leavesAt'` })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, ticketId),
        inArray(ticketEvents.type, ["message.replied", "message.failed", "message.bounced"]),
        sql`${ticketEvents.data}->>'messageId' = ${messageId}`,
      ),
    );
  const wasPutOff = told.some(({ leavesAt }) => leavesAt !== null);
  if (!wasPutOff && told.every(({ type }) => type === "message.replied")) return;
  if (wasPutOff) {
    const isFirst = and(eq(tickets.id, ticketId), isNull(tickets.firstPersonReplyAt));
    await tx.update(tickets).set({ firstPersonReplyAt: ctx.now }).where(isFirst);
  }
  await refreshClocks(transaction, ticketId);
}
