import { and, eq, inArray } from "drizzle-orm";
import { agents, messageMentions } from "#db/schema/index.ts";
import { actorId } from "#lib/domain/people/actor.ts";
import { invalid } from "../errors.ts";
import { notify } from "../notices/notify.ts";
import type { Transaction } from "../transact.ts";
import type { Ticket } from "./ticket-rows.ts";

/** Keeps whom a note calls by name and tells them, once a note. Throws `invalid` for who is not at the desk. */
export async function mentionColleagues(
  transaction: Transaction,
  ticket: Ticket,
  messageId: string,
  agentIds: readonly string[],
): Promise<void> {
  const { tx, ctx } = transaction;
  const wanted = [...new Set(agentIds)];
  if (wanted.length === 0) return;
  const known = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(and(inArray(agents.id, wanted), eq(agents.active, true)));
  if (known.length < wanted.length)
    throw invalid("A colleague who is named is not at the desk any more.", { mentions: "gone" });
  await tx
    .insert(messageMentions)
    .values(wanted.map((agentId) => ({ messageId, ticketId: ticket.id, agentId, at: ctx.now })))
    .onConflictDoNothing();
  const others = wanted.filter((agentId) => agentId !== actorId(ctx.actor));
  await notify(transaction, others, {
    ticketId: ticket.id,
    kind: "mentioned",
    clock: null,
    causeId: `mention:${messageId}`,
  });
}
