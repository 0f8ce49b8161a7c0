import { and, asc, eq, gte, isNull, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { articles, assistantExamples, categories, customers, messages, tickets } from "#db/schema/index.ts";
import type { UntrustedThread } from "#lib/domain/triage/thread.ts";
import { untrusted } from "#lib/domain/triage/thread.ts";

/** A solved ticket as it stood when its first message came, and what became of it. */
export type SolvedTicket = {
  thread: UntrustedThread;
  vip: boolean;
  category: string | null;
  categoryId: string | null;
  /** Articles that the answers cited; empty: nobody can say which one was right. */
  citedArticleIds: string[];
};

/** Oldest first, a page at a time after a ticket's number. */
export async function readSolvedTickets(
  db: Db,
  { since, category, after = 0 }: { since: Date; category?: string; after?: number },
): Promise<{ number: number; ticket: SolvedTicket }[]> {
  const rows = await db
    .select({
      ticket: tickets,
      message: messages,
      customer: customers,
      category: categories.key,
      cited: sql<string[]>`array(
        select distinct s.source ->> 'id' from messages m, jsonb_array_elements(m.sources) as s(source)
        where m.ticket_id = ${tickets.id} and m.kind = 'reply' and s.source ->> 'kind' = 'article')`,
    })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .innerJoin(
      messages,
      sql`${messages.id} = (select id from messages f where f.ticket_id = ${tickets.id}
        and f.kind = 'reply' and f.author_kind = 'customer' order by f.created_at, f.id limit 1)`,
    )
    .leftJoin(categories, eq(categories.id, tickets.categoryId))
    .where(
      and(
        gte(tickets.createdAt, since),
        or(eq(tickets.status, "solved"), eq(tickets.status, "closed")),
        isNull(tickets.mergedIntoId),
        category ? eq(categories.key, category) : undefined,
        sql`${tickets.number} > ${after}`,
      ),
    )
    .orderBy(asc(tickets.number))
    .limit(200);
  return rows.map(({ ticket, message, customer, category: key, cited }) => ({
    number: ticket.number,
    ticket: {
      thread: {
        ticketId: ticket.id,
        version: 1,
        subject: untrusted(ticket.subject),
        channel: ticket.channel,
        customerName: untrusted(customer.name),
        customerLocale: customer.locale ?? undefined,
        messages: [
          { id: message.id, from: "customer", text: untrusted(message.body), at: message.createdAt },
        ],
      },
      vip: customer.vip,
      category: key,
      categoryId: ticket.categoryId,
      citedArticleIds: cited,
    },
  }));
}

/** What the desk did not know yet at an instant: corrections and articles that came later. */
export async function readLearntSince(db: Db, since: Date) {
  const [examples, pages] = await Promise.all([
    db
      .select({ id: assistantExamples.id })
      .from(assistantExamples)
      .where(gte(assistantExamples.createdAt, since)),
    db.select({ id: articles.id }).from(articles).where(gte(articles.publishedAt, since)),
  ]);
  return { examples: new Set(examples.map(({ id }) => id)), articles: new Set(pages.map(({ id }) => id)) };
}
