import { and, desc, eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { agents, drafts, type tickets } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import type { ColleagueDraft, TicketView, WritingView } from "./ticket-view.ts";

const writingOf = prepared("ticket_writing", (db) =>
  db
    .select({
      mailbox: sql<{ signature: Record<string, string>; locale: string } | null>`(
        select jsonb_build_object('signature', signature, 'locale', default_locale) from mailboxes
        where case when ${sql.placeholder("mailboxId")}::uuid is null then active
          else id = ${sql.placeholder("mailboxId")} end
        order by created_at limit 1)`,
      customerLocale: sql<string | null>`(
        select locale from customers where id = ${sql.placeholder("customerId")})`,
      followers: sql<WritingView["followers"]>`array(
        select jsonb_build_object('id', a.id, 'name', a.name)
        from ticket_followers f join agents a on a.id = f.agent_id
        where f.ticket_id = ${sql.placeholder("ticketId")} order by f.created_at)`,
    })
    .from(sql`(select) as desk`),
);

/** Language and signature of the next reply, what colleagues have begun, and who follows. */
export async function readWriting(ctx: Context, ticket: typeof tickets.$inferSelect): Promise<WritingView> {
  const { id: ticketId, mailboxId, customerId } = ticket;
  const [[found], colleagueDrafts] = await Promise.all([
    writingOf(ctx.db).execute({ ticketId, mailboxId, customerId }),
    readColleagueDrafts(ctx, ticketId),
  ]);
  const { mailbox, customerLocale, followers } = found!;
  // The same order of preference as the mail itself has.
  const language = [ticket.language, customerLocale, mailbox?.locale].find(isOurs) ?? "en";
  return {
    language,
    signature: mailbox?.signature[language] ?? "",
    colleagueDrafts,
    following: followers.some(({ id }) => id === meOf(ctx)),
    followers,
  };
}

const openDrafts = and(
  eq(drafts.ticketId, sql.placeholder("ticketId")),
  eq(drafts.authorKind, "agent"),
  eq(drafts.state, "open"),
);

const colleagueDraftsOf = prepared("ticket_colleague_drafts", (db) =>
  db
    .select({
      id: drafts.id,
      agent: { id: agents.id, name: agents.name },
      kind: drafts.kind,
      body: drafts.body,
      updatedAt: drafts.updatedAt,
    })
    .from(drafts)
    .innerJoin(agents, eq(agents.id, drafts.agentId))
    .where(and(openDrafts, sql`${drafts.agentId} is distinct from ${sql.placeholder("me")}::uuid`))
    .orderBy(desc(drafts.updatedAt))
    .limit(20),
);

/** What others at the desk are writing on this ticket, newest first. */
export async function readColleagueDrafts(ctx: Context, ticketId: string): Promise<ColleagueDraft[]> {
  ctx.must("ticket.read");
  const rows = await colleagueDraftsOf(ctx.db).execute({ ticketId, me: meOf(ctx) });
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

const ownDraftsOf = prepared("ticket_own_drafts", (db) =>
  db
    .select({
      kind: drafts.kind,
      body: drafts.body,
      document: drafts.document,
      revision: drafts.revision,
      updatedAt: drafts.updatedAt,
    })
    .from(drafts)
    .where(and(openDrafts, eq(drafts.agentId, sql.placeholder("me")))),
);

/** The reader's own unsent words. */
export async function readOwnDrafts(ctx: Context, ticketId: string): Promise<TicketView["ownDrafts"]> {
  const me = meOf(ctx);
  if (!me) return [];
  const rows = await ownDraftsOf(ctx.db).execute({ ticketId, me });
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

function meOf({ actor }: Context): string | null {
  return actor.kind === "agent" ? actor.id : null;
}

const isOurs = (locale: string | null | undefined): locale is "en" | "ko" =>
  locale === "en" || locale === "ko";
