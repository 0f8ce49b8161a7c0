import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { messages, notices, outboundEmails, outbox, tickets } from "#db/schema/index.ts";
import { deriveKey } from "#lib/crypto/derive-key.ts";
import { ticketOfAgentAddress } from "#lib/domain/intake/agent-address.ts";
import { mailNotices } from "#lib/services/notices/mail-notices.ts";
import { readTicketNotices } from "#lib/services/notices/read-ticket-notices.ts";
import { saveNoticePreferences } from "#lib/services/notices/save-notice-preferences.ts";
import { sendDigests } from "#lib/services/notices/send-digests.ts";
import { assignTicket } from "#lib/services/tickets/assign-ticket.ts";
import { createTestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, anAgent, contextOn } from "#tests/support/factories.ts";
import { aTicket, deliver } from "#tests/support/tickets.ts";

const desk = await createTestDatabase();
afterAll(() => desk.drop());
let home: Awaited<ReturnType<typeof aDesk>>;
let mina: Awaited<ReturnType<typeof anAgent>>;
beforeEach(async () => {
  await desk.clear();
  home = await aDesk(desk);
  mina = await anAgent(desk, { name: "Mina", timeZone: "Asia/Seoul" });
});

/** Three in the afternoon in Seoul. */
const start = Date.parse("2026-11-20T06:00:00Z");
const at = (minutes: number) => new Date(start + minutes * 60_000);
const on = (minutes: number) => contextOn(desk, { now: at(minutes) });
const asMina = (minutes: number) => contextOn(desk, { now: at(minutes), actor: mina.actor });

const wishes = { mail: [], digestAt: null, quietFrom: null, quietUntil: null, timeZone: "Asia/Seoul" };
const wish = (over: Partial<Parameters<typeof saveNoticePreferences>[1]>, minutes = 0) =>
  saveNoticePreferences(asMina(minutes), { ...wishes, ...over });

async function assigned(minutes: number, subject = "Tent") {
  const made = await aTicket(desk, { to: home.mailbox.address, subject }, { now: at(minutes) });
  const ctx = contextOn(desk, { now: at(minutes), actor: home.agent.actor });
  await assignTicket(ctx, { ticketId: made.ticketId, agentId: mina.id });
  return made;
}
const mails = async () =>
  (await desk.db.select().from(outboundEmails).where(eq(outboundEmails.kind, "notice"))).filter(({ to }) =>
    to.some(({ address }) => address === mina.email),
  );
const told = async () =>
  (await desk.db.select().from(notices).where(eq(notices.agentId, mina.id))).map(({ kind }) => kind);

test("is told of a ticket that becomes hers and of the customer's answer, never of her own deed", async () => {
  const { ticketId, messageId } = await assigned(0);
  const [first] = await desk.db.select().from(messages).where(eq(messages.id, messageId));
  await deliver(
    desk,
    aMail({
      to: home.mailbox.address,
      from: first!.fromAddress!,
      headers: [`In-Reply-To: <${first!.messageId}>`],
    }),
    { to: [home.mailbox.address], now: at(5) },
  );
  expect(await told()).toEqual(["assigned", "customer_answered"]);
  const own = await aTicket(desk, { to: home.mailbox.address }, { now: at(6) });
  await assignTicket(asMina(6), { ticketId: own.ticketId, agentId: mina.id });
  expect(await told()).toHaveLength(2);
  expect(await mails()).toEqual([]);
  await readTicketNotices(asMina(7), ticketId);
  const unread = (await desk.db.select().from(notices)).filter(
    ({ agentId, readAt }) => agentId === mina.id && readAt === null,
  );
  expect(unread).toEqual([]);
});

test("one mail leaves, automatic, whose answer is hers to the customer, however often the job runs", async () => {
  await wish({ mail: ["assigned"] });
  const { ticketId } = await assigned(1, "Tent pole");
  const jobs = await desk.db.select().from(outbox).where(eq(outbox.job, "notices.mail"));
  expect(jobs.map(({ payload, runAt }) => [payload, runAt])).toEqual([
    [{ agentId: mina.id }, new Date(at(1).getTime() + 30_000)],
  ]);
  await mailNotices(on(1), mina.id);
  expect(await mails()).toEqual([]);
  await Promise.all([mailNotices(on(2), mina.id), mailNotices(on(2), mina.id)]);
  await mailNotices(on(3), mina.id);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ automatic: true, envelopeFrom: "", ticketId: null });
  expect(mail!.subject).toContain("Tent pole");
  const [ticket] = await desk.db.select().from(tickets).where(eq(tickets.id, ticketId));
  const key = deriveKey(on(0).config.secret, "reply-address");
  expect(ticketOfAgentAddress(mail!.replyTo, mina.id, key)).toBe(ticket!.number);
  expect(ticketOfAgentAddress(mail!.replyTo, home.agent.id, key)).toBeNull();
});

test("what she read meanwhile is not mailed", async () => {
  await wish({ mail: ["assigned"] });
  const { ticketId } = await assigned(1);
  await readTicketNotices(asMina(1), ticketId);
  await mailNotices(on(2), mina.id);
  expect(await mails()).toEqual([]);
});

test("quiet hours hold everything and end in one mail", async () => {
  await wish({ mail: ["assigned"], quietFrom: "15:00", quietUntil: "17:00" });
  await assigned(1, "First");
  await assigned(20, "Second");
  await mailNotices(on(60), mina.id);
  expect(await mails()).toEqual([]);
  const runs = await desk.db.select().from(outbox).where(eq(outbox.job, "notices.mail"));
  expect(runs.every(({ runAt }) => runAt.getTime() === at(120).getTime())).toBe(true);
  await mailNotices(on(120), mina.id);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail!.body).toMatch(/First[\s\S]*Second/);
  // About two tickets: an answer to it would be to neither.
  expect(mail!.replyTo).toBe(mina.email);
});

test("a digest comes once a local day, from the next time on, and not when nothing is open", async () => {
  await wish({ digestAt: "09:00" });
  await sendDigests(on(1));
  expect(await mails()).toEqual([]);
  const nextMorning = 18 * 60;
  await sendDigests(on(nextMorning - 1));
  await sendDigests(on(nextMorning));
  expect(await mails()).toEqual([]);
  await assigned(nextMorning + 5, "Late tent");
  const dayAfter = nextMorning + 24 * 60;
  await Promise.all([sendDigests(on(dayAfter + 1)), sendDigests(on(dayAfter + 1))]);
  await sendDigests(on(dayAfter + 30));
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail!.body).toContain("Late tent");
});

test("half of a pair of quiet hours is refused", async () => {
  await expect(wish({ quietFrom: "22:00" })).rejects.toMatchObject({
    kind: "invalid",
    fields: { quietUntil: "one_end" },
  });
});
