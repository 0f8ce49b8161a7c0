import { and, count, desc, eq, gte, inArray, isNull, lt, notInArray, or, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import {
  agents,
  type attachments,
  messages,
  type outboundEmails,
  ratings,
  ticketEvents,
} from "#db/schema/index.ts";
import type { FieldChoice } from "#lib/domain/tickets/custom-fields.ts";
import type { TicketEventType } from "#lib/domain/tickets/events.ts";
import type { Context } from "#lib/services/context.ts";
import { invalid } from "#lib/services/errors.ts";
import { shownHtml } from "./shown-html.ts";
import type { EventView, MessageView, TimelineItem } from "./ticket-view.ts";

/** Messages a page; a long conversation opens at its newest. */
const pageSize = 30;
/** Events beside them: a ticket that machines play with has thousands. */
const mostEvents = 400;

export interface TimelinePage {
  items: TimelineItem[];
  /** Where the page before begins; null at the beginning of the conversation. */
  earlier: { cursor: string; count: number } | null;
}

/** Messages and events in the order in which they happened: the newest page, or the one before `cursor`. */
export async function readTimeline(ctx: Context, ticketId: string, cursor?: string): Promise<TimelinePage> {
  ctx.must("ticket.read");
  const until = cursor === undefined ? null : placeOf(cursor);
  const newest = await newestMessages(ctx, ticketId, until);
  const page = newest.slice(0, pageSize).reverse();
  const oldest = newest.length > pageSize ? page[0]!.message : null;
  const [said, happened, count] = await Promise.all([
    readMessages(ctx, page),
    readEvents(ctx, ticketId, { from: oldest?.createdAt ?? null, until: until?.at ?? null }),
    oldest ? countBefore(ctx, ticketId, { at: oldest.createdAt, id: oldest.id }) : 0,
  ]);
  return {
    items: [...said, ...happened].sort((a, b) => a.at.localeCompare(b.at) || rank(a) - rank(b)),
    earlier: oldest ? { cursor: `${oldest.createdAt.toISOString()}_${oldest.id}`, count } : null,
  };
}

type Place = { at: Date; id: string };

function placeOf(cursor: string): Place {
  const [at = "", id = ""] = cursor.split("_");
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime()) || !isUuid(id)) throw invalid("This is no place in a conversation.");
  return { at: instant, id };
}

const before = ({ at, id }: Place) =>
  or(lt(messages.createdAt, at), and(eq(messages.createdAt, at), lt(messages.id, id)));

async function countBefore(ctx: Context, ticketId: string, place: Place): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), before(place)));
  return row?.n ?? 0;
}

/** At the same instant what was said comes before what followed from it. */
function rank(item: TimelineItem): number {
  return item.item === "message" ? -1 : item.seq;
}

const plain = { html: null, blockedImages: 0 };

type Said = { message: typeof messages.$inferSelect; agent: string | null };

/** One more than a page shows tells whether there are earlier ones. */
const newestOf = prepared("ticket_messages", (db) =>
  db
    .select({ message: messages, agent: agents.name })
    .from(messages)
    .leftJoin(agents, eq(agents.id, messages.agentId))
    .where(eq(messages.ticketId, sql.placeholder("ticketId")))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(pageSize + 1),
);

async function newestMessages(ctx: Context, ticketId: string, until: Place | null): Promise<Said[]> {
  if (!until) return newestOf(ctx.db).execute({ ticketId });
  return ctx.db
    .select({ message: messages, agent: agents.name })
    .from(messages)
    .leftJoin(agents, eq(agents.id, messages.agentId))
    .where(and(eq(messages.ticketId, ticketId), before(until)))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(pageSize + 1);
}

type File = Pick<
  typeof attachments.$inferSelect,
  "id" | "messageId" | "name" | "type" | "sizeBytes" | "contentId" | "inline"
>;
/** As it comes out of JSON. */
type Mail = Pick<
  typeof outboundEmails.$inferSelect,
  "state" | "error" | "response" | "to" | "cc" | "reports"
> & {
  of: string;
  sentAt: string | null;
  sendAt: string;
};

const ofPage = sql`any(${sql.placeholder("ids")}::uuid[])`;

/** What hangs on the messages of a page: their files, and how their mails went. */
const enclosedIn = prepared("message_files_and_mails", (db) =>
  db
    .select({
      files: sql<File[]>`array(
        select jsonb_build_object('id', id, 'messageId', message_id, 'name', name, 'type', type,
          'sizeBytes', size_bytes, 'contentId', content_id, 'inline', inline)
        from attachments where message_id = ${ofPage})`,
      mails: sql<Mail[]>`array(
        select jsonb_build_object('of', ticket_message_id, 'state', state, 'error', error, 'response', response,
          'to', "to", 'cc', cc, 'reports', reports, 'sentAt', sent_at, 'sendAt', send_at)
        from outbound_emails where ticket_message_id = ${ofPage})`,
    })
    .from(sql`(select) as page`),
);

async function readMessages(ctx: Context, rows: readonly Said[]): Promise<MessageView[]> {
  if (rows.length === 0) return [];
  const [found] = await enclosedIn(ctx.db).execute({ ids: rows.map(({ message }) => message.id) });
  const { files, mails } = found!;
  return rows.map(({ message, agent }) => {
    const mine = files.filter((file) => file.messageId === message.id);
    const mail = mails.find((one) => one.of === message.id);
    return {
      item: "message" as const,
      id: message.id,
      kind: message.kind,
      author: {
        kind: message.authorKind,
        name: agent ?? message.fromName,
        address: message.fromAddress,
      },
      body: message.body,
      trimmed: message.trimmed,
      ...(message.html === null ? plain : shownHtml(ctx, message.html, mine)),
      language: message.language,
      at: message.createdAt.toISOString(),
      autoKind: message.autoKind,
      unverified: message.unverified,
      enclosed: message.enclosed,
      sentences: message.sentences,
      sources: message.sources,
      attachments: mine
        .filter((file) => !file.inline || !message.html)
        .map(({ id, name, type, sizeBytes }) => ({ id, name, type, sizeBytes })),
      delivery: mail
        ? {
            state: mail.state,
            at: mail.sentAt && new Date(mail.sentAt).toISOString(),
            error: mail.error,
            response: mail.response,
            sendAt: mail.state === "queued" ? new Date(mail.sendAt).toISOString() : null,
            to: mail.to.map(({ address }) => address),
            cc: mail.cc.map(({ address }) => address),
            reports: mail.reports,
          }
        : null,
    };
  });
}

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

async function readEvents(
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

function isUuid(value: unknown): value is string {
  return (
    typeof value === "string" && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)
  );
}
