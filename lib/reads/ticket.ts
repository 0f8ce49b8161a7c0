import { and, asc, desc, eq, sql } from "drizzle-orm";
import {
  agents,
  categories,
  customerAddresses,
  customers,
  drafts,
  mailboxes,
  queues,
  ticketParticipants,
  tickets,
} from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import { isAngry } from "./inbox.ts";
import { readNextStep } from "./next-step.ts";
import { readAssistant } from "./ticket-assistant.ts";
import { readClocks } from "./ticket-clocks.ts";
import { readFieldsOf } from "./ticket-fields.ts";
import { readRoutingWhy } from "./ticket-routing.ts";
import { readTimeline } from "./ticket-timeline.ts";
import { readTranslations } from "./ticket-translations.ts";
import type { CustomerView, TicketView } from "./ticket-view.ts";
import { readWriting } from "./ticket-writing.ts";

/** Everything on the ticket page; null when there is no such ticket. */
export async function readTicket(ctx: Context, number: number): Promise<TicketView | null> {
  ctx.must("ticket.read");
  const [found] = await ctx.db
    .select({
      ticket: tickets,
      queue: { id: queues.id, name: queues.name },
      category: { id: categories.id, name: categories.name },
      assignee: { id: agents.id, name: agents.name },
      mailbox: { name: mailboxes.senderName, address: mailboxes.address },
      followUpOf: sql<number | null>`(select number from tickets o where o.id = ${tickets.followUpOfId})`,
      mergedInto: sql<number | null>`(select number from tickets o where o.id = ${tickets.mergedIntoId})`,
    })
    .from(tickets)
    .leftJoin(queues, eq(queues.id, tickets.queueId))
    .leftJoin(categories, eq(categories.id, tickets.categoryId))
    .leftJoin(agents, eq(agents.id, tickets.assigneeId))
    .leftJoin(mailboxes, eq(mailboxes.id, tickets.mailboxId))
    .where(eq(tickets.number, number));
  if (!found) return null;

  const { ticket, followUpOf, mergedInto, ...links } = found;
  const [customer, participants, timeline, writing, clocks, routing, assistant, fields, ownDrafts] =
    await Promise.all([
      readCustomer(ctx, ticket.customerId),
      readParticipants(ctx, ticket.id),
      readTimeline(ctx, ticket.id),
      readWriting(ctx, ticket),
      readClocks(ctx, ticket.id),
      readRoutingWhy(ctx, ticket),
      readAssistant(ctx, ticket),
      readFieldsOf(ctx, ticket.id),
      readOwnDrafts(ctx, ticket.id),
    ]);
  return {
    id: ticket.id,
    number: ticket.number,
    version: ticket.version,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    channel: ticket.channel,
    language: ticket.language,
    tags: ticket.tags,
    needsReview: ticket.needsReview,
    isSpam: ticket.isSpam,
    ...links,
    sentiment: ticket.sentiment,
    anger: ticket.anger,
    angry: isAngry(ticket.anger),
    urgency: ticket.urgency,
    complexity: ticket.complexity,
    createdAt: ticket.createdAt.toISOString(),
    closesAt: ticket.closesAt?.toISOString() ?? null,
    followUpOf: followUpOf === null ? null : Number(followUpOf),
    mergedInto: mergedInto === null ? null : Number(mergedInto),
    participants,
    customer,
    timeline: timeline.items,
    earlier: timeline.earlier,
    writing,
    clocks,
    routing,
    assistant,
    fields,
    nextStep: await readNextStep(ctx, ticket),
    translations: await readTranslations(ctx, ticket.id),
    ownDrafts,
  };
}

/** Only what the conversation itself needs; the rest is a block of its own. */
async function readCustomer(ctx: Context, customerId: string): Promise<CustomerView> {
  const [[customer], addresses] = await Promise.all([
    ctx.db.select().from(customers).where(eq(customers.id, customerId)),
    ctx.db
      .select({ address: customerAddresses.address })
      .from(customerAddresses)
      .where(eq(customerAddresses.customerId, customerId))
      .orderBy(asc(customerAddresses.createdAt))
      .limit(50),
  ]);
  const list = addresses.map(({ address }) => address);
  return {
    id: customer!.id,
    name: customer!.name || list[0] || "",
    addresses: list,
    vip: customer!.vip,
    blocked: customer!.blockedAt !== null,
  };
}

async function readParticipants(ctx: Context, ticketId: string): Promise<TicketView["participants"]> {
  return ctx.db
    .select({
      name: ticketParticipants.name,
      address: ticketParticipants.address,
      kind: ticketParticipants.kind,
    })
    .from(ticketParticipants)
    .where(eq(ticketParticipants.ticketId, ticketId))
    .orderBy(desc(ticketParticipants.kind), asc(ticketParticipants.createdAt));
}

async function readOwnDrafts(ctx: Context, ticketId: string): Promise<TicketView["ownDrafts"]> {
  if (ctx.actor.kind !== "agent") return [];
  const rows = await ctx.db
    .select({
      kind: drafts.kind,
      body: drafts.body,
      document: drafts.document,
      revision: drafts.revision,
      updatedAt: drafts.updatedAt,
    })
    .from(drafts)
    .where(
      and(
        eq(drafts.ticketId, ticketId),
        eq(drafts.authorKind, "agent"),
        eq(drafts.agentId, ctx.actor.id),
        eq(drafts.state, "open"),
      ),
    );
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}
