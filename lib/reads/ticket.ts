import { eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { agents, categories, customers, mailboxes, queues, tickets } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import { isAngry } from "./inbox.ts";
import { readAssistant } from "./ticket-assistant.ts";
import { readClocks } from "./ticket-clocks.ts";
import { shownFields } from "./ticket-fields.ts";
import { readRoutingWhy } from "./ticket-routing.ts";
import { readTimeline } from "./ticket-timeline.ts";
import { translationsColumn, translationsFor } from "./ticket-translations.ts";
import type { TicketView } from "./ticket-view.ts";
import { readWriting, writingColumns } from "./ticket-writing.ts";

/** The ticket and those who take part in it. */
const ticketOf = prepared("ticket", (db) =>
  db
    .select({
      ticket: tickets,
      queue: { id: queues.id, name: queues.name },
      category: { id: categories.id, name: categories.name },
      assignee: { id: agents.id, name: agents.name },
      mailbox: { name: mailboxes.senderName, address: mailboxes.address },
      followUpOf: sql<number | null>`(select number from tickets o where o.id = ${tickets.followUpOfId})`,
      mergedInto: sql<number | null>`(select number from tickets o where o.id = ${tickets.mergedIntoId})`,
      writing: writingColumns,
      fields: shownFields,
      translations: translationsColumn,
      customer: { name: customers.name, vip: customers.vip, blockedAt: customers.blockedAt },
      addresses: sql<string[]>`array(
        select address from customer_addresses a where a.customer_id = ${tickets.customerId}
        order by a.created_at limit 50)`,
      participants: sql<TicketView["participants"]>`array(
        select jsonb_build_object('name', p.name, 'address', p.address, 'kind', p.kind)
        from ticket_participants p where p.ticket_id = ${tickets.id} order by p.kind desc, p.created_at)`,
    })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .leftJoin(queues, eq(queues.id, tickets.queueId))
    .leftJoin(categories, eq(categories.id, tickets.categoryId))
    .leftJoin(agents, eq(agents.id, tickets.assigneeId))
    .leftJoin(mailboxes, eq(mailboxes.id, tickets.mailboxId))
    .where(eq(tickets.number, sql.placeholder("number"))),
);

/** Everything on the ticket page; null when there is no such ticket. */
export async function readTicket(ctx: Context, number: number): Promise<TicketView | null> {
  ctx.must("ticket.read");
  const [found] = await ticketOf(ctx.db).execute({ number });
  if (!found) return null;

  const { ticket, followUpOf, mergedInto, customer, addresses, participants, fields, translations, ...rest } =
    found;
  const { writing, ...links } = rest;
  const [timeline, written, clocks, routing, assistant] = await Promise.all([
    readTimeline(ctx, ticket.id),
    readWriting(ctx, { ...ticket, ...writing }),
    readClocks(ctx, ticket.id),
    readRoutingWhy(ctx, ticket),
    readAssistant(ctx, ticket),
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
    // Only what the conversation itself needs; the rest is a block of its own.
    customer: {
      id: ticket.customerId,
      name: customer.name || addresses[0] || "",
      addresses,
      vip: customer.vip,
      blocked: customer.blockedAt !== null,
    },
    timeline: timeline.items,
    earlier: timeline.earlier,
    clocks,
    routing,
    assistant,
    fields,
    translations: translationsFor(ctx.actor, translations),
    ...written,
  };
}
