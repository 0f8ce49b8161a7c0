import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { ticketEvents } from "#db/schema/index.ts";
import type { Actor } from "#lib/domain/people/actor.ts";
import type { Context } from "../context.ts";
import { forbidden, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { ticketForUpdate } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";

/** The customer says that the answer helped. Saying it twice is said once. */
export async function confirmAnswer(ctx: Context, input: { ticketId: string }): Promise<void> {
  const { ticketId } = parseInput(z.strictObject({ ticketId: id() }), input);
  if (ctx.actor.kind !== "customer") throw forbidden();
  if (ctx.actor.ticketId !== ticketId) throw notFound("ticket");
  await transact(ctx, async (transaction) => {
    const ticket = await ticketForUpdate(transaction.tx, ticketId);
    await confirmOnce(transaction, ticket.id);
  });
}

/** The same inside a transaction that has its own permission and has locked the ticket: a mail that says so. */
export async function confirmOnce(
  { tx, emit }: Transaction,
  ticketId: string,
  author?: Actor,
): Promise<void> {
  const [said] = await tx
    .select({ seq: ticketEvents.seq })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.ticketId, ticketId), eq(ticketEvents.type, "customer.confirmed")))
    .limit(1);
  if (!said) await emit({ type: "customer.confirmed", ticketId, helped: true }, author);
}
