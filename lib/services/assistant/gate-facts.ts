import { and, count, desc, eq, gt, ne, notInArray, notLike, or } from "drizzle-orm";
import {
  articles,
  attachments,
  categories,
  customers,
  messages,
  ticketEvents,
  tickets,
} from "#db/schema/index.ts";
import type { DraftReply } from "#lib/domain/answers/draft.ts";
import type { CategoryPolicy, GatePolicy, GateTicket } from "#lib/domain/answers/gate.ts";
import type { Context } from "../context.ts";
import { readOwnOrders } from "../customers/read-own-orders.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";
import { personActedSince } from "./person-acted.ts";

/** How far back an earlier ticket of the same customer on the same category counts as a second contact. */
const contactWindowMs = 7 * 86_400_000;

export const gatePolicy: GatePolicy = {
  maxReplies: 2,
  maxContacts: 0,
  vipGetsPerson: true,
  languages: ["en", "ko"],
  closeAfterAnswer: true,
  channels: ["email", "web_form", "portal", "chat", "api"],
};

/** A category without a row, or none at all: the assistant only drafts. */
const draftOnly: CategoryPolicy = { mode: "draft", threshold: 0.95, certified: false };

export async function categoryPolicyOf(
  { tx }: Transaction,
  categoryId: string | null,
): Promise<CategoryPolicy> {
  if (!categoryId) return draftOnly;
  const [category] = await tx.select().from(categories).where(eq(categories.id, categoryId));
  if (!category?.active) return draftOnly;
  return { mode: category.mode, threshold: category.threshold, certified: category.certifiedAt !== null };
}

/** What the gate has to know about the ticket, as it stands in this transaction. */
export async function gateTicketOf(
  transaction: Transaction,
  ticket: Ticket,
  message: typeof messages.$inferSelect,
  draft: Pick<DraftReply, "articleId" | "sources"> | null,
): Promise<GateTicket> {
  const articleId = draft?.articleId ?? null;
  const orderIds = (draft?.sources ?? []).filter(({ kind }) => kind === "order").map(({ id }) => id);
  const { tx, ctx } = transaction;
  const [customer] = await tx
    .select({ vip: customers.vip })
    .from(customers)
    .where(eq(customers.id, ticket.customerId));
  const [sent] = await tx
    .select({ replies: count() })
    .from(messages)
    .where(
      and(eq(messages.ticketId, ticket.id), eq(messages.authorKind, "assistant"), eq(messages.kind, "reply")),
    );
  const [newest] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.ticketId, ticket.id), eq(messages.authorKind, "customer")))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1);
  const [article] = articleId ? await tx.select().from(articles).where(eq(articles.id, articleId)) : [];
  return {
    status: ticket.status,
    channel: ticket.channel,
    personActed: await personActedSince(transaction, ticket.id, message.createdAt),
    publicRepliesByAssistant: sent?.replies ?? 0,
    contactsWithin: await earlierContacts(transaction, ticket, ctx.now),
    vip: customer?.vip ?? false,
    isFollowUp: ticket.followUpOfId !== null,
    reopened: await wasReopened(transaction, ticket),
    newerMessageWaiting: newest !== undefined && newest.id !== message.id,
    articleMayAutoAnswer: article?.mayAutoAnswer ?? orderIds.length > 0,
    foreignSource: orderIds.length > 0 && !(await areOwn(ctx, ticket, message, orderIds)),
    unreadFiles: await unreadFilesOf(transaction, ticket),
  };
}

/** The icons and lines of a signature are pictures this small; most pictures of a screen are not. */
const decorationBytes = 8 * 1024;
/** So many are named; one is enough to keep a machine from answering. */
const mostNamed = 5;

async function unreadFilesOf({ tx }: Transaction, ticket: Ticket): Promise<string[]> {
  const { name, inline, sizeBytes } = attachments;
  const files = await tx
    .select({ name })
    .from(attachments)
    .innerJoin(messages, eq(messages.id, attachments.messageId))
    .where(
      and(
        eq(messages.ticketId, ticket.id),
        eq(messages.authorKind, "customer"),
        or(eq(inline, false), gt(sizeBytes, decorationBytes), notLike(attachments.type, "image/%")),
        notInArray(attachments.type, signatures),
      ),
    )
    .orderBy(attachments.createdAt, attachments.id)
    .limit(mostNamed);
  return files.map((file) => file.name);
}

/** They prove who wrote and say nothing. */
const signatures = [
  "application/pkcs7-signature",
  "application/x-pkcs7-signature",
  "application/pgp-signature",
];

/** Asked once more, in the transaction that would send: the orders are the writer's and the writer is who they say. */
async function areOwn(ctx: Context, ticket: Ticket, message: { id: string }, orderIds: readonly string[]) {
  const own = await readOwnOrders(ctx, { ticketId: ticket.id, messageId: message.id });
  const known = new Set(own?.orders.map(({ id }) => id));
  return orderIds.every((id) => known.has(id));
}

async function earlierContacts({ tx }: Transaction, ticket: Ticket, now: Date): Promise<number> {
  if (!ticket.categoryId) return 0;
  const [row] = await tx
    .select({ tickets: count() })
    .from(tickets)
    .where(
      and(
        eq(tickets.customerId, ticket.customerId),
        eq(tickets.categoryId, ticket.categoryId),
        ne(tickets.id, ticket.id),
        gt(tickets.createdAt, new Date(now.getTime() - contactWindowMs)),
      ),
    );
  return row?.tickets ?? 0;
}

async function wasReopened({ tx }: Transaction, ticket: Ticket): Promise<boolean> {
  const changes = await tx
    .select({ data: ticketEvents.data })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.ticketId, ticket.id), eq(ticketEvents.type, "ticket.status_changed")));
  return changes.some(({ data }) => data.from === "solved" && data.to === "open");
}
