import { and, count, desc, eq, lt, or, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { agents, type attachments, messages, type outboundEmails } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import { invalid } from "#lib/services/errors.ts";
import { shownHtml } from "./shown-html.ts";
import type { MessageView, TimelineItem } from "./ticket-view.ts";
import { isUuid, readEvents } from "./timeline-events.ts";

/** Messages a page; a long conversation opens at its newest. */
const pageSize = 30;

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
