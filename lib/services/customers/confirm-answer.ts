import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { ticketEvents } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { forbidden, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { ticketForUpdate } from "../tickets/ticket-rows.ts";
import { transact } from "../transact.ts";

/** The customer says that the answer helped. Saying it twice is said once. */
export async function confirmAnswer(ctx: Context, input: { ticketId: string }): Promise<void> {
  const { ticketId } = parseInput(z.strictObject({ ticketId: id() }), input);
  if (ctx.actor.kind !== "customer") throw forbidden();
  if (ctx.actor.ticketId !== ticketId) throw notFound("ticket");
  await transact(ctx, async ({ tx, emit }) => {
    const ticket = await ticketForUpdate(tx, ticketId);
    const [said] = await tx
      .select({ seq: ticketEvents.seq })
      .from(ticketEvents)
      .where(and(eq(ticketEvents.ticketId, ticket.id), eq(ticketEvents.type, "customer.confirmed")))
      .limit(1);
    if (!said) await emit({ type: "customer.confirmed", ticketId: ticket.id, helped: true });
  });
}
