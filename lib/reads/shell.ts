import { and, asc, sql } from "drizzle-orm";
import { agents, queues } from "#db/schema/index.ts";
import type { InboxView } from "#lib/domain/lists/list-filter.ts";
import type { Role } from "#lib/domain/people/permissions.ts";
import type { Context } from "#lib/services/context.ts";
import { notFound } from "#lib/services/errors.ts";
import { inInbox, listConditions } from "#lib/services/lists/list-conditions.ts";
import { upTo } from "./count-up-to.ts";
import type { BothNames } from "./inbox.ts";
import { readSavedViews, type ViewRow } from "./saved-views.ts";

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
    /** Angry, and nobody has answered. */
    angry: number;
    held: number;
    /** Of the reader, not looked at. */
    mentions: number;
    snoozed: number;
    spam: number;
    /** Unread, of the reader. */
    notices: number;
  };
  queues: { id: string; key: string; name: BothNames; count: number }[];
  views: ViewRow[];
}

/** Each count reads one index of its own list, and no more of it than it shows. */
export async function readShell(ctx: Context): Promise<Shell> {
  ctx.must("ticket.read");
  const agentId = ctx.actor.kind === "agent" ? ctx.actor.id : null;
  const count = (view: InboxView) => upTo(sql`tickets where ${and(...listConditions(ctx, { view }))}`);
  const [[me], counts, lines, views] = await Promise.all([
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
      .where(sql`${agents.id} = ${agentId}::uuid`),
    ctx.db.execute<Shell["counts"]>(sql`select
      ${count("mine")} as mine, ${count("team")} as team, ${count("unassigned")} as unassigned,
      ${count("unplaced")} as unplaced, ${count("angry")} as angry, ${count("held")} as held,
      ${count("snoozed")} as snoozed, ${count("spam")} as spam,
      ${upTo(sql`message_mentions where agent_id = ${agentId}::uuid and seen_at is null`)} as mentions,
      ${upTo(sql`notices where agent_id = ${agentId}::uuid and read_at is null`)} as notices`),
    ctx.db
      .select({
        id: queues.id,
        key: queues.key,
        name: queues.name,
        count: upTo(sql`tickets where queue_id = queues.id and ${inInbox}`).mapWith(Number),
      })
      .from(queues)
      .orderBy(asc(queues.position), asc(queues.key)),
    readSavedViews(ctx),
  ]);
  const [numbers] = counts.rows;
  if (!me || !numbers) throw notFound("agent");
  return { me, counts: numbers, queues: lines, views };
}
