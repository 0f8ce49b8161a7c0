import { and, desc, eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { agents, customers, drafts, tickets } from "#db/schema/index.ts";
import { readUploadToken } from "#lib/crypto/upload-token.ts";
import type { Context } from "#lib/services/context.ts";
import type { ColleagueDraft, OwnFile, TicketView, WritingView } from "./ticket-view.ts";

/** For a statement on a ticket and its customer. */
export const writingColumns = {
  mailbox: sql<{ signature: Record<string, string>; locale: string } | null>`(
    select jsonb_build_object('signature', m.signature, 'locale', m.default_locale) from mailboxes m
    where case when ${tickets.mailboxId} is null then m.active else m.id = ${tickets.mailboxId} end
    order by m.created_at limit 1)`,
  customerLocale: customers.locale,
  followers: sql<WritingView["followers"]>`array(
    select jsonb_build_object('id', a.id, 'name', a.name)
    from ticket_followers f join agents a on a.id = f.agent_id
    where f.ticket_id = ${tickets.id} order by f.created_at)`,
};

type Found = Pick<typeof tickets.$inferSelect, "id" | "language"> & {
  mailbox: { signature: Record<string, string>; locale: string } | null;
  customerLocale: string | null;
  followers: WritingView["followers"];
};

/** Language and signature of the next reply, what people have begun, and who follows. */
export async function readWriting(
  ctx: Context,
  { id, mailbox, followers, ...ticket }: Found,
): Promise<{ writing: WritingView; ownDrafts: TicketView["ownDrafts"] }> {
  const { own, colleagues } = await readDrafts(ctx, id);
  // The same order of preference as the mail itself has.
  const language = [ticket.language, ticket.customerLocale, mailbox?.locale].find(isOurs) ?? "en";
  return {
    writing: {
      language,
      signature: mailbox?.signature[language] ?? "",
      colleagueDrafts: colleagues,
      following: followers.some((one) => one.id === meOf(ctx)),
      followers,
    },
    ownDrafts: own,
  };
}

/** What others at the desk are writing on this ticket, newest first. */
export async function readColleagueDrafts(ctx: Context, ticketId: string): Promise<ColleagueDraft[]> {
  ctx.must("ticket.read");
  return (await readDrafts(ctx, ticketId)).colleagues;
}

/** One's own, a reply and a note at most, come before those of others. */
const isOwn = sql<boolean>`coalesce(${drafts.agentId} = ${sql.placeholder("me")}::uuid, false)`;
const mostOfOthers = 20;
const draftsOf = prepared("ticket_drafts", (db) =>
  db
    .select({ draft: drafts, agent: { id: agents.id, name: agents.name }, own: isOwn })
    .from(drafts)
    .innerJoin(agents, eq(agents.id, drafts.agentId))
    .where(
      and(
        eq(drafts.ticketId, sql.placeholder("ticketId")),
        eq(drafts.authorKind, "agent"),
        eq(drafts.state, "open"),
      ),
    )
    .orderBy(desc(isOwn), desc(drafts.updatedAt))
    .limit(mostOfOthers + 2),
);

async function readDrafts(ctx: Context, ticketId: string) {
  const rows = await draftsOf(ctx.db).execute({ ticketId, me: meOf(ctx) });
  const own = rows.filter((row) => row.own);
  const colleagues = rows.filter((row) => !row.own).slice(0, mostOfOthers);
  return {
    own: own.map(({ draft: { kind, body, document, revision, recipients, grewFromId, ...draft } }) => ({
      kind,
      body,
      document,
      revision,
      recipients,
      draftId: grewFromId,
      files: draft.files.flatMap((token) => ownFile(ctx, token)),
      updatedAt: draft.updatedAt.toISOString(),
    })),
    colleagues: colleagues.map(({ draft: { id, kind, body, updatedAt }, agent }) => {
      return { id, agent, kind, body, updatedAt: updatedAt.toISOString() };
    }),
  };
}

function ownFile(ctx: Context, token: string): OwnFile[] {
  const upload = readUploadToken(ctx.config.secret, `agent:${meOf(ctx)}`, token);
  return upload ? [{ token, name: upload.name, type: upload.type, sizeBytes: upload.sizeBytes }] : [];
}

function meOf({ actor }: Context): string | null {
  return actor.kind === "agent" ? actor.id : null;
}

const isOurs = (locale: string | null | undefined): locale is "en" | "ko" =>
  locale === "en" || locale === "ko";
