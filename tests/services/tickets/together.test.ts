import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { customers, messageMentions, notices, tickets } from "#db/schema/index.ts";
import { readPresence } from "#lib/reads/ticket-presence.ts";
import { changeCustomer } from "#lib/services/customers/change-customer.ts";
import { applyMacro } from "#lib/services/macros/apply-macro.ts";
import { changeMacro, createMacro } from "#lib/services/macros/write-macros.ts";
import { addNote } from "#lib/services/tickets/add-note.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { handToColleague } from "#lib/services/tickets/hand-to-colleague.ts";
import { markPresence } from "#lib/services/tickets/mark-presence.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aCategory, aDesk, anAgent, contextOn } from "#tests/support/factories.ts";
import { aTicket, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let base: Awaited<ReturnType<typeof aDesk>>;
let colleague: Awaited<ReturnType<typeof anAgent>>;
let manager: Awaited<ReturnType<typeof anAgent>>;
let ticketId: string;
beforeAll(async () => {
  desk = await createTestDatabase();
});
afterAll(() => desk.drop());
beforeEach(async () => {
  base = await aDesk(desk);
  colleague = await anAgent(desk, { name: "다혜" });
  manager = await anAgent(desk, { role: "manager" });
  const asked = await aTicket(desk, {
    to: base.mailbox.address,
    from: '"김소라" <sora@customer.example>',
    subject: "환불 문의",
    body: "환불해 주세요. 물건이 망가졌어요.",
  });
  ticketId = asked.ticketId;
});

const as = (agent: typeof colleague, now?: Date) =>
  contextOn(desk, { actor: agent.actor, ...(now && { now }) });
const told = (agentId: string) =>
  desk.db
    .select()
    .from(notices)
    .where(and(eq(notices.agentId, agentId), eq(notices.ticketId, ticketId)));

describe("presence", () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 9, 0, seconds));
  const mark = (
    agent: typeof colleague,
    tab: string,
    doing: "viewing" | "typing" | "gone",
    seconds: number,
  ) => markPresence(as(agent, at(seconds)), { ticketId, tab, doing });
  const seen = async (seconds: number) =>
    (await readPresence(as(base.agent, at(seconds)), ticketId)).map(({ name, doing }) => `${name} ${doing}`);

  test("names colleagues once, says who types, and forgets who left or went silent", async () => {
    await mark(base.agent, "window-0", "viewing", 0);
    await mark(colleague, "window-1", "typing", 0);
    await mark(colleague, "window-2", "viewing", 1);
    expect(await seen(2)).toEqual(["다혜 typing"]);
    await mark(colleague, "window-1", "gone", 3);
    expect(await seen(3)).toEqual(["다혜 viewing"]);
    expect(await seen(15)).toEqual([]);
  });
});

describe("a note", () => {
  test("that names a colleague tells them once; naming oneself or a stranger does not", async () => {
    const mention = { type: "mention" as const, agentId: colleague.id, name: "다혜" };
    const document = {
      blocks: [
        { type: "paragraph" as const, inlines: [mention, { type: "text" as const, text: " 확인해 주세요" }] },
      ],
    };
    const { messageId } = await addNote(as(base.agent), { ticketId, document, mentions: [base.agent.id] });
    expect((await look(desk, ticketId)).messages.at(-1)?.body).toBe("@다혜 확인해 주세요");
    const rows = await desk.db.select().from(messageMentions).where(eq(messageMentions.messageId, messageId));
    expect(rows.map(({ agentId }) => agentId).sort()).toEqual([base.agent.id, colleague.id].sort());
    expect((await told(colleague.id)).map(({ kind }) => kind)).toEqual(["mentioned"]);
    expect(await told(base.agent.id)).toEqual([]);
    await expect(
      addNote(as(base.agent), { ticketId, body: "x", mentions: [ticketId] }),
    ).rejects.toMatchObject({ kind: "invalid" });
  });

  test("hands the ticket over together with the assignee and the notice, or not at all", async () => {
    await handToColleague(as(base.agent), {
      ticketId,
      agentId: colleague.id,
      note: "Speaks Korean, please.",
    });
    const { ticket, messages, events } = await look(desk, ticketId);
    expect(ticket.assigneeId).toBe(colleague.id);
    expect(messages.at(-1)).toMatchObject({ kind: "note", body: "Speaks Korean, please." });
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["ticket.assigned", "message.noted"]),
    );
    expect((await told(colleague.id)).map(({ kind }) => kind)).toContain("mentioned");
    await expect(
      handToColleague(as(base.agent), { ticketId, agentId: ticketId, note: "x" }),
    ).rejects.toMatchObject({ kind: "invalid" });
    expect((await look(desk, ticketId)).messages).toHaveLength(messages.length);
  });
});

