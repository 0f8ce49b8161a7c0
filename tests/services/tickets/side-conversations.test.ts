import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { notices, outboundEmails } from "#db/schema/index.ts";
import { readCustomerTicket } from "#lib/reads/customer-ticket.ts";
import { readSideConversations } from "#lib/reads/side-conversations.ts";
import { within } from "#lib/services/context.ts";
import { claimOutboundEmail, markEmailFailed } from "#lib/services/mail/outbound-states.ts";
import { startSideConversation, writeSideMessage } from "#lib/services/side/write-side-message.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { keepUpload } from "#lib/services/tickets/own-files.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, contextOn } from "#tests/support/factories.ts";
import { aTicket, deliver, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let to: string;
let agent: Awaited<ReturnType<typeof aDesk>>["agent"];
beforeAll(async () => {
  desk = await createTestDatabase();
  const { mailbox, agent: mina } = await aDesk(desk);
  to = mailbox.address;
  agent = mina;
});
afterAll(() => desk.drop());
const mina = () => contextOn(desk, { actor: agent.actor });
const courier = "depot@courier.example";

async function asked() {
  const { ticketId } = await aTicket(desk, { to });
  const before = await look(desk, ticketId);
  const files = [
    (await keepUpload(mina(), { name: "label.txt", type: "text/plain", bytes: Buffer.from("label") })).token,
  ];
  const { conversationId } = await startSideConversation(mina(), {
    ticketId,
    people: [{ name: "Depot", address: courier }],
    subject: "Parcel 7731",
    body: "Where is parcel 7731?",
    files,
  });
  const [mail] = await desk.db
    .select()
    .from(outboundEmails)
    .where(and(eq(outboundEmails.ticketId, ticketId), eq(outboundEmails.kind, "side")));
  return { ticketId, conversationId, mail: mail!, before };
}
const conversation = async (ticketId: string) =>
  (await readSideConversations(mina(), ticketId)).conversations[0]!;

test("the question leaves with its own address and moves no clock", async () => {
  const { ticketId, mail, before } = await asked();
  expect(mail).toMatchObject({
    to: [{ name: "Depot", address: courier }],
    inReplyTo: null,
    ticketMessageId: null,
  });
  expect(mail.replyTo).toMatch(/\+s\d+\.[a-z2-7]{20}@/);
  const after = await look(desk, ticketId);
  expect(after.clocks).toEqual(before.clocks);
  expect(after.ticket).toMatchObject({
    waitingSince: before.ticket.waitingSince,
    status: before.ticket.status,
  });
  expect(after.messages).toEqual(before.messages);
  expect((await conversation(ticketId)).messages[0]?.attachments).toMatchObject([{ name: "label.txt" }]);
});

test.each([
  ["to its address", (mail: { replyTo: string }) => ({ to: mail.replyTo, headers: [] })],
  [
    "to the mailbox, naming our mail",
    (mail: { messageId: string }) => ({ to, headers: [`In-Reply-To: <${mail.messageId}>`] }),
  ],
])(
  "an answer %s comes back on the side, never to the customer, and the assignee hears of it",
  async (_, how) => {
    const { ticketId, mail } = await asked();
    await changeTicket(mina(), { ticketId, assigneeId: agent.id, status: "on_hold" });
    const answer = aMail({ from: `Depot <${courier}>`, body: "It leaves today. Secret 4711.", ...how(mail) });
    const ledger = await deliver(desk, answer, { to: [how(mail).to] });
    expect(ledger).toMatchObject({ state: "delivered", ticketId, ticketMessageId: null });
    await deliver(desk, answer, { to: [how(mail).to] });

    const side = await conversation(ticketId);
    expect(side).toMatchObject({ answered: true, state: "open" });
    expect(side.messages.map(({ direction, unverified }) => [direction, unverified])).toEqual([
      ["out", null],
      ["in", null],
    ]);
    const { ticket, messages, outbound } = await look(desk, ticketId);
    expect(ticket).toMatchObject({ status: "open", firstPersonReplyAt: null });
    expect(JSON.stringify(messages)).not.toContain("4711");
    expect(outbound.filter(({ kind }) => kind !== "side" && kind !== "auto")).toEqual([]);
    const seen = await readCustomerTicket(
      within(contextOn(desk), { actor: { kind: "customer", id: ticket.customerId, ticketId } }),
    );
    expect(JSON.stringify(seen)).not.toContain("4711");
    const told = await desk.db.select().from(notices).where(eq(notices.ticketId, ticketId));
    expect(told.filter(({ kind }) => kind === "side_answered")).toMatchObject([{ agentId: agent.id }]);
  },
);

test("a stranger's answer is marked, a machine's asks for nobody, and writing on threads", async () => {
  const { ticketId, conversationId, mail } = await asked();
  await deliver(desk, aMail({ from: "who@elsewhere.example", to: mail.replyTo }), { to: [mail.replyTo] });
  await writeSideMessage(mina(), { ticketId, conversationId, body: "And now?" });
  const absence = ["Auto-Submitted: auto-replied"];
  await deliver(desk, aMail({ from: courier, to: mail.replyTo, headers: absence }), { to: [mail.replyTo] });

  const side = await conversation(ticketId);
  expect(side.answered).toBe(false);
  expect(side.messages.map(({ unverified, autoKind }) => [unverified, autoKind !== null])).toEqual([
    [null, false],
    ["not_on_this_ticket", false],
    [null, false],
    [null, true],
  ]);
  const { outbound } = await look(desk, ticketId);
  const second = outbound.find(({ id, kind }) => kind === "side" && id !== mail.id)!;
  expect(second.references).toContain(mail.messageId);
  expect(second.subject).toBe("Re: Parcel 7731");
});

test("a mail that fails says so on the side and leaves the ticket's clocks alone", async () => {
  const { ticketId, mail, before } = await asked();
  const ctx = contextOn(desk);
  await claimOutboundEmail(ctx, mail.id);
  await markEmailFailed(ctx, { outboundEmailId: mail.id, error: "550 no such depot" });
  const { clocks, ticket, events } = await look(desk, ticketId);
  expect(clocks).toEqual(before.clocks);
  expect(ticket.needsReview).toBe(before.ticket.needsReview);
  expect(events.at(-1)).toMatchObject({ type: "side.failed" });
  expect((await conversation(ticketId)).messages[0]?.delivery).toMatchObject({ state: "failed" });
});

test("another ticket's conversation, and our own mailbox, are refused", async () => {
  const [one, other] = [await asked(), await asked()];
  const { conversationId } = other;
  await expect(
    writeSideMessage(mina(), { ticketId: one.ticketId, conversationId, body: "x" }),
  ).rejects.toMatchObject({ kind: "not_found" });
  const people = [{ address: to }];
  await expect(
    startSideConversation(mina(), { ticketId: one.ticketId, people, subject: "x", body: "x" }),
  ).rejects.toMatchObject({ kind: "invalid" });
});
