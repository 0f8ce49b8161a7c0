import { desc, eq } from "drizzle-orm";
import { mailboxes, notices, tickets } from "#db/schema/index.ts";
import type { MailboxAlarm } from "#lib/domain/mailboxes/connection.ts";
import type { NoticeKind } from "#lib/domain/notices/notice.ts";
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

export async function readNotices(ctx: Context): Promise<NoticeView[]> {
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
    .limit(100);
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
