import { and, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import type { InboxView } from "#lib/domain/lists/list-filter.ts";
import type { Role } from "#lib/domain/people/permissions.ts";
import type { Context } from "#lib/services/context.ts";
import { conditionsFor, inInbox } from "#lib/services/lists/list-conditions.ts";
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

const me = sql`${sql.placeholder("me")}::uuid`;
const count = (view: InboxView) => upTo(sql`tickets where ${and(...conditionsFor(me, { view }))}`);

/** Each count reads one index of its own list, and no more of it than it shows. */
const countsOf = prepared("shell_counts", (db) =>
  db
    .select({
      mine: count("mine"),
      team: count("team"),
      unassigned: count("unassigned"),
      unplaced: count("unplaced"),
      angry: count("angry"),
      held: count("held"),
      snoozed: count("snoozed"),
      spam: count("spam"),
      mentions: upTo(sql`message_mentions where agent_id = ${me} and seen_at is null`),
      notices: upTo(sql`notices where agent_id = ${me} and read_at is null`),
      queues: sql<Shell["queues"]>`array(
        select jsonb_build_object('id', q.id, 'key', q.key, 'name', q.name,
          'count', ${upTo(sql`tickets where queue_id = q.id and ${inInbox}`)})
        from queues q order by q.position, q.key)`,
    })
    .from(sql`(select) as desk`),
);

/** `agent` is the reader, as the session found them. */
export async function readShell(ctx: Context, agent: Shell["me"]): Promise<Shell> {
  ctx.must("ticket.read");
  const [[found], views] = await Promise.all([
    countsOf(ctx.db).execute({ me: agent.id }),
    readSavedViews(ctx),
  ]);
  const { queues, ...counts } = found!;
  const { id, name, email, role, availability, backAt, locale } = agent;
  return { me: { id, name, email, role, availability, backAt, locale }, counts, queues, views };
}
