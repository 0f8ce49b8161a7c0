import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { agents, noticePreferences, notices, tickets } from "#db/schema/index.ts";
import { digestDue } from "#lib/domain/notices/notice-times.ts";
import { formatDateTime } from "#lib/i18n/format.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { translator } from "#lib/i18n/translate.ts";
import type { Context } from "../context.ts";
import { queueAgentMail } from "../mail/queue-agent-mail.ts";
import { oneByOne } from "../sweeps/one-by-one.ts";
import type { Transaction } from "../transact.ts";

const mostListed = 10;

/** The daily mail of everybody whose time has come, once a local day; who has nothing open gets none. */
export async function sendDigests(ctx: Context): Promise<number> {
  ctx.must("outbound.mark");
  const people = await ctx.db
    .select({ agent: agents, preferences: noticePreferences })
    .from(noticePreferences)
    .innerJoin(agents, eq(agents.id, noticePreferences.agentId))
    .where(and(isNotNull(noticePreferences.digestAt), eq(agents.active, true)));
  const due = people.filter(({ agent, preferences }) =>
    digestDue(preferences, agent.timeZone, { now: ctx.now, doneOn: preferences.digestDoneOn }),
  );
  return oneByOne(
    ctx,
    due.map(({ agent }) => agent.id),
    sendDigest,
  );
}

/** The row is the lock: a second sweep finds the day done. */
async function sendDigest(transaction: Transaction, agentId: string): Promise<void> {
  const { tx, ctx } = transaction;
  const [row] = await tx
    .select({ agent: agents, preferences: noticePreferences })
    .from(noticePreferences)
    .innerJoin(agents, eq(agents.id, noticePreferences.agentId))
    .where(eq(agents.id, agentId))
    .for("update", { of: noticePreferences });
  if (!row) return;
  const { agent, preferences } = row;
  const doneOn = preferences.digestDoneOn;
  const day = digestDue(preferences, agent.timeZone, { now: ctx.now, doneOn });
  if (!day) return;
  await tx.update(noticePreferences).set({ digestDoneOn: day }).where(eq(noticePreferences.agentId, agentId));
  const mail = await digestOf(transaction, agent);
  if (!mail) return;
  const to = { id: agent.id, name: agent.name, email: agent.email };
  await queueAgentMail(transaction, { to, ticket: null, causeId: `digest:${agentId}:${day}`, ...mail });
}

async function digestOf(
  { tx, ctx }: Transaction,
  agent: typeof agents.$inferSelect,
): Promise<{ subject: string; body: string } | null> {
  const mine = and(
    eq(tickets.assigneeId, agent.id),
    inArray(tickets.status, ["new", "open"]),
    isNull(tickets.mergedIntoId),
  );
  const [counts] = await tx
    .select({
      open: sql<number>`count(*)`.mapWith(Number),
      late: sql<number>`count(*) filter (where ${tickets.breachedAt} is not null)`.mapWith(Number),
    })
    .from(tickets)
    .where(mine);
  const [unread] = await tx
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(notices)
    .where(and(eq(notices.agentId, agent.id), isNull(notices.readAt)));
  const { open, late } = counts!;
  if (open === 0 && unread!.count === 0) return null;
  const next = await tx
    .select({ number: tickets.number, subject: tickets.subject, dueAt: tickets.nextDueAt })
    .from(tickets)
    .where(mine)
    .orderBy(sql`${tickets.nextDueAt} asc nulls last`, asc(tickets.number))
    .limit(mostListed);
  const { locale, timeZone } = agent;
  const t = translator(locale, messagesFor(locale));
  const lines = next.map(({ number, subject, dueAt }) => {
    const due = dueAt ? ` (${t("mail.digest.due", { at: formatDateTime(locale, dueAt, timeZone) })})` : "";
    return `#${number} ${subject}${due}\n${ctx.config.publicUrl}/tickets/${number}`;
  });
  return {
    subject: t("mail.digest.subject", { open, late }),
    body: [
      t("mail.digest.lead", { open, late, unread: unread!.count }),
      ...lines,
      t("mail.notice.footer", { link: `${ctx.config.publicUrl}/settings/notifications` }),
    ].join("\n\n"),
  };
}
