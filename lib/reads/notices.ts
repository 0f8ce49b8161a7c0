import { desc, eq } from "drizzle-orm";
import { agents, mailboxes, noticePreferences, notices, tickets } from "#db/schema/index.ts";
import type { MailboxAlarm } from "#lib/domain/mailboxes/connection.ts";
import type { NoticeKind } from "#lib/domain/notices/notice.ts";
import { noPreferences } from "#lib/domain/notices/notice-times.ts";
import type { ClockKind } from "#lib/domain/sla/policy.ts";
import type { Context } from "#lib/services/context.ts";
import { forbidden } from "#lib/services/errors.ts";

/** What the reader was told, newest first; a hundred at most. */
export interface NoticeView {
  id: string;
  kind: NoticeKind;
  clock: ClockKind | null;
  at: string;
  unread: boolean;
  ticket: { number: number; subject: string } | null;
  /** With `mailbox_alarm`. */
  mailbox: { id: string; address: string; alarm: MailboxAlarm } | null;
}

export async function readNotices(ctx: Context, most = 100): Promise<NoticeView[]> {
  ctx.must("ticket.read");
  if (ctx.actor.kind !== "agent") throw forbidden();
  const rows = await ctx.db
    .select({
      notice: notices,
      number: tickets.number,
      subject: tickets.subject,
      address: mailboxes.address,
    })
    .from(notices)
    .leftJoin(tickets, eq(tickets.id, notices.ticketId))
    .leftJoin(mailboxes, eq(mailboxes.id, notices.mailboxId))
    .where(eq(notices.agentId, ctx.actor.id))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(most);
  return rows.map(({ notice, number, subject, address }) => ({
    id: notice.id,
    kind: notice.kind,
    clock: notice.clock,
    at: notice.createdAt.toISOString(),
    unread: notice.readAt === null,
    ticket: number !== null && subject !== null ? { number, subject } : null,
    mailbox:
      notice.mailboxId && notice.alarm && address
        ? { id: notice.mailboxId, address, alarm: notice.alarm }
        : null,
  }));
}

/** The newest that the reader has not read; null when there is none. */
export async function readNewestNotice(ctx: Context): Promise<NoticeView | null> {
  const [newest] = await readNotices(ctx, 1);
  return newest?.unread ? newest : null;
}

/** What the reader gets by mail and when, in their zone. */
export async function readNoticePreferences(ctx: Context) {
  if (ctx.actor.kind !== "agent") throw forbidden();
  const [row] = await ctx.db
    .select({ timeZone: agents.timeZone, email: agents.email, preferences: noticePreferences })
    .from(agents)
    .leftJoin(noticePreferences, eq(noticePreferences.agentId, agents.id))
    .where(eq(agents.id, ctx.actor.id));
  if (!row) throw forbidden();
  return { ...noPreferences, ...row.preferences, timeZone: row.timeZone, email: row.email };
}
