import { asc, eq, inArray } from "drizzle-orm";
import {
  agents,
  attachments,
  categories,
  messages,
  outboundEmails,
  queues,
  ticketEvents,
  ticketFields,
} from "#db/schema/index.ts";
import type { TicketEventType } from "#lib/domain/tickets/events.ts";
import type { Context } from "#lib/services/context.ts";
import { shownHtml } from "./shown-html.ts";
import type { EventView, MessageView, TimelineItem } from "./ticket-view.ts";

/** Messages and events in the order in which they happened. */
export async function readTimeline(ctx: Context, ticketId: string): Promise<TimelineItem[]> {
  const [said, happened] = await Promise.all([readMessages(ctx, ticketId), readEvents(ctx, ticketId)]);
  return [...said, ...happened].sort((a, b) => a.at.localeCompare(b.at) || rank(a) - rank(b));
}

/** At the same instant what was said comes before what followed from it. */
function rank(item: TimelineItem): number {
  return item.item === "message" ? -1 : item.seq;
}

const plain = { html: null, blockedImages: 0 };

async function readMessages(ctx: Context, ticketId: string): Promise<MessageView[]> {
  const rows = await ctx.db
    .select({ message: messages, agent: agents.name })
    .from(messages)
    .leftJoin(agents, eq(agents.id, messages.agentId))
    .where(eq(messages.ticketId, ticketId))
    .orderBy(asc(messages.createdAt), asc(messages.id));
  if (rows.length === 0) return [];

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

async function readEvents(ctx: Context, ticketId: string): Promise<EventView[]> {
  const rows = await ctx.db
    .select()
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticketId))
    .orderBy(asc(ticketEvents.seq));
  const shown = rows.filter(({ type }) => !toldByMessage.has(type as TicketEventType));
  const names = await readNames(ctx, shown);
  return shown.map((row) => ({
    item: "event",
    seq: row.seq,
    type: row.type as TicketEventType,
    actor: { kind: row.actorKind, name: (row.actorId && names.get(row.actorId)?.en) || null },
    at: row.at.toISOString(),
    data: readable(row.data, names),
  }));
}

/** The message itself, or its delivery mark, already says so. */
const toldByMessage: ReadonlySet<TicketEventType> = new Set<TicketEventType>([
  "message.received",
  "message.replied",
  "message.noted",
  "message.sent",
]);

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
