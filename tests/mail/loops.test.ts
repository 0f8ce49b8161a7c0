import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { customerAddresses, messages, outboundEmails, slaClocks, tickets } from "#db/schema/index.ts";
import { readIdentity } from "#lib/reads/customer-blocks.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { type LivingDesk, openLivingDesk, type SentMail } from "./living-desk.ts";

const ours = "support@desk.example";
const start = new Date("2026-11-23T10:00:00+09:00").getTime();
const minuteMs = 60_000;

let desk: LivingDesk;
let other: LivingDesk;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  desk = await openLivingDesk({ domain: "desk.example", mailboxes: [ours] });
  other = await openLivingDesk({ domain: "shop.example", mailboxes: ["help@shop.example"] });
});
beforeEach(async () => {
  vi.setSystemTime(start);
  await desk.begin();
  await other.begin();
});
afterAll(async () => {
  await desk.close();
  await other.close();
  vi.useRealTimers();
});

interface Letter {
  from: string;
  to: string;
  subject: string;
  body?: string;
  headers?: string[];
}
const letter = ({ from, to, subject, body = "Where is my parcel? It has not come.", headers = [] }: Letter) =>
  Buffer.from(
    [
      `From: ${from}`,
      `To: ${to}`,
      `Subject: ${subject}`,
      `Message-ID: <${randomUUID()}@elsewhere.example>`,
      `Date: ${new Date().toUTCString()}`,
      ...headers,
      "",
      body,
      "",
    ].join("\r\n"),
  );

/**
 * Ten minutes, a step a second at first, then a step a minute: what our desk sends, the other side answers at once.
 * Returns all that our desk sent by itself.
 */
async function tenMinutes(answer: (sent: SentMail) => Promise<Buffer[]> | Buffer[]): Promise<SentMail[]> {
  const all: SentMail[] = [];
  for (const second of [0, 1, 2, 3, 5, 8, 13, 30, 60, 120, 180, 300, 420, 540, 599]) {
    vi.setSystemTime(start + second * 1000);
    for (const sent of await desk.work()) {
      all.push(sent);
      for (const raw of await answer(sent))
        await desk.receive(raw, { to: [sent.mail.replyTo], from: sent.mail.to[0]!.address });
    }
  }
  return all;
}

/** What came after the ten minutes: nothing, however long one waits. */
async function later(): Promise<number> {
  let count = 0;
  for (const minutes of [11, 20, 59]) {
    vi.setSystemTime(start + minutes * minuteMs);
    count += (await desk.work()).length;
  }
  return count;
}
const ticketCount = (one: LivingDesk) => one.database.db.$count(tickets);

describe("a loop dies", () => {
  const bare = (raw: Buffer) =>
    Buffer.from(
      raw
        .toString("latin1")
        .replace(/^(?:Auto-Submitted|X-Auto-Response-Suppress|Precedence|X-Helpdesk-Instance):.*\r\n/gim, ""),
      "latin1",
    );
  test.each<[string, (raw: Buffer) => Buffer, number]>([
    ["like this one", (raw) => raw, 0],
    ["that say nowhere what they are", bare, 1],
  ])("between two desks %s", async (_, onTheWay, theirTickets) => {
    const writes = letter({ from: "help@shop.example", to: ours, subject: "A question from the shop" });
    await desk.receive(writes, { to: [ours] });
    const theirs: SentMail[] = [];
    const sent = await tenMinutes(async ({ raw }) => {
      await other.receive(onTheWay(raw), { to: ["help@shop.example"] });
      const answers = await other.work();
      theirs.push(...answers);
      return answers.filter(({ mail }) => mail.to[0]?.address === ours).map((answer) => onTheWay(answer.raw));
    });
    console.log(`desk and desk: ${sent.length} and ${theirs.length} automatic mails`);
    expect(sent.length + theirs.length).toBeLessThanOrEqual(3);
    expect(sent.length).toBeGreaterThan(0);
    expect(await later()).toBe(0);
    expect([await ticketCount(desk), await ticketCount(other)]).toEqual([1, theirTickets]);
  });

  const inThread = (sent: SentMail, to: string) =>
    letter({
      from: "kim@bot.example",
      to,
      subject: `Re: ${sent.mail.subject}`,
      body: "Thank you for your mail. I am out and read it when I am back.",
      headers: [`In-Reply-To: <${sent.mail.messageId}>`],
    });
  test.each<[string, (sent: SentMail) => Buffer]>([
    ["that answers in the thread", (sent) => inThread(sent, sent.mail.replyTo)],
    [
      "that knows no thread, only the address to answer to",
      (sent) =>
        letter({
          from: "kim@bot.example",
          to: sent.mail.replyTo,
          subject: "Out of the house",
          body: "I am out.",
        }),
    ],
    [
      "that answers the envelope",
      (sent) =>
        letter({ from: "kim@bot.example", to: sent.mail.envelopeFrom, subject: "Gone", body: "I am out." }),
    ],
  ])("with a vacation bot without a single header %s", async (_, reply) => {
    await desk.receive(letter({ from: "kim@bot.example", to: ours, subject: "My parcel" }), { to: [ours] });
    let answered = 0;
    const sent = await tenMinutes((mail) => {
      answered++;
      return [reply(mail)];
    });
    console.log(`desk and bot: ${sent.length} automatic mails`);
    expect(answered).toBeGreaterThan(0);
    expect(sent.length).toBeLessThanOrEqual(3);
    expect(sent.every(({ mail }) => mail.kind === "auto")).toBe(true);
    expect(await later()).toBe(0);
    expect(await ticketCount(desk)).toBe(1);
  });

  test("with an alias that leads back to us", async () => {
    const alias = "orders@alias.example";
    await desk.receive(letter({ from: alias, to: ours, subject: "My parcel" }), { to: [ours] });
    // A forwarder that keeps the mail as it is, and one that takes strange headers away.
    const sent = await tenMinutes(({ raw }) => [
      Buffer.concat([Buffer.from("Received: from alias.example\r\n"), raw]),
      Buffer.from(raw.toString("latin1").replace(/^X-Helpdesk-Instance:.*\r\n/im, ""), "latin1"),
    ]);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.length).toBeLessThanOrEqual(3);
    expect(await later()).toBe(0);
    expect(await ticketCount(desk)).toBe(1);
  });
});

