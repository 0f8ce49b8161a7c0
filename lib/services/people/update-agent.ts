import { and, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { agents, tickets } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { agentFields } from "./agent-input.ts";
import { forgetLinks } from "./one-time-link.ts";
import { endSessions } from "./revoke-sessions.ts";
import { writeAgentLinks } from "./write-agent-links.ts";

const UpdateAgentInput = z.strictObject({
  agentId: id(),
  ...z.object(agentFields).partial().shape,
  active: z.boolean().optional(),
});
export type UpdateAgentInput = z.input<typeof UpdateAgentInput>;

/**
 * Changes a person. A new role, a new address or disabling signs them out everywhere at once. The last
 * administrator who can sign in stays one: `conflict`. A disabled person's open tickets go back to their queues.
 */
export async function updateAgent(ctx: Context, input: UpdateAgentInput): Promise<void> {
  ctx.must("agent.write");
  const { agentId, skills, queueIds, ...changes } = parseInput(UpdateAgentInput, input);

  await transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    // One at a time: two administrators cannot demote each other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('people', 0))`);
    const [before] = await tx.select().from(agents).where(eq(agents.id, agentId)).for("update");
    if (!before) throw notFound("agent");
    const after = { ...before, ...changes };
    if (losesAdmin(before, after)) await mustNotBeLastAdmin(transaction, agentId);
    if (after.email !== before.email) await mustBeFree(transaction, agentId, after.email);

    if (Object.keys(changes).length > 0) {
      await tx
        .update(agents)
        .set({ ...changes, ...(changes.active === false && { availability: "offline" as const }) })
        .where(eq(agents.id, agentId));
    }
    await writeAgentLinks(transaction, agentId, { skills, queueIds });
    if (!after.active || after.role !== before.role || after.email !== before.email) {
      await endSessions(transaction, { agentId });
      await forgetLinks(tx, agentId);
    }
    if (before.active && !after.active) await giveTicketsBack(transaction, agentId);
    else if (skills || queueIds) await transaction.enqueue("tickets.reroute", { agentId });
    await audit("agent.updated", `agent:${agentId}`, {
      ...changes,
      ...(skills && { skills: skills.length }),
      ...(queueIds && { queues: queueIds.length }),
    });
  });
}

type Standing = { role: string; active: boolean };
const isAdmin = ({ role, active }: Standing): boolean => role === "admin" && active;
const losesAdmin = (before: Standing, after: Standing): boolean => isAdmin(before) && !isAdmin(after);

async function mustNotBeLastAdmin({ tx }: Transaction, agentId: string): Promise<void> {
  const [other] = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(
      and(
        ne(agents.id, agentId),
        eq(agents.role, "admin"),
        eq(agents.active, true),
        isNotNull(agents.passwordHash),
      ),
    )
    .limit(1);
  if (!other) throw conflict("This is the last administrator. Make somebody else one first.");
}

async function mustBeFree({ tx }: Transaction, agentId: string, email: string): Promise<void> {
  const [other] = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(and(ne(agents.id, agentId), eq(sql`lower(${agents.email})`, email)));
  if (other) throw invalid("Somebody at the desk has this e-mail address.", { email: "taken" });
}

async function giveTicketsBack({ tx, ctx, emit }: Transaction, agentId: string): Promise<void> {
  const open = await tx
    .update(tickets)
    .set({ assigneeId: null, version: sql`${tickets.version} + 1`, updatedAt: ctx.now })
    .where(
      and(eq(tickets.assigneeId, agentId), inArray(tickets.status, ["new", "open", "pending", "on_hold"])),
    )
    .returning({ id: tickets.id });
  for (const { id: ticketId } of open) {
    await emit({ type: "ticket.assigned", ticketId, from: agentId, to: null, why: "agent_disabled" });
  }
}
