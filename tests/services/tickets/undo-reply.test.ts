import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { drafts } from "#db/schema/index.ts";
import { claimOutboundEmail, markEmailSent } from "#lib/services/mail/outbound-states.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { keepUpload } from "#lib/services/tickets/own-files.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { saveDraft } from "#lib/services/tickets/save-draft.ts";
import { splitTicket } from "#lib/services/tickets/split-ticket.ts";
import { restoreTicket, trashTicket } from "#lib/services/tickets/trash-ticket.ts";
import { undoReply } from "#lib/services/tickets/undo-reply.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, anAgent, contextOn } from "#tests/support/factories.ts";
import { aTicket, deliver, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let base: Awaited<ReturnType<typeof aDesk>>;
let ticketId: string;
beforeAll(async () => {
  desk = await createTestDatabase();
});
afterAll(() => desk.drop());
beforeEach(async () => {
  base = await aDesk(desk);
  const asked = await aTicket(desk, { to: base.mailbox.address }, { now: new Date("2026-11-23T02:00Z") });
  ticketId = asked.ticketId;
});

const now = new Date("2026-11-23T03:00Z");
const ctx = (at = now) => contextOn(desk, { actor: base.agent.actor, now: at });
const reply = (more = {}) =>
  replyToTicket(ctx(), { ticketId, body: "It comes today.", undoSeconds: 5, ...more });

describe("taking a reply back", () => {
  test("leaves the ticket as if nothing had been said, and the words in the draft", async () => {
    const before = await look(desk, ticketId);
    const { messageId } = await reply();
    expect((await look(desk, ticketId)).ticket.waitingSince).toBeNull();
    expect(await undoReply(ctx(), { messageId })).toMatchObject({ body: "It comes today." });

    const after = await look(desk, ticketId);
    expect(after.outbound).toEqual([]);
    expect(after.messages).toEqual(before.messages);
    expect(after.ticket).toMatchObject({
      status: "open",
      waitingSince: before.ticket.waitingSince,
      firstPersonReplyAt: null,
    });
    expect(after.clocks.find((clock) => clock.kind === "first_reply")?.state).toBe("running");
    const kept = await desk.db.select().from(drafts).where(eq(drafts.ticketId, ticketId));
    expect(kept.filter((draft) => draft.state === "open").map((draft) => draft.body)).toEqual([
      "It comes today.",
    ]);
  });

  test("comes too late when a worker has the mail, and then changes nothing", async () => {
    const { messageId } = await reply();
    const mail = (await look(desk, ticketId)).outbound[0]!;
    await claimOutboundEmail(contextOn(desk, { now: new Date(now.getTime() + 6_000) }), mail.id);
    await expect(undoReply(ctx(), { messageId })).rejects.toMatchObject({ kind: "conflict" });
    expect((await look(desk, ticketId)).messages.map((message) => message.id)).toContain(messageId);
  });

  test("and a mail that was taken back is never claimed", async () => {
    const { messageId } = await reply();
    const mail = (await look(desk, ticketId)).outbound[0]!;
    await undoReply(ctx(), { messageId });
    expect(
      await claimOutboundEmail(contextOn(desk, { now: new Date(now.getTime() + 60_000) }), mail.id),
    ).toBeNull();
  });

  test("gives the files back", async () => {
    const file = await keepUpload(ctx(), {
      name: "../a\u202egnp.exe",
      type: "image/png",
      bytes: Buffer.from("x"),
    });
    expect(file.name).toBe("agnp.exe");
    const { messageId } = await reply({ files: [file.token] });
    expect((await undoReply(ctx(), { messageId })).files).toEqual([file]);
  });
});

describe("sending", () => {
  test("waits until the chosen moment", async () => {
    await reply({ sendAt: "2026-11-24T00:00:00Z" });
    expect((await look(desk, ticketId)).outbound[0]!.sendAt).toEqual(new Date("2026-11-24T00:00:00Z"));
  });

  test("goes to exactly those who were named", async () => {
    await reply({ recipients: { to: ["boss@customer.example"], cc: ["Law@customer.example"] } });
    const mail = (await look(desk, ticketId)).outbound[0]!;
    expect([...mail.to, ...mail.cc].map(({ address }) => address)).toEqual([
      "boss@customer.example",
      "law@customer.example",
    ]);
  });

  test("never goes to the desk itself", async () => {
    await expect(reply({ recipients: { to: [base.mailbox.address], cc: [] } })).rejects.toMatchObject({
      kind: "invalid",
    });
    expect((await look(desk, ticketId)).outbound).toEqual([]);
  });

  test("takes no file that somebody else handed in", async () => {
    const other = await anAgent(desk);
    const theirs = contextOn(desk, { actor: other.actor, now });
    const file = await keepUpload(theirs, { name: "a.png", type: "image/png", bytes: Buffer.from("x") });
    await expect(reply({ files: [file.token] })).rejects.toMatchObject({ kind: "invalid" });
    await expect(reply({ files: [`${file.token}x`] })).rejects.toMatchObject({ kind: "invalid" });
    await expect(reply({ files: ["e30.e30"] })).rejects.toMatchObject({ kind: "invalid" });
  });

  test("keeps what its writer has begun since, below it, and says whom it would have reached", async () => {
    const { messageId } = await reply({
      recipients: { to: ["mina@customer.test"], cc: ["boss@customer.test"] },
    });
    await saveDraft(ctx(), { ticketId, kind: "reply", body: "And one more thing." });
    expect(await undoReply(ctx(), { messageId })).toMatchObject({
      body: "It comes today.",
      recipients: { to: ["mina@customer.test"], cc: ["boss@customer.test"] },
    });
    const kept = await desk.db.select().from(drafts).where(eq(drafts.ticketId, ticketId));
    expect(kept.filter(({ state }) => state === "open").map(({ body }) => body)).toEqual([
      "It comes today.\n\nAnd one more thing.",
    ]);
  });

  test.each(["on_hold", "pending", "open"] as const)(
    "brings a ticket that was %s back there from solved",
    async (status) => {
      await changeTicket(ctx(), { ticketId, status: "open" });
      await changeTicket(ctx(), { ticketId, status });
      const { messageId } = await reply({ status: "solved" });
      await undoReply(ctx(), { messageId });
      expect(await look(desk, ticketId)).toMatchObject({ ticket: { status }, outbound: [] });
    },
  );

  test("opens the assistant's draft that it grew from again, and no evidence is left of sending it", async () => {
    const [draft] = await desk.db
      .insert(drafts)
      .values({ ticketId, authorKind: "assistant", body: "It comes tomorrow.", updatedAt: now })
      .returning();
    const { messageId } = await reply({ draftId: draft!.id });
    expect((await undoReply(ctx(), { messageId })).draftId).toBe(draft!.id);
    const [open] = await desk.db.select().from(drafts).where(eq(drafts.id, draft!.id));
    expect(open).toMatchObject({ state: "open", edits: null });
  });
});

const tomorrow = new Date(now.getTime() + 86_400_000);

const firstReply = async (of: string, metAt?: Date) => {
  const clock = (await look(desk, of)).clocks.find(({ kind }) => kind === "first_reply");
  if (metAt) expect(clock?.metAt).toEqual(metAt);
  return clock;
};

/** The worker sends it at its hour; when that was. */
async function leaves(of: string): Promise<Date> {
  const leaving = contextOn(desk, { now: new Date(tomorrow.getTime() + 2000) });
  const mail = (await look(desk, of)).outbound.find(({ kind }) => kind === "agent")!;
  await claimOutboundEmail(leaving, mail.id);
  await markEmailSent(leaving, { outboundEmailId: mail.id, response: "250 OK" });
  return leaving.now;
}

describe("a reply that is to leave later", () => {
  test("is an answer from when it leaves: until then the customer waits, and the clock runs", async () => {
    await reply({ sendAt: tomorrow });
    expect(await firstReply(ticketId)).toMatchObject({ state: "running", metAt: null });
    expect((await look(desk, ticketId)).ticket.firstPersonReplyAt).toBeNull();

    const left = await leaves(ticketId);
    expect(await firstReply(ticketId)).toMatchObject({ state: "met", metAt: left });
    expect((await look(desk, ticketId)).ticket.firstPersonReplyAt).toEqual(left);
  });

  test("is an answer although it leaves while the ticket lies in the trash", async () => {
    await reply({ sendAt: tomorrow });
    await trashTicket(ctx(), { ticketId });
    const left = await leaves(ticketId);
    await restoreTicket(ctx(new Date(left.getTime() + 1000)), { ticketId });
    expect(await firstReply(ticketId)).toMatchObject({ state: "met", metAt: left });
  });

  test.each([
    ["before it left", false],
    ["after it left", true],
  ])("keeps its hour on a ticket that was split off %s", async (_, after) => {
    const [asked] = (await look(desk, ticketId)).messages;
    const more = aMail({
      from: asked!.fromAddress!,
      to: base.mailbox.address,
      body: "And the invoice?",
      headers: [`In-Reply-To: <${asked!.messageId}>`],
    });
    const { ticketMessageId } = await deliver(desk, more, { to: [base.mailbox.address], now });
    const { messageId } = await reply({ body: "The invoice comes tomorrow.", sendAt: tomorrow });
    const left = after ? await leaves(ticketId) : null;
    const messageIds = [ticketMessageId!, messageId];
    const splitting = ctx(left ? new Date(left.getTime() + 1000) : now);
    const { ticketId: made } = await splitTicket(splitting, { ticketId, messageIds });
    if (!after) expect(await firstReply(made)).toMatchObject({ state: "running", metAt: null });
    expect(await firstReply(made)).toMatchObject(left ? { metAt: left } : {});
    if (!after) expect(await firstReply(made, await leaves(made))).toMatchObject({ state: "met" });
  });

  test("goes back to its writer's draft, files and all, when the customer writes first; one about to leave does not", async () => {
    const [asked] = (await look(desk, ticketId)).messages;
    const file = await keepUpload(ctx(), {
      name: "label.pdf",
      type: "application/pdf",
      bytes: Buffer.from("1"),
    });
    const later = new Date(now.getTime() + 86_400_000);
    await reply({ body: "Until tomorrow.", sendAt: later, files: [file.token], status: "pending" });
    const { messageId: leaving } = await reply({ body: "One moment." });
    const again = aMail({
      from: asked!.fromAddress!,
      to: base.mailbox.address,
      body: "It is here now.",
      headers: [`In-Reply-To: <${asked!.messageId}>`],
    });
    await deliver(desk, again, { to: [base.mailbox.address], now: new Date(now.getTime() + 1000) });

    const { messages, outbound, ticket, events } = await look(desk, ticketId);
    expect(messages.map(({ body }) => body)).toEqual(["It has not come.", "One moment.", "It is here now."]);
    expect(outbound.filter(({ kind }) => kind === "agent").map((mail) => mail.ticketMessageId)).toEqual([
      leaving,
    ]);
    expect(ticket.status).toBe("open");
    expect(events.find(({ type }) => type === "message.unsent")?.data).toMatchObject({
      why: "customer_wrote",
    });
    const kept = await desk.db.select().from(drafts).where(eq(drafts.ticketId, ticketId));
    expect(kept.filter(({ state }) => state === "open")).toMatchObject([
      { agentId: base.agent.id, body: "Until tomorrow.", files: [file.token] },
    ]);
  });
});
