import { and, eq, inArray, sql } from "drizzle-orm";
import { inboundEmails } from "#db/schema/index.ts";
import { clean, cleanDeep, truncate } from "#lib/domain/text/clean.ts";
import type { Context } from "../context.ts";

export type InboundRow = typeof inboundEmails.$inferSelect;

/** How often a mail is tried before it is filed as failed with its original kept. */
const maxAttempts = 6;

/** Takes a ledger row to work on. Null when it is finished already: the second run leaves quietly. */
export async function claimInboundEmail(ctx: Context, inboundEmailId: string): Promise<InboundRow | null> {
  ctx.must("ticket.receive");
  const [row] = await ctx.db
    .update(inboundEmails)
    .set({
      state: "processing",
      attempts: sql`${inboundEmails.attempts} + 1`,
      checkAt: new Date(ctx.now.getTime() + 30_000),
    })
    .where(and(eq(inboundEmails.id, inboundEmailId), inArray(inboundEmails.state, ["pending", "processing"])))
    .returning();
  return row ?? null;
}

/** Deliberately makes no ticket of it. The reason is for ever. */
export async function ignoreInboundEmail(ctx: Context, input: ToIgnore): Promise<void> {
  ctx.must("ticket.receive");
  await markIgnored(ctx, input);
}

type ToIgnore = {
  inboundEmailId: string;
  reason: string;
  detail?: Record<string, unknown>;
  ticketId?: string | null;
};

/** The same inside a verb that has its own permission. */
export async function markIgnored(ctx: Context, input: ToIgnore): Promise<void> {
  await ctx.db
    .update(inboundEmails)
    .set({
      state: "ignored",
      reason: input.reason,
      detail: cleanDeep(input.detail ?? {}),
      ticketId: input.ticketId ?? null,
      processedAt: ctx.now,
      lastError: null,
    })
    .where(
      and(
        eq(inboundEmails.id, input.inboundEmailId),
        inArray(inboundEmails.state, ["pending", "processing"]),
      ),
    );
}

/** Remembers what went wrong. Pending again while attempts are left, then failed and visible, never gone. */
export async function failInboundEmail(
  ctx: Context,
  input: { inboundEmailId: string; error: string; permanent: boolean },
): Promise<{ state: "pending" | "failed" | "finished" }> {
  ctx.must("ticket.receive");
  const [row] = await ctx.db
    .update(inboundEmails)
    .set({
      state: sql`case when ${input.permanent} or ${inboundEmails.attempts} >= ${maxAttempts} then 'failed' else 'pending' end`,
      reason: sql`case when ${input.permanent} or ${inboundEmails.attempts} >= ${maxAttempts} then 'processing_failed' else ${inboundEmails.reason} end`,
      lastError: truncate(clean(input.error), 2000),
      checkAt: new Date(ctx.now.getTime() + 30_000),
    })
    .where(
      and(
        eq(inboundEmails.id, input.inboundEmailId),
        inArray(inboundEmails.state, ["pending", "processing"]),
      ),
    )
    .returning({ state: inboundEmails.state });
  return { state: row ? (row.state as "pending" | "failed") : "finished" };
}
