import { asc, eq, sql } from "drizzle-orm";
import { agents, queues, tickets } from "#db/schema/index.ts";
import type { Role } from "#lib/domain/people/permissions.ts";
import { angryFrom } from "#lib/domain/triage/evidence.ts";
import type { Context } from "#lib/services/context.ts";
import { notFound } from "#lib/services/errors.ts";
import type { BothNames } from "./inbox.ts";

export type Availability = "online" | "away" | "offline";

/** What stands around every page of the desk. */
export interface Shell {
  me: {
    id: string;
    name: string;
    email: string;
    role: Role;
    availability: Availability;
    /** When a person who is away said they are back. */
    backAt: Date | null;
    locale: "en" | "ko";
  };
  counts: {
    mine: number;
    team: number;
    unassigned: number;
    /** A manager was told that nobody fits. */
    unplaced: number;
    angry: number;
    held: number;
    /** Unread, of the reader. */
    notices: number;
  };
  queues: { id: string; key: string; name: BothNames; count: number }[];
}

/** Two queries over the unsolved tickets alone; solved ones are never counted. */
export async function readShell(ctx: Context): Promise<Shell> {
  ctx.must("ticket.read");
  const agentId = ctx.actor.kind === "agent" ? ctx.actor.id : "";
  const [[me], [counts], lines] = await Promise.all([
    ctx.db
      .select({
        id: agents.id,
        name: agents.name,
        email: agents.email,
        role: agents.role,
        availability: agents.availability,
        backAt: agents.backAt,
        locale: agents.locale,
      })
      .from(agents)
      .where(eq(agents.id, agentId)),
    ctx.db
      .select({
        mine: sql<number>`count(*) filter (where ${tickets.assigneeId} = ${agentId})`.mapWith(Number),
        team: sql<number>`count(*)`.mapWith(Number),
        unassigned: sql<number>`count(*) filter (where ${tickets.assigneeId} is null)`.mapWith(Number),
        unplaced: sql<number>`count(*) filter (where ${tickets.managerToldAt} is not null)`.mapWith(Number),
        angry: sql<number>`count(*) filter (where ${tickets.anger} >= ${angryFrom})`.mapWith(Number),
        notices:
          sql<number>`(select count(*) from notices where agent_id = nullif(${agentId}, '')::uuid and read_at is null)`.mapWith(
            Number,
          ),
        held: sql<number>`count(*) filter (where ${tickets.assistantState} = 'held')`.mapWith(Number),
      })
      .from(tickets)
      .where(waiting),
    ctx.db
      .select({
        id: queues.id,
        key: queues.key,
        name: queues.name,
        count: sql<number>`(
          select count(*) from tickets where queue_id = queues.id
            and status in ('new', 'open', 'pending', 'on_hold') and not is_spam and merged_into_id is null
        )`.mapWith(Number),
      })
      .from(queues)
      .orderBy(asc(queues.position), asc(queues.key)),
  ]);
  if (!me || !counts) throw notFound("agent");
  return { me, counts, queues: lines };
}

const waiting = sql`${tickets.status} in ('new', 'open', 'pending', 'on_hold')
  and not ${tickets.isSpam} and ${tickets.mergedIntoId} is null`;
