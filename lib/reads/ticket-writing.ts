import { and, asc, desc, eq, ne } from "drizzle-orm";
import { agents, customers, drafts, mailboxes, ticketFollowers, type tickets } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import type { ColleagueDraft, WritingView } from "./ticket-view.ts";

/** Language and signature of the next reply, what colleagues have begun, and who follows. */
export async function readWriting(ctx: Context, ticket: typeof tickets.$inferSelect): Promise<WritingView> {
  const me = ctx.actor.kind === "agent" ? ctx.actor.id : null;
  const [[mailbox], [customer], colleagueDrafts, followers] = await Promise.all([
    ctx.db
      .select({ signature: mailboxes.signature, locale: mailboxes.defaultLocale })
      .from(mailboxes)
      .where(ticket.mailboxId ? eq(mailboxes.id, ticket.mailboxId) : eq(mailboxes.active, true))
      .orderBy(asc(mailboxes.createdAt))
      .limit(1),
    ctx.db.select({ locale: customers.locale }).from(customers).where(eq(customers.id, ticket.customerId)),
    readColleagueDrafts(ctx, ticket.id),
    ctx.db
      .select({ id: agents.id, name: agents.name })
      .from(ticketFollowers)
      .innerJoin(agents, eq(agents.id, ticketFollowers.agentId))
      .where(eq(ticketFollowers.ticketId, ticket.id))
      .orderBy(asc(ticketFollowers.createdAt)),
  ]);
  // The same order of preference as the mail itself has.
  const language = [ticket.language, customer?.locale, mailbox?.locale].find(isOurs) ?? "en";
  return {
    language,
    signature: mailbox?.signature[language] ?? "",
    colleagueDrafts,
    following: followers.some(({ id }) => id === me),
    followers,
  };
}

/** What others at the desk are writing on this ticket, newest first. */
export async function readColleagueDrafts(ctx: Context, ticketId: string): Promise<ColleagueDraft[]> {
  ctx.must("ticket.read");
  const me = ctx.actor.kind === "agent" ? ctx.actor.id : null;
  const rows = await ctx.db
    .select({
      id: drafts.id,
      agent: { id: agents.id, name: agents.name },
      kind: drafts.kind,
      body: drafts.body,
      updatedAt: drafts.updatedAt,
    })
    .from(drafts)
    .innerJoin(agents, eq(agents.id, drafts.agentId))
    .where(
      and(
        eq(drafts.ticketId, ticketId),
        eq(drafts.authorKind, "agent"),
        eq(drafts.state, "open"),
        me ? ne(drafts.agentId, me) : undefined,
      ),
    )
    .orderBy(desc(drafts.updatedAt))
    .limit(20);
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

const isOurs = (locale: string | null | undefined): locale is "en" | "ko" =>
  locale === "en" || locale === "ko";
