import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Db } from "#db/client.ts";
import { attachments, drafts, messages, tickets } from "#db/schema/index.ts";
import { readTicket } from "#lib/reads/ticket.ts";
import type { EventView, MessageView } from "#lib/reads/ticket-view.ts";
import { applyTriage } from "#lib/services/assistant/apply-triage.ts";
import { assignTicket } from "#lib/services/tickets/assign-ticket.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { saveDraft } from "#lib/services/tickets/save-draft.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, anAgent, contextOn, evidenceOf, runFacts } from "#tests/support/factories.ts";
import { aTicket } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await createTestDatabase();
  home = await aDesk(desk);
});
afterAll(() => desk.drop());

const asAgent = () => contextOn(desk, { actor: home.agent.actor });

async function numberOf(ticketId: string): Promise<number> {
  const [row] = await desk.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(eq(tickets.id, ticketId));
  return row!.number;
}

test("a ticket tells what was said, what happened with names, and what the assistant saw", async () => {
  const made = await aTicket(desk, { to: home.mailbox.address });
  const evidence = evidenceOf({
    anger: { score: 0.7, cues: [{ text: "now", start: 0, end: 3, meaning: "anger" }] },
  });
  await applyTriage(contextOn(desk), { ...made, basedOnVersion: 1, evidence, run: runFacts });
  await assignTicket(asAgent(), { ticketId: made.ticketId, agentId: home.agent.id });
  await saveDraft(asAgent(), { ticketId: made.ticketId, kind: "note", body: "ask the warehouse" });
  await replyToTicket(asAgent(), { ticketId: made.ticketId, body: "It is on its way." });

  const view = await readTicket(asAgent(), await numberOf(made.ticketId));
  expect(view).toMatchObject({
    status: "pending",
    angry: true,
    assignee: { name: home.agent.name },
    ownDrafts: [{ kind: "note", body: "ask the warehouse" }],
    assistant: { evidence: { anger: { score: expect.closeTo(0.7) } } },
  });
  const said = view!.timeline.filter((item): item is MessageView => item.item === "message");
  expect(said.map(({ author }) => author.kind)).toEqual(["customer", "agent"]);
  expect(said[1]?.delivery).toMatchObject({ state: "queued" });
  const assigned = view!.timeline.find(
    (item): item is EventView => item.item === "event" && item.type === "ticket.assigned",
  );
  expect(assigned).toMatchObject({
    actor: { kind: "agent", name: home.agent.name },
    data: { to: home.agent.name },
  });
  expect(view!.clocks.map(({ kind, state }) => [kind, state])).toContainEqual(["first_reply", "met"]);
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
});

test("a ticket reads the same on a connection that has planned for it as on a new one", async () => {
  const made = await aTicket(desk, { to: home.mailbox.address });
  await assignTicket(asAgent(), { ticketId: made.ticketId, agentId: home.agent.id });
  await replyToTicket(asAgent(), { ticketId: made.ticketId, body: "It is on its way." });
  await saveDraft(asAgent(), { ticketId: made.ticketId, kind: "note", body: "ask the warehouse" });
  const number = await numberOf(made.ticketId);
  const { now } = asAgent();
  const readOn = (db: Db) => readTicket(contextOn({ ...desk, db }, { actor: home.agent.actor, now }), number);
  const one = connect(desk.url, { name: "one", max: 1 });
  try {
    const expected = await readOn(desk.db);
    for (let turn = 0; turn < 8; turn++) expect(await readOn(one.db)).toEqual(expected);
  } finally {
    await one.close();
  }
});

test("a colleague's unsent words are shown as theirs, and not as one's own", async () => {
  const made = await aTicket(desk, { to: home.mailbox.address });
  await saveDraft(asAgent(), { ticketId: made.ticketId, kind: "reply", body: "mine" });
  const colleague = await anAgent(desk);
  const view = await readTicket(contextOn(desk, { actor: colleague.actor }), await numberOf(made.ticketId));
  expect(view?.ownDrafts).toEqual([]);
  expect(view?.writing.colleagueDrafts).toMatchObject([{ body: "mine", agent: { name: home.agent.name } }]);
  const own = await readTicket(asAgent(), await numberOf(made.ticketId));
  expect(own?.ownDrafts).toMatchObject([{ kind: "reply", body: "mine" }]);
  expect(own?.writing.colleagueDrafts).toEqual([]);
});

test("what the assistant wrote is shown while it waits, and with what a person made of it when it was sent", async () => {
  const { ticketId } = await aTicket(desk, { to: home.mailbox.address });
  const edits = { changedShare: 0.5, parts: [{ kind: "added" as const, text: "Sorry!" }] };
  const now = new Date("2026-11-22T03:00:00.120Z");
  const words = {
    ticketId,
    authorKind: "assistant" as const,
    body: "It left.",
    createdAt: now,
    updatedAt: now,
  };
  const [sent] = await desk.db
    .insert(drafts)
    .values({ ...words, state: "sent", edits })
    .returning();
  const { messageId } = await replyToTicket(asAgent(), { ticketId, body: "It left. Sorry!" });
  await desk.db.update(messages).set({ draftId: sent!.id, createdAt: now }).where(eq(messages.id, messageId));
  await desk.db.insert(drafts).values({ ...words, state: "held" });
  const view = await readTicket(asAgent(), await numberOf(ticketId));
  expect(view?.assistant).toMatchObject({
    draft: { held: true, body: "It left.", at: now.toISOString() },
    sentDraft: { by: home.agent.name, at: now.toISOString(), edits },
  });
});

test("inline pictures point at the attachment, and nothing else does", async () => {
  const made = await aTicket(desk, { to: home.mailbox.address });
  const html = '<img src="/cid/a%40b"><img src="/cid/unknown"><a href="/cidx/a%40b">x</a>';
  await desk.db.update(messages).set({ html }).where(eq(messages.id, made.messageId));
  await desk.db.insert(attachments).values({
    messageId: made.messageId,
    name: "a.png",
    type: "image/png",
    sizeBytes: 1,
    sha256: "0".repeat(64),
    contentId: "a@b",
    inline: true,
  });
  const view = await readTicket(asAgent(), await numberOf(made.ticketId));
  const message = view!.timeline.find((item): item is MessageView => item.item === "message");
  // A signed address, since the frame has no cookies; an unknown part shows as blocked.
  expect(message?.html).toMatch(
    /^<img src="\/api\/images\/[\w-]{40,}"><img data-blocked="remote-image"><a href="\/cidx\/a%40b">x<\/a>$/,
  );
  expect(message?.attachments).toEqual([]);
});

test("there is no ticket without its number", async () => {
  expect(await readTicket(asAgent(), 999_999_999)).toBeNull();
});
