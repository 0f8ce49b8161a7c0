import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { ticketFollowers, tickets } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { forbidden, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";

const FollowInput = z.strictObject({ ticketId: id(), follow: z.boolean() });

/** From now on the agent hears of the ticket, or no longer. Twice is once. */
export async function followTicket(ctx: Context, input: z.input<typeof FollowInput>): Promise<void> {
  ctx.must("ticket.read");
  const { ticketId, follow } = parseInput(FollowInput, input);
  const { actor, now } = ctx;
  if (actor.kind !== "agent") throw forbidden();
  await transact(ctx, async ({ tx }) => {
    const [ticket] = await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.id, ticketId));
    if (!ticket) throw notFound("ticket");
    if (follow)
      await tx
        .insert(ticketFollowers)
        .values({ ticketId, agentId: actor.id, createdAt: now })
        .onConflictDoNothing();
    else
      await tx
        .delete(ticketFollowers)
        .where(and(eq(ticketFollowers.ticketId, ticketId), eq(ticketFollowers.agentId, actor.id)));
  });
}
