import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { answeredQuestions, articles, drafts, messages, tickets } from "#db/schema/index.ts";
import { answeredQuestion, linkedArticles } from "#lib/domain/answers/answered-question.ts";
import { isOpen } from "#lib/domain/tickets/status.ts";

/** Of a question the beginning tells. */
const longest = 600;
const mostReplies = 50;

/**
 * Writes what these tickets teach, or takes back what they no longer do: the one place that does. Verbs need not call it:
 * `transact` does before it commits, for every ticket that was solved, opened again or laid aside.
 */
export async function refreshAnsweredQuestions(
  tx: Db,
  ticketIds: readonly string[],
  now: Date,
): Promise<void> {
  for (const ticketId of ticketIds) {
    const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, ticketId));
    const taught = ticket && (await readTaught(tx, ticket));
    if (!taught) {
      await tx.delete(answeredQuestions).where(eq(answeredQuestions.ticketId, ticketId));
      continue;
    }
    const row = { ...taught, language: ticket.language, at: now };
    await tx
      .insert(answeredQuestions)
      .values({ ticketId, ...row })
      .onConflictDoUpdate({ target: answeredQuestions.ticketId, set: row });
  }
}

async function readTaught(tx: Db, ticket: typeof tickets.$inferSelect) {
  if (isOpen(ticket.status)) return null;
  const [first] = await tx
    .select({
      body: sql<string>`left(${messages.body}, ${longest})`,
      from: messages.authorKind,
      auto: messages.autoKind,
      unverified: messages.unverified,
    })
    .from(messages)
    .where(and(eq(messages.ticketId, ticket.id), eq(messages.kind, "reply")))
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(1);
  const known = first?.from === "customer" && !first.auto && !first.unverified;
  const [proposal] = await tx
    .select({ id: drafts.id })
    .from(drafts)
    .where(
      and(
        eq(drafts.ticketId, ticket.id),
        eq(drafts.authorKind, "assistant"),
        sql`${drafts.sources} @> '[{"kind": "article"}]'`,
      ),
    )
    .limit(1);
  return answeredQuestion({
    status: ticket.status,
    aside: ticket.isSpam || ticket.mergedIntoId !== null || ticket.trashedAt !== null,
    question: known ? `${ticket.subject}\n${first.body}`.slice(0, longest) : null,
    replies: await readReplies(tx, ticket.id),
    proposed: proposal !== undefined,
  });
}

async function readReplies(tx: Db, ticketId: string) {
  const rows = await tx
    .select({ by: messages.authorKind, body: messages.body, sources: messages.sources })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticketId),
        eq(messages.kind, "reply"),
        isNull(messages.autoKind),
        ne(messages.authorKind, "customer"),
        ne(messages.authorKind, "system"),
      ),
    )
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(mostReplies);
  const linked = rows.map(({ body }) => linkedArticles(body));
  const slugs = [...new Set(linked.flat())];
  const cited = rows.flatMap(({ sources }) =>
    sources.filter(({ kind }) => kind === "article").map(({ id }) => id),
  );
  const known =
    slugs.length + cited.length === 0
      ? []
      : await tx
          .select({ id: articles.id, slug: articles.slug })
          .from(articles)
          .where(sql`${inArray(articles.id, cited)} or ${inArray(articles.slug, slugs)}`);
  return rows.map(({ by, sources }, i) => ({
    by: by === "agent" ? ("agent" as const) : ("assistant" as const),
    articleIds: [
      ...sources.filter(({ id }) => known.some((one) => one.id === id)).map(({ id }) => id),
      ...linked[i]!.flatMap((slug) => known.filter((one) => one.slug === slug).map(({ id }) => id)),
    ],
  }));
}
