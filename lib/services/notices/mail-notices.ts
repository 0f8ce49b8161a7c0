import { and, asc, desc, eq, inArray, isNull, lte } from "drizzle-orm";
import { agents, mailboxes, messages, noticePreferences, notices, tickets } from "#db/schema/index.ts";
import { allowedAt, noPreferences } from "#lib/domain/notices/notice-times.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { type Translate, translator } from "#lib/i18n/translate.ts";
import type { Context } from "../context.ts";
import { queueAgentMail } from "../mail/queue-agent-mail.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";

type NoticeRow = typeof notices.$inferSelect;

/** Everything that is due for one person in one mail, once; what they have read meanwhile is left out. */
export async function mailNotices(ctx: Context, agentId: string): Promise<void> {
  ctx.must("outbound.mark");
  await transact(ctx, async (transaction) => {
    const { tx, enqueue } = transaction;
    const [person] = await tx
      .select({ agent: agents, preferences: noticePreferences })
      .from(agents)
      .leftJoin(noticePreferences, eq(noticePreferences.agentId, agents.id))
      .where(eq(agents.id, agentId))
      .for("update", { of: agents });
    if (!person) return;
    const { agent, preferences } = person;
    const due = and(eq(notices.agentId, agentId), lte(notices.mailAt, ctx.now), isNull(notices.mailedAt));
    const allowed = allowedAt(preferences ?? noPreferences, agent.timeZone, ctx.now);
    if (allowed > ctx.now) {
      // Quiet hours were set, or moved, after the notice came.
      const held = await tx.update(notices).set({ mailAt: allowed }).where(due).returning();
      if (held.length > 0) await enqueue("notices.mail", { agentId }, allowed);
      return;
    }
    const claimed = await tx.update(notices).set({ mailedAt: ctx.now }).where(due).returning();
    const unread = claimed.filter(({ readAt }) => readAt === null);
    if (unread.length > 0 && agent.active) await mailOf(transaction, agent, unread);
  });
}

async function mailOf(
  transaction: Transaction,
  agent: typeof agents.$inferSelect,
  rows: readonly NoticeRow[],
): Promise<void> {
  const { tx, ctx } = transaction;
  const t = translator(agent.locale, messagesFor(agent.locale));
  const told = rows.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const ids = told.flatMap(({ ticketId }) => ticketId ?? []);
  const about = await tx
    .select()
    .from(tickets)
    .where(inArray(tickets.id, [...new Set(ids)]))
    .orderBy(asc(tickets.number));
  const alarms = await alarmLines(transaction, told, t);
  const [only] = about;
  const to = { id: agent.id, name: agent.name, email: agent.email };
  const causeId = `notices:${told[0]!.id}`;
  const sentences = (ticket: Ticket) => [
    ...new Set(told.filter(({ ticketId }) => ticketId === ticket.id).map((row) => sentenceOf(row, t))),
  ];
  const link = ({ number }: Ticket) => `${ctx.config.publicUrl}/tickets/${number}`;
  const footer = t("mail.notice.footer", { link: `${ctx.config.publicUrl}/settings/notifications` });
  if (about.length !== 1 || alarms.length > 0) {
    const lines = about.map(
      (ticket) => `#${ticket.number} ${ticket.subject}\n${sentences(ticket).join("\n")}\n${link(ticket)}`,
    );
    if (lines.length + alarms.length === 0) return;
    const subject =
      about.length === 0
        ? t("routing.notice.mailbox_alarm")
        : t("mail.notice.severalSubject", { count: about.length });
    await queueAgentMail(transaction, {
      ...{ to, causeId, subject, ticket: null },
      body: [...alarms, ...lines, footer].join("\n\n"),
    });
    return;
  }
  const said = await lastSaid(transaction, only!.id, told);
  await queueAgentMail(transaction, {
    ...{ to, causeId, ticket: only! },
    subject: `[#${only!.number}] ${sentences(only!).at(-1)}: ${only!.subject}`,
    body: [
      `${sentences(only!).join("\n")}\n#${only!.number} ${only!.subject}\n${link(only!)}`,
      ...(said ? [said] : []),
      t("mail.notice.answer"),
      footer,
    ].join("\n\n"),
  });
}

/** What is wrong with mailboxes, a paragraph each. */
async function alarmLines(
  { tx, ctx }: Transaction,
  told: readonly NoticeRow[],
  t: Translate,
): Promise<string[]> {
  const ids = told.flatMap(({ mailboxId }) => mailboxId ?? []);
  if (ids.length === 0) return [];
  const boxes = await tx.select().from(mailboxes).where(inArray(mailboxes.id, ids));
  return boxes.map(({ id, address }) => {
    const alarm = told.findLast(({ mailboxId }) => mailboxId === id)?.alarm ?? "none";
    return `${address}\n${t(`settings.mailboxes.alarm.${alarm}`)}\n${ctx.config.publicUrl}/settings/mailboxes`;
  });
}

function sentenceOf({ kind, clock }: NoticeRow, t: Translate): string {
  return t(`routing.notice.${kind}`, { clock: clock ? t(`clock.${clock}`) : "" });
}

/** The words it is about: the note that mentions the person, else the customer's newest message. */
async function lastSaid(
  { tx }: Transaction,
  ticketId: string,
  told: readonly NoticeRow[],
): Promise<string | null> {
  const mention = told.find(({ kind }) => kind === "mentioned");
  const [message] = await tx
    .select({ author: messages.fromName, body: messages.body })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticketId),
        mention ? eq(messages.kind, "note") : eq(messages.authorKind, "customer"),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1);
  if (!message) return null;
  const words = truncate(clean(message.body).trim(), 4_000);
  const quoted = words.replace(/^/gm, "> ");
  return message.author ? `${message.author}:\n${quoted}` : quoted;
}
