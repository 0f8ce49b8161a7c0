import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import {
  agents,
  categories,
  companies,
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
import { readAssistant } from "./ticket-assistant.ts";
import { readClocks } from "./ticket-clocks.ts";
import { readFieldsOf } from "./ticket-fields.ts";
import { readRoutingWhy } from "./ticket-routing.ts";
import { readTimeline } from "./ticket-timeline.ts";
import type { CustomerView, TicketView } from "./ticket-view.ts";

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
  const [customer, participants, timeline, clocks, routing, assistant, fields, ownDrafts] = await Promise.all(
    [
      readCustomer(ctx, ticket.customerId, ticket.id),
      readParticipants(ctx, ticket.id),
      readTimeline(ctx, ticket.id),
      readClocks(ctx, ticket.id),
      readRoutingWhy(ctx, ticket),
      readAssistant(ctx, ticket),
      readFieldsOf(ctx, ticket.id),
      readOwnDrafts(ctx, ticket.id),
    ],
  );
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
    timeline,
    clocks,
    routing,
    assistant,
    fields,
    ownDrafts,
  };
}

async function readCustomer(ctx: Context, customerId: string, ticketId: string): Promise<CustomerView> {
  const [[row], addresses, past] = await Promise.all([
    ctx.db
      .select({ customer: customers, company: companies.name })
      .from(customers)
      .leftJoin(companies, eq(companies.id, customers.companyId))
      .where(eq(customers.id, customerId)),
    ctx.db
      .select({ address: customerAddresses.address, bouncedAt: customerAddresses.bouncedAt })
      .from(customerAddresses)
      .where(eq(customerAddresses.customerId, customerId))
      .orderBy(asc(customerAddresses.createdAt)),
    ctx.db
      .select({
        number: tickets.number,
        subject: tickets.subject,
        status: tickets.status,
        createdAt: tickets.createdAt,
      })
      .from(tickets)
      .where(and(eq(tickets.customerId, customerId), ne(tickets.id, ticketId)))
      .orderBy(desc(tickets.lastMessageAt))
      .limit(10),
  ]);
  const { customer, company } = row!;
  const list = addresses.map(({ address }) => address);
  return {
    id: customer.id,
    name: customer.name || list[0] || "",
    addresses: list,
    bounced: addresses.filter(({ bouncedAt }) => bouncedAt !== null).map(({ address }) => address),
    vip: customer.vip,
    blocked: customer.blockedAt !== null,
    company,
    locale: customer.locale,
    timeZone: customer.timeZone,
    since: customer.createdAt.toISOString(),
    notes: customer.notes,
    ticketCount: customer.ticketCount,
    pastTickets: past.map((ticket) => ({ ...ticket, createdAt: ticket.createdAt.toISOString() })),
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
    .select({ kind: drafts.kind, body: drafts.body, updatedAt: drafts.updatedAt })
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