describe("two people in the same second", () => {
  test("give the ticket the tags of both, and either takes back only their own", async () => {
    const tagsOf = async () => (await look(desk, ticketId)).ticket.tags;
    await changeTicket(as(base.agent), { ticketId, tags: ["vip"] });
    const tag = (agent: typeof colleague, tags: string[], tagsSeen: string[]) =>
      changeTicket(as(agent), { ticketId, tags, tagsSeen });
    await Promise.all([
      tag(base.agent, ["vip", "broken"], ["vip"]),
      tag(colleague, ["vip", "urgent"], ["vip"]),
    ]);
    expect((await tagsOf()).toSorted()).toEqual(["broken", "urgent", "vip"]);
    await tag(colleague, ["vip"], ["vip", "urgent"]);
    expect(await tagsOf()).toEqual(["vip", "broken"]);
  });

  test("do not write over each other's notes about the customer", async () => {
    const { customerId } = (await look(desk, ticketId)).ticket;
    const note = (agent: typeof colleague, notes: string) =>
      changeCustomer(as(agent), { customerId, notes, notesSeen: "" });
    await note(base.agent, "Prefers the phone.");
    await expect(note(colleague, "Writes at night.")).rejects.toMatchObject({ kind: "conflict" });
    await note(colleague, "Prefers the phone.");
  });
});

describe("a macro", () => {
  const macro = (more = {}) => ({
    name: { en: `Refund ${Math.random()}`, ko: "환불" },
    body: {
      en: "Dear {{customer.name}},",
      ko: "{{customer.name}}님, 문의 {{ticket.number}}번이에요. {{agent.name}} 드림",
    },
    ...more,
  });

  test("speaks the customer's language and makes all its changes at once, each with its event", async () => {
    const category = await aCategory(desk);
    const actions = {
      status: "pending" as const,
      priority: "high" as const,
      categoryId: category.id,
      assignee: "me" as const,
      addTags: ["refund"],
    };
    const { id } = await createMacro(as(manager), macro({ actions }));
    await desk.db.update(tickets).set({ language: "ko" }).where(eq(tickets.id, ticketId));
    const { ticket } = await look(desk, ticketId);
    const applied = await applyMacro(as(colleague), { ticketId, macroId: id });
    expect(applied).toMatchObject({
      language: "ko",
      text: `김소라님, 문의 ${ticket.number}번이에요. 다혜 드림`,
    });
    await desk.db.update(customers).set({ name: "" }).where(eq(customers.id, ticket.customerId));
    expect((await applyMacro(as(colleague), { ticketId, macroId: id })).text).toMatch(/^고객님, 문의/);
    const after = await look(desk, ticketId);
    expect(after.ticket).toMatchObject({
      status: "pending",
      priority: "high",
      categoryId: category.id,
      assigneeId: colleague.id,
      tags: ["refund"],
    });
    const types = after.events.map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining([
        "macro.applied",
        "ticket.category_changed",
        "ticket.priority_changed",
        "ticket.tagged",
      ]),
    );
  });

  test("leaves the status to the reply when asked, and changes nothing when one change is refused", async () => {
    const { id } = await createMacro(
      as(manager),
      macro({ actions: { status: "solved", addTags: ["done"] } }),
    );
    expect(await applyMacro(as(colleague), { ticketId, macroId: id, statusWithReply: true })).toMatchObject({
      status: "solved",
    });
    expect((await look(desk, ticketId)).ticket).toMatchObject({ tags: ["done"] });
    const gone = await anAgent(desk, { active: false });
    const bad = await createMacro(as(manager), macro({ actions: { addTags: ["no"] } }));
    await expect(
      changeMacro(as(manager), { macroId: bad.id, actions: { queueId: gone.id } }),
    ).rejects.toMatchObject({ kind: "invalid" });
  });

  test("with a name nobody knows, in one language only, or by somebody who may not, is not saved", async () => {
    const bad = { en: "Hi {{customer.nmae}}", ko: "안녕하세요" };
    await expect(createMacro(as(manager), macro({ body: bad }))).rejects.toMatchObject({
      kind: "invalid",
      fields: { "body.en": "unknown_placeholder" },
    });
    await expect(createMacro(as(manager), macro({ body: { en: "Hi", ko: "" } }))).rejects.toMatchObject({
      fields: { "body.ko": "needed" },
    });
    await expect(createMacro(as(colleague), macro())).rejects.toMatchObject({ kind: "forbidden" });
  });
});
