import { and, desc, eq, gte, inArray, isNull, lt, notInArray, or, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { ratings, ticketEvents } from "#db/schema/index.ts";
import type { FieldChoice } from "#lib/domain/tickets/custom-fields.ts";
import type { TicketEventType } from "#lib/domain/tickets/events.ts";
import type { Context } from "#lib/services/context.ts";
import type { EventView } from "./ticket-view.ts";

/** A ticket that machines play with has thousands. */
const mostEvents = 400;

/** The message itself, or its delivery mark, already says so. */
const toldByMessage: ReadonlySet<TicketEventType> = new Set<TicketEventType>([
  "message.received",
  "message.replied",
  "message.noted",
  "message.sent",
]);

const from = sql`${sql.placeholder("from")}::timestamptz`;
const until = sql`${sql.placeholder("until")}::timestamptz`;
const eventsOf = prepared("ticket_events", (db) =>
  db
    .select()
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, sql.placeholder("ticketId")),
        notInArray(ticketEvents.type, [...toldByMessage]),
        or(isNull(from), gte(ticketEvents.at, from)),
        or(isNull(until), lt(ticketEvents.at, until)),
      ),
    )
    .orderBy(desc(ticketEvents.seq))
    .limit(mostEvents),
);

/** What happened on a ticket within a page of its messages. */
export async function readEvents(
  ctx: Context,
  ticketId: string,
  { from, until }: { from: Date | null; until: Date | null },
): Promise<EventView[]> {
  const newest = await eventsOf(ctx.db).execute({ ticketId, from, until });
  const shown = newest.reverse();
  const [names, said] = await Promise.all([readNames(ctx, shown), readComments(ctx, shown)]);
  return shown.map((row) => ({
    item: "event",
    seq: row.seq,
    type: row.type as TicketEventType,
    actor: { kind: row.actorKind, name: (row.actorId && names.get(row.actorId)?.en) || null },
    at: row.at.toISOString(),
    data: { ...readable(row.data, names), ...said.get(row.seq) },
  }));
}

/** The words of a rating stand in the rating; they are shown with its newest event. */
async function readComments(
  ctx: Context,
  rows: readonly { seq: number; type: string; data: Record<string, unknown> }[],
): Promise<Map<number, { comment: string }>> {
  const newest = new Map(
    rows.flatMap(({ seq, type, data }) =>
      type === "ticket.rated" && isUuid(data.ratingId) ? [[data.ratingId, seq] as const] : [],
    ),
  );
  if (newest.size === 0) return new Map();
  const kept = await ctx.db
    .select({ id: ratings.id, comment: ratings.comment })
    .from(ratings)
    .where(inArray(ratings.id, [...newest.keys()]));
  return new Map(kept.map(({ id, comment }) => [newest.get(id)!, { comment: comment.slice(0, 500) }]));
}

type Names = Map<string, { en: string; ko: string }>;

const ids = sql`${sql.placeholder("ids")}::uuid[]`;
const namesOf = prepared("event_names", (db) =>
  db
    .select({
      id: sql<string>`id`,
      name: sql<{ en: string; ko: string }>`name`,
      choices: sql<FieldChoice[] | null>`choices`,
    })
    .from(
      sql`(
        select id, jsonb_build_object('en', name, 'ko', name) as name, null::jsonb as choices
          from agents where id = any(${ids})
        union all select id, name, null from queues where id = any(${ids})
        union all select id, name, null from categories where id = any(${ids})
        union all select id, name, choices from ticket_fields where id = any(${ids})
      ) named`,
    ),
);

/** Everybody and everything the events speak of, in both languages. */
async function readNames(
  ctx: Context,
  rows: readonly { actorId: string | null; data: Record<string, unknown> }[],
): Promise<Names> {
  const ids = [
    ...new Set(
      rows.flatMap((row) => [row.actorId, row.data.from, row.data.to, row.data.field]).filter(isUuid),
    ),
  ];
  if (ids.length === 0) return new Map();
  const named = await namesOf(ctx.db).execute({ ids });
  return new Map(
    named.flatMap(({ id, name, choices }) => [
      [id, name] as const,
      ...(choices ?? []).map((choice) => [`${id}:${choice.key}`, choice.name] as const),
    ]),
  );
}

/** Flat and short. A name has both languages: `to` and `to_ko`; the page takes the reader's. */
function readable(data: Record<string, unknown>, names: Names): Record<string, string> {
  const entries = Object.entries(data).flatMap(([key, value]): [string, string][] => {
    if (value === null || value === undefined || key === "messageId" || key === "runId") return [];
    const name = names.get(isUuid(value) ? value : `${data.field}:${value}`);
    if (name)
      return [
        [key, name.en],
        [`${key}_ko`, name.ko],
      ];
    if (Array.isArray(value)) return [[key, value.filter((one) => typeof one === "string").join(", ")]];
    if (typeof value === "object") return [];
    return [[key, String(value).slice(0, 500)]];
  });
  return Object.fromEntries(entries);
}

export function isUuid(value: unknown): value is string {
  return (
    typeof value === "string" && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)
  );
}
