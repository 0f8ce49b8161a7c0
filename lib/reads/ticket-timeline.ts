import { and, count, desc, eq, gte, inArray, lt, notInArray, or } from "drizzle-orm";
import {
  agents,
  attachments,
  categories,
  messages,
  outboundEmails,
  queues,
  ratings,
  ticketEvents,
  ticketFields,
} from "#db/schema/index.ts";
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
  const said = await readMessages(ctx, ticketId, until);
  const oldest = said[0];
  const count = oldest ? await countBefore(ctx, ticketId, placeOf(`${oldest.at}_${oldest.id}`)) : 0;
  const happened = await readEvents(ctx, ticketId, {
    from: count > 0 && oldest ? new Date(oldest.at) : null,
    until: until?.at ?? null,
  });
  return {
    items: [...said, ...happened].sort((a, b) => a.at.localeCompare(b.at) || rank(a) - rank(b)),
    earlier: count > 0 && oldest ? { cursor: `${oldest.at}_${oldest.id}`, count } : null,
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

async function readMessages(ctx: Context, ticketId: string, until: Place | null): Promise<MessageView[]> {
  const newest = await ctx.db
    .select({ message: messages, agent: agents.name })
    .from(messages)
    .leftJoin(agents, eq(agents.id, messages.agentId))
    .where(and(eq(messages.ticketId, ticketId), until ? before(until) : undefined))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(pageSize);
  if (newest.length === 0) return [];
  const rows = newest.reverse();

  const ids = rows.map(({ message }) => message.id);
  const [files, mails] = await Promise.all([
    ctx.db.select().from(attachments).where(inArray(attachments.messageId, ids)),
    ctx.db
      .select({
        of: outboundEmails.ticketMessageId,
        state: outboundEmails.state,
        at: outboundEmails.sentAt,
        error: outboundEmails.error,
        response: outboundEmails.response,
        sendAt: outboundEmails.sendAt,
        to: outboundEmails.to,
        cc: outboundEmails.cc,
        reports: outboundEmails.reports,
      })
      .from(outboundEmails)
      .where(inArray(outboundEmails.ticketMessageId, ids)),
  ]);
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
            at: mail.at?.toISOString() ?? null,
            error: mail.error,
            response: mail.response,
            sendAt: mail.state === "queued" ? mail.sendAt.toISOString() : null,
            to: mail.to.map(({ address }) => address),
            cc: mail.cc.map(({ address }) => address),
            reports: mail.reports,
          }
        : null,
    };
  });
}

async function readEvents(
  ctx: Context,
  ticketId: string,
  { from, until }: { from: Date | null; until: Date | null },
): Promise<EventView[]> {
  const newest = await ctx.db
    .select()
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, ticketId),
        notInArray(ticketEvents.type, [...toldByMessage]),
        from ? gte(ticketEvents.at, from) : undefined,
        until ? lt(ticketEvents.at, until) : undefined,
      ),
    )
    .orderBy(desc(ticketEvents.seq))
    .limit(mostEvents);
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

/** The message itself, or its delivery mark, already says so. */
const toldByMessage: ReadonlySet<TicketEventType> = new Set<TicketEventType>([
  "message.received",
  "message.replied",
  "message.noted",
  "message.sent",
]);

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
  const [people, lines, kinds, asked] = await Promise.all([
    ctx.db.select({ id: agents.id, name: agents.name }).from(agents).where(inArray(agents.id, ids)),
    ctx.db.select({ id: queues.id, name: queues.name }).from(queues).where(inArray(queues.id, ids)),
    ctx.db
      .select({ id: categories.id, name: categories.name })
      .from(categories)
      .where(inArray(categories.id, ids)),
    ctx.db.select().from(ticketFields).where(inArray(ticketFields.id, ids)),
  ]);
  return new Map([
    ...people.map(({ id, name }) => [id, { en: name, ko: name }] as const),
    ...lines.map(({ id, name }) => [id, name] as const),
    ...kinds.map(({ id, name }) => [id, name] as const),
    ...asked.flatMap(({ id, name, choices }) => [
      [id, name] as const,
      ...choices.map((choice) => [`${id}:${choice.key}`, choice.name] as const),
    ]),
  ]);
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
