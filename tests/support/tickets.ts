import { desc, eq } from "drizzle-orm";
import {
  articles,
  inboundEmails,
  messages,
  outboundEmails,
  slaClocks,
  ticketEvents,
  tickets,
} from "#db/schema/index.ts";
import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { fileInboundEmail } from "#lib/services/intake/file-inbound-email.ts";
import { claimInboundEmail } from "#lib/services/intake/finish-inbound-email.ts";
import { recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";
import { expectClocksToFollow } from "./clocks.ts";
import type { TestDatabase } from "./database.ts";
import { aMail, contextOn, short } from "./factories.ts";

/** Brings a mail through the door and files it, as the worker does. */
export async function deliver(desk: TestDatabase, raw: Buffer, options: { to?: string[]; now?: Date } = {}) {
  const ctx = contextOn(desk, { now: options.now });
  const recorded = await recordInboundEmail(ctx, { door: "smtp", raw, envelopeTo: options.to ?? [] });
  const row = await claimInboundEmail(ctx, recorded.id);
  if (row) await fileInboundEmail(ctx, { row, email: await parseEmail(raw), safeHtml: null });
  const [ledger] = await desk.db.select().from(inboundEmails).where(eq(inboundEmails.id, recorded.id));
  return ledger!;
}

/** A ticket made by a mail, with its first message. */
export async function aTicket(
  desk: TestDatabase,
  mail: Parameters<typeof aMail>[0],
  options: { now?: Date } = {},
) {
  const ledger = await deliver(desk, aMail(mail), { to: [mail.to], ...options });
  return { ticketId: ledger.ticketId!, messageId: ledger.ticketMessageId! };
}

export async function anArticle(desk: TestDatabase, options: Partial<typeof articles.$inferInsert> = {}) {
  const [article] = await desk.db
    .insert(articles)
    .values({
      slug: `tracking-${short()}`,
      lang: "en",
      title: "Tracking",
      body: "It takes two days.",
      mayAutoAnswer: true,
      publishedAt: new Date(),
      updatedAt: new Date(),
      ...options,
    })
    .returning();
  return article!;
}

/** Everything about a ticket that a test may want to look at; proves each time that its clocks follow its events. */
export async function look(desk: TestDatabase, ticketId: string) {
  await expectClocksToFollow(desk, [ticketId]);
  const [ticket] = await desk.db.select().from(tickets).where(eq(tickets.id, ticketId));
  return {
    ticket: ticket!,
    messages: await desk.db
      .select()
      .from(messages)
      .where(eq(messages.ticketId, ticketId))
      .orderBy(messages.createdAt),
    events: await desk.db
      .select()
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticketId))
      .orderBy(ticketEvents.seq),
    clocks: await desk.db.select().from(slaClocks).where(eq(slaClocks.ticketId, ticketId)),
    outbound: await desk.db
      .select()
      .from(outboundEmails)
      .where(eq(outboundEmails.ticketId, ticketId))
      .orderBy(desc(outboundEmails.createdAt)),
  };
}
