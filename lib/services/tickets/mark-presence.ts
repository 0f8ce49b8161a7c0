import { and, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { ticketPresence, tickets } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { forbidden, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";

const PresenceInput = z.strictObject({
  ticketId: id(),
  tab: z.string().regex(/^[\w-]{8,64}$/),
  doing: z.enum(["viewing", "typing", "gone"]),
});

/** Longer without a sign of life is gone. */
const forgottenMs = 60_000;

/**
 * Says that the agent looks at a ticket, writes on it, or left. Colleagues' screens hear of changes only; the sign of
 * life in between just moves `seen_at`.
 */
export async function markPresence(ctx: Context, input: z.input<typeof PresenceInput>): Promise<void> {
  ctx.must("ticket.read");
  const { ticketId, tab, doing } = parseInput(PresenceInput, input);
  const { actor, now } = ctx;
  if (actor.kind !== "agent") throw forbidden();
  const row = { ticketId, agentId: actor.id, tab };

  await transact(ctx, async ({ tx }) => {
    const which = and(
      eq(ticketPresence.ticketId, ticketId),
      eq(ticketPresence.agentId, actor.id),
      eq(ticketPresence.tab, tab),
    );
    const [before] = await tx.select().from(ticketPresence).where(which).for("update");
    if (!before && doing !== "gone") await mustExist(tx, ticketId);
    if (doing === "gone") await tx.delete(ticketPresence).where(which);
    else
      await tx
        .insert(ticketPresence)
        .values({ ...row, doing, seenAt: now })
        .onConflictDoUpdate({
          target: [ticketPresence.ticketId, ticketPresence.agentId, ticketPresence.tab],
          set: { doing, seenAt: now },
        });
    if ((before?.doing ?? "gone") === doing) return;
    await tx.delete(ticketPresence).where(lt(ticketPresence.seenAt, new Date(now.getTime() - forgottenMs)));
    const news = { ticketId, agentId: actor.id, name: actor.name, tab, doing };
    await tx.execute(sql`select pg_notify('baton_presence', ${JSON.stringify(news)})`);
  });
}

async function mustExist(tx: Context["db"], ticketId: string): Promise<void> {
  const [ticket] = await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.id, ticketId));
  if (!ticket) throw notFound("ticket");
}
