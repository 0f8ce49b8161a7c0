import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { attachments, drafts, messages } from "#db/schema/index.ts";
import { picturesIn, type RichDocument } from "#lib/domain/writing/document.ts";
import { readTicket } from "#lib/reads/ticket.ts";
import { readTimeline } from "#lib/reads/ticket-timeline.ts";
import { readFiles } from "#lib/services/mail/read-files.ts";
import { adoptDraft } from "#lib/services/tickets/adopt-draft.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { keepUpload } from "#lib/services/tickets/own-files.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { saveDraft } from "#lib/services/tickets/save-draft.ts";
import { undoReply } from "#lib/services/tickets/undo-reply.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, anAgent, contextOn } from "#tests/support/factories.ts";
import { aTicket, deliver, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let base: Awaited<ReturnType<typeof aDesk>>;
let ticketId: string;
let messageId: string;
beforeAll(async () => {
  desk = await createTestDatabase();
});
afterAll(() => desk.drop());
beforeEach(async () => {
  base = await aDesk(desk);
  const asked = await aTicket(desk, { to: base.mailbox.address, from: "sora@customer.example" });
  ({ ticketId, messageId } = asked);
});

const as = (agent: typeof base.agent) => contextOn(desk, { actor: agent.actor });
const me = () => as(base.agent);
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const picture = (ctx = me()) => keepUpload(ctx, { name: "box.png", type: "image/png", bytes: png });
const withPicture = (file: string): RichDocument => ({
  blocks: [
    { type: "paragraph", inlines: [{ type: "text", text: "Like this:", bold: true }] },
    { type: "paragraph", inlines: [{ type: "image", file, alt: "the box" }] },
  ],
});

describe("a reply with a look", () => {
  test("leaves as words and HTML with its picture as an inline part, and comes back whole when taken back", async () => {
    const { token } = await picture();
    const document = withPicture(token);
    const sent = await replyToTicket(me(), { ticketId, document, undoSeconds: 5 });
    const { outbound, messages } = await look(desk, ticketId);
    const [file] = await desk.db.select().from(attachments).where(eq(attachments.messageId, sent.messageId));
    expect(outbound[0]).toMatchObject({ body: "Like this:\n[the box]" });
    expect(outbound[0]?.html).toContain("<strong>Like this:</strong>");
    expect(outbound[0]?.html).toContain(`src="cid:${file?.contentId}"`);
    expect(await readFiles(me(), { ticketMessageId: sent.messageId, sideMessageId: null })).toMatchObject([
      { name: "box.png", type: "image/png", contentId: file?.contentId },
    ]);
    expect(messages.at(-1)?.html).toContain(`src="/cid/`);

    const back = await undoReply(me(), { messageId: sent.messageId });
    expect(back.files).toEqual([]);
    const again = await replyToTicket(me(), { ticketId, document: back.document });
    expect((await look(desk, ticketId)).messages.at(-1)?.body).toBe("Like this:\n[the box]");
    expect(again.messageId).not.toBe(sent.messageId);
  });

  test.each([
    [
      "a link that runs",
      { type: "paragraph", inlines: [{ type: "text", text: "x", link: "javascript:alert(1)" }] },
    ],
    ["a block nobody knows", { type: "html", html: "<script>" }],
    [
      "an attribute nobody knows",
      { type: "paragraph", inlines: [{ type: "text", text: "x", style: "position:fixed" }] },
    ],
    [
      "a picture that was never handed in",
      { type: "paragraph", inlines: [{ type: "image", file: "x.y", alt: "" }] },
    ],
  ])("with %s is refused, and nothing is written", async (_, block) => {
    const document = { blocks: [block] } as unknown as RichDocument;
    await expect(replyToTicket(me(), { ticketId, document })).rejects.toMatchObject({ kind: "invalid" });
    expect((await look(desk, ticketId)).outbound.filter(({ kind }) => kind === "agent")).toEqual([]);
  });

  test("cannot carry a colleague's file, or a page that calls itself a picture", async () => {
    const other = await anAgent(desk);
    const theirs = await picture(as(other));
    const page = await keepUpload(me(), { name: "a.png", type: "image/png", bytes: Buffer.from("<script>") });
    for (const { token } of [theirs, page])
      await expect(replyToTicket(me(), { ticketId, document: withPicture(token) })).rejects.toMatchObject({
        kind: "invalid",
      });
  });
});

describe("sending stops", () => {
  const seen = async () => {
    const ticket = (await readTicket(me(), (await look(desk, ticketId)).ticket.number))!;
    return Math.max(0, ...ticket.timeline.map((item) => (item.item === "event" ? item.seq : 0)));
  };

  test("when the customer wrote meanwhile, and goes on once that is seen", async () => {
    const { ticket } = await look(desk, ticketId);
    const reference = `References: <${(await look(desk, ticketId)).messages[0]?.messageId}>`;
    const more = await deliver(
      desk,
      aMail({
        from: "sora@customer.example",
        to: base.mailbox.address,
        body: "It came!",
        headers: [reference],
      }),
      { to: [base.mailbox.address] },
    );
    expect(more.ticketId).toBe(ticket.id);
    const reply = (seenMessageId: string) => replyToTicket(me(), { ticketId, body: "Sorry.", seenMessageId });
    await expect(reply(messageId)).rejects.toMatchObject({ kind: "conflict" });
    await reply(more.ticketMessageId!);
  });

  test("when a colleague changed the ticket meanwhile, not for one's own change", async () => {
    const before = await seen();
    await changeTicket(me(), { ticketId, assigneeId: base.agent.id });
    await replyToTicket(me(), { ticketId, body: "One.", seenEvent: before });
    const later = await seen();
    await changeTicket(as(await anAgent(desk)), { ticketId, status: "solved" });
    await expect(replyToTicket(me(), { ticketId, body: "Two.", seenEvent: later })).rejects.toMatchObject({
      kind: "conflict",
    });
    await replyToTicket(me(), { ticketId, body: "Two.", seenEvent: await seen() });
  });
});

describe("drafts", () => {
  const save = (body: string, revision: number | null, agent = base.agent) =>
    saveDraft(as(agent), { ticketId, kind: "reply", body, revision });

  test("a window that is behind gets the newer words back and overwrites nothing", async () => {
    expect(await save("Hello", null)).toEqual({ kind: "saved", revision: 1 });
    expect(await save("Hello there", 1)).toEqual({ kind: "saved", revision: 2 });
    expect(await save("Good day", 1)).toMatchObject({
      kind: "conflict",
      theirs: { body: "Hello there", revision: 2 },
    });
    expect(await save("Good day. Hello there", 2)).toEqual({ kind: "saved", revision: 3 });
  });

  test("a colleague reads and takes over what was begun, pictures too, under what they have themselves", async () => {
    const mina = await anAgent(desk, { name: "Mina" });
    const { token } = await picture(as(mina));
    await saveDraft(as(mina), { ticketId, kind: "reply", body: "Like this:", document: withPicture(token) });
    await save("Dear Sora,", null);
    const { ticket } = await look(desk, ticketId);
    const [theirs] = (await readTicket(me(), ticket.number))!.writing.colleagueDrafts;
    expect(theirs).toMatchObject({ agent: { name: "Mina" }, body: "Like this:" });

    const mine = await adoptDraft(me(), { draftId: theirs!.id });
    expect(mine.body).toBe("Dear Sora,\n\nLike this:");
    expect(picturesIn(mine.document!)).toHaveLength(1);
    await replyToTicket(me(), { ticketId, document: mine.document });
    await expect(adoptDraft(me(), { draftId: theirs!.id })).rejects.toMatchObject({ kind: "conflict" });
  });

  test("who goes on writing after a colleague took over loses nothing", async () => {
    const mina = await anAgent(desk);
    await save("Half a sen", null, mina);
    const [open] = await desk.db
      .select()
      .from(drafts)
      .where(and(eq(drafts.ticketId, ticketId), eq(drafts.agentId, mina.id)));
    await adoptDraft(me(), { draftId: open!.id });
    expect(await save("Half a sentence", 1, mina)).toEqual({ kind: "saved", revision: 1 });
  });

  test("what a person changed in the assistant's draft stays as evidence", async () => {
    const [draft] = await desk.db
      .insert(drafts)
      .values({
        ticketId,
        authorKind: "assistant",
        body: "It takes two days to arrive.",
        updatedAt: new Date(),
      })
      .returning();
    await replyToTicket(me(), { ticketId, draftId: draft!.id, body: "It takes three days to arrive." });
    const { ticket } = await look(desk, ticketId);
    const { sentDraft } = (await readTicket(me(), ticket.number))!.assistant;
    expect(sentDraft?.edits.changedShare).toBeCloseTo(2 / 12);
    expect(sentDraft?.edits.parts).toContainEqual({ kind: "added", text: "three " });
  });
});

test("a long conversation is read by pages without a gap or a repetition", async () => {
  await desk.db.insert(messages).values(
    Array.from({ length: 70 }, (_, n) => ({
      ticketId,
      kind: "note" as const,
      authorKind: "agent" as const,
      body: `note ${n}`,
      channel: "email" as const,
      // Two at each instant.
      createdAt: new Date(Date.UTC(2026, 10, 24, 0, Math.floor(n / 2))),
    })),
  );
  const read: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await readTimeline(me(), ticketId, cursor);
    read.unshift(...page.items.flatMap((item) => (item.item === "message" ? [item.id] : [])));
    cursor = page.earlier?.cursor;
  } while (cursor);
  const all = (await look(desk, ticketId)).messages;
  expect(new Set(read).size).toBe(read.length);
  expect([...read].sort()).toEqual(all.map(({ id }) => id).sort());
});