const report = (
  sent: SentMail["mail"],
  { to = sent.envelopeFrom, recipient = sent.to[0]!.address, id = sent.messageId, status = "5.1.1" } = {},
) =>
  Buffer.from(
    [
      "From: Mail Delivery System <MAILER-DAEMON@mx.gone.example>",
      `To: ${to}`,
      "Subject: Undelivered Mail Returned to Sender",
      `Message-ID: <${randomUUID()}@mx.gone.example>`,
      "Auto-Submitted: auto-replied",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      `The mail to <${recipient}> could not be delivered.`,
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.gone.example",
      "",
      `Final-Recipient: rfc822; ${recipient}`,
      "Action: failed",
      `Status: ${status}`,
      "--b",
      "Content-Type: message/rfc822",
      "",
      `Message-ID: <${id}>`,
      `Subject: ${sent.subject}`,
      "",
      "body",
      "--b--",
      "",
    ].join("\r\n"),
  );

describe("an address that bounces", () => {
  const bouncedAt = async (address: string) =>
    (await desk.database.db.select().from(customerAddresses).where(eq(customerAddresses.address, address)))[0]
      ?.bouncedAt ?? null;

  test("gets one mail, is marked where the agent sees it, and gets nothing automatic again", async () => {
    const from = "kim@gone.example";
    const { ticketId } = await desk.receive(letter({ from, to: ours, subject: "My parcel" }), { to: [ours] });
    const sent = await tenMinutes(({ mail }) => [report(mail)]);
    expect(sent).toHaveLength(1);
    expect(await bouncedAt(from)).not.toBeNull();
    vi.setSystemTime(start + 90 * minuteMs);
    await desk.receive(letter({ from, to: ours, subject: "Another parcel" }), { to: [ours] });
    expect(await desk.work()).toHaveLength(0);
    expect(await ticketCount(desk)).toBe(2);

    const identity = await readIdentity(desk.context(desk.agent.actor), ticketId!);
    expect(identity.addresses).toMatchObject([{ address: from, bounced: true }]);
  });

  async function answered() {
    const from = "kim@gone.example";
    const { ticketId } = await desk.receive(
      letter({ from, to: ours, subject: "My parcel", headers: ["Cc: lee@gone.example"] }),
      { to: [ours] },
    );
    await desk.work();
    vi.setSystemTime(start + 20 * minuteMs);
    await replyToTicket(desk.context(desk.agent.actor), { ticketId: ticketId!, body: "It comes on Monday." });
    vi.setSystemTime(start + 21 * minuteMs);
    const sent = (await desk.work()).find(({ mail }) => mail.kind === "agent")!.mail;
    const clock = async () =>
      (await desk.database.db.select().from(slaClocks).where(eq(slaClocks.ticketId, ticketId!))).find(
        ({ kind }) => kind === "first_reply",
      )?.metAt ?? null;
    return { from, ticketId: ticketId!, sent, clock };
  }

  test("takes back what an agent's answer had fulfilled, and says so on that answer", async () => {
    const { from, ticketId, sent, clock } = await answered();
    const met = await clock();
    const ledger = await desk.receive(report(sent), { to: [sent.envelopeFrom] });
    expect(ledger).toMatchObject({ reason: "bounce", ticketId });
    const [mail] = await desk.database.db
      .select()
      .from(outboundEmails)
      .where(eq(outboundEmails.messageId, sent.messageId));
    expect(mail!.reports).toMatchObject([{ address: from, outcome: "bounced", status: "5.1.1" }]);
    const [ticket] = await desk.database.db.select().from(tickets).where(eq(tickets.id, ticketId));
    expect(ticket!.needsReview).toBe(true);
    if (met) expect(await clock()).toBeNull();
    expect(await desk.database.db.$count(messages, eq(messages.ticketId, ticketId))).toBe(2);
  });

  test.each<[string, Parameters<typeof report>[1], string]>([
    ["made for nothing we sent", { to: "bounce+0123@desk.example", id: "never@desk.example" }, "ignored"],
    ["that names somebody the mail never went to", { recipient: "lee@elsewhere.example" }, "delivered"],
  ])("is not believed of a report %s", async (_, forged, state) => {
    const { sent, from } = await answered();
    await desk.receive(letter({ from: "lee@elsewhere.example", to: ours, subject: "Mine" }), { to: [ours] });
    const ledger = await desk.receive(report(sent, forged), { to: [forged?.to ?? sent.envelopeFrom] });
    expect(ledger.state).toBe(state);
    expect([await bouncedAt("lee@elsewhere.example"), await bouncedAt(from)]).toEqual([null, null]);
  });
});
