import { and, desc, eq, gte, inArray, ne, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { messages, queues, tickets } from "#db/schema/index.ts";
import { type NextStep, type SolvedCase, suggestNextStep } from "#lib/domain/answers/next-step.ts";
import { preview } from "#lib/domain/text/clean.ts";
import type { Context } from "#lib/services/context.ts";

export type NextStepView = Omit<NextStep, "queueId"> & { queue: { en: string; ko: string } | null };

/** How far back and how many solved tickets of the category are compared. */
const windowMs = 180 * 86_400_000;
const compared = 150;

const firstWordsOf = prepared("first_words", (db) =>
  db
    .select({ body: sql<string>`left(${messages.body}, 2000)` })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, sql.placeholder("ticketId")),
        eq(messages.kind, "reply"),
        eq(messages.authorKind, "customer"),
      ),
    )
    .orderBy(messages.createdAt, messages.id)
    .limit(1),
);

/** What was done on similar solved tickets of the same category; null for a ticket that is solved or like no other. */
export async function readNextStep(ctx: Context, ticketId: string): Promise<NextStepView | null> {
  ctx.must("ticket.read");
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
  if (!ticket?.categoryId || ticket.status === "solved" || ticket.status === "closed") return null;
  const [rows, [own]] = await Promise.all([
    solvedLike(ctx, ticket, ticket.categoryId),
    firstWordsOf(ctx.db).execute({ ticketId: ticket.id }),
  ]);
  if (rows.length === 0) return null;
  const cases = rows.map(
    ({ asked, answer, path, queue: _, ...row }): SolvedCase => ({
      ...row,
      text: `${row.subject}\n${asked ?? ""}`,
      path,
      articles: (answer?.sources ?? []).filter(({ kind }) => kind === "article"),
      reply: preview(answer?.body ?? "", 600),
    }),
  );
  const step = suggestNextStep(`${ticket.subject}\n${own?.body ?? ""}`, cases);
  if (!step) return null;
  const { queueId, ...rest } = step;
  return { ...rest, queue: rows.find((row) => row.queueId === queueId)?.queue ?? null };
}

/** Not prepared: a common category wants another plan than a rare one. */
function solvedLike(ctx: Context, ticket: typeof tickets.$inferSelect, categoryId: string) {
  return ctx.db
    .select({
      number: tickets.number,
      subject: tickets.subject,
      queueId: tickets.queueId,
      queue: queues.name,
      tags: tickets.tags,
      asked: sql<string | null>`(select left(m.body, 600) from ${messages} m where m.ticket_id = tickets.id
        and m.kind = 'reply' and m.author_kind = 'customer' order by m.created_at, m.id limit 1)`,
      path: sql<string[]>`array(select e.data ->> 'to' from ticket_events e
        where e.ticket_id = tickets.id and e.type = 'ticket.status_changed' order by e.seq limit 12)`,
      answer: sql<{ body: string; sources: { kind: string; id: string; title: string }[] } | null>`(
        select jsonb_build_object('body', left(m.body, 1200), 'sources', m.sources) from ${messages} m
        where m.ticket_id = tickets.id and m.kind = 'reply' and m.author_kind in ('agent', 'assistant')
        order by length(m.body) desc, m.created_at desc, m.id desc limit 1)`,
    })
    .from(tickets)
    .leftJoin(queues, eq(queues.id, tickets.queueId))
    .where(
      and(
        eq(tickets.categoryId, categoryId),
        eq(tickets.language, ticket.language),
        inArray(tickets.status, ["solved", "closed"]),
        eq(tickets.isSpam, false),
        ne(tickets.id, ticket.id),
        gte(tickets.createdAt, new Date(ctx.now.getTime() - windowMs)),
      ),
    )
    .orderBy(desc(tickets.createdAt))
    .limit(compared);
}
