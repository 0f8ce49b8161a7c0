import { and, desc, eq, inArray } from "drizzle-orm";
import { agents, queues, skills, ticketEvents, type tickets } from "#db/schema/index.ts";
import type { ReasonPart, RouteDecision } from "#lib/domain/routing/route.ts";
import type { Context } from "#lib/services/context.ts";
import type { BothNames } from "./inbox.ts";

/** Why a ticket is where it is. Instants are ISO strings; ids are told by `names`. */
export interface RoutingView {
  agentId: string | null;
  reason: ReasonPart[];
  runnerUp: { agentId: string; reason: ReasonPart[] } | null;
  retryAt: string | null;
  /** How the person who has it now came to it, when it was not by the rules. */
  by: "hand" | "pulled" | null;
  managerTold: boolean;
  /** Of people, queues and skills, by id or key. */
  names: Record<string, BothNames>;
}

/** Null until the rules have looked for a person. */
export async function readRoutingWhy(
  ctx: Context,
  ticket: typeof tickets.$inferSelect,
): Promise<RoutingView | null> {
  const kept = ticket.routeReason as (RouteDecision & { retryAt: string | null }) | null;
  if (!kept?.reason) return null;
  const { reason, runnerUp, retryAt } = kept;
  const waits = ticket.assigneeId === null;
  const by = waits ? null : await givenBy(ctx, ticket.id);
  return {
    agentId: kept.agentId,
    reason,
    runnerUp,
    retryAt: waits ? retryAt : null,
    by,
    managerTold: ticket.managerToldAt !== null,
    names: await namesIn(ctx, [...reason, ...(runnerUp?.reason ?? [])], [kept.agentId, runnerUp?.agentId]),
  };
}

async function givenBy(ctx: Context, ticketId: string): Promise<RoutingView["by"]> {
  const [last] = await ctx.db
    .select({ data: ticketEvents.data })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.ticketId, ticketId), eq(ticketEvents.type, "ticket.assigned")))
    .orderBy(desc(ticketEvents.seq))
    .limit(1);
  const why = last?.data.why;
  if (why === "pulled") return "pulled";
  return typeof why === "string" ? "hand" : null;
}

async function namesIn(
  ctx: Context,
  parts: readonly ReasonPart[],
  people: readonly (string | null | undefined)[],
): Promise<RoutingView["names"]> {
  const queueIds = parts.flatMap((part) => (part.kind === "queue" ? [part.queueId] : []));
  const keys = parts.flatMap((part) => {
    if (part.kind === "skill") return [part.key];
    return part.kind === "relaxed" && part.relax.kind === "drop_skill" ? [part.relax.key] : [];
  });
  const agentIds = [
    ...people,
    ...parts.map((part) => (part.kind === "back_at" ? part.agentId : null)),
  ].filter((id) => typeof id === "string");
  const none: { id: string; name: BothNames }[] = [];
  const [lines, abilities, persons] = await Promise.all([
    queueIds.length === 0
      ? none
      : ctx.db.select({ id: queues.id, name: queues.name }).from(queues).where(inArray(queues.id, queueIds)),
    keys.length === 0
      ? none
      : ctx.db.select({ id: skills.key, name: skills.name }).from(skills).where(inArray(skills.key, keys)),
    agentIds.length === 0
      ? []
      : ctx.db.select({ id: agents.id, name: agents.name }).from(agents).where(inArray(agents.id, agentIds)),
  ]);
  const both = persons.map(({ id, name }) => ({ id, name: { en: name, ko: name } }));
  return Object.fromEntries([...lines, ...abilities, ...both].map(({ id, name }) => [id, name]));
}
