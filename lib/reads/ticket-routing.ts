import { and, desc, eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { ticketEvents, type tickets } from "#db/schema/index.ts";
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
  const [by, names] = await Promise.all([
    waits ? null : givenBy(ctx, ticket.id),
    namesIn(ctx, [...reason, ...(runnerUp?.reason ?? [])], [kept.agentId, runnerUp?.agentId]),
  ]);
  return {
    agentId: kept.agentId,
    reason,
    runnerUp,
    retryAt: waits ? retryAt : null,
    by,
    managerTold: ticket.managerToldAt !== null,
    names,
  };
}

const assignedOf = prepared("ticket_assigned", (db) =>
  db
    .select({ data: ticketEvents.data })
    .from(ticketEvents)
    .where(
      and(eq(ticketEvents.ticketId, sql.placeholder("ticketId")), eq(ticketEvents.type, "ticket.assigned")),
    )
    .orderBy(desc(ticketEvents.seq))
    .limit(1),
);

async function givenBy(ctx: Context, ticketId: string): Promise<RoutingView["by"]> {
  const [last] = await assignedOf(ctx.db).execute({ ticketId });
  const why = last?.data.why;
  if (why === "pulled") return "pulled";
  return typeof why === "string" ? "hand" : null;
}

const namesOf = prepared("routing_names", (db) =>
  db.select({ id: sql<string>`id`, name: sql<BothNames>`name` }).from(
    sql`(
        select id::text, name from queues where id = any(${sql.placeholder("queueIds")}::uuid[])
        union all select key, name from skills where key = any(${sql.placeholder("keys")}::text[])
        union all select id::text, jsonb_build_object('en', name, 'ko', name)
          from agents where id = any(${sql.placeholder("agentIds")}::uuid[])
      ) named`,
  ),
);

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
  const named = await namesOf(ctx.db).execute({ queueIds, keys, agentIds });
  return Object.fromEntries(named.map(({ id, name }) => [id, name]));
}
