import { afterAll, beforeAll, expect, test } from "vitest";
import { createAssistant } from "#lib/ai/assistant.ts";
import { readKnowledge } from "#lib/reads/knowledge.ts";
import { readThread } from "#lib/reads/thread.ts";
import { readAssistant } from "#lib/reads/ticket-assistant.ts";
import { applyTriage } from "#lib/services/assistant/apply-triage.ts";
import { mergeTickets } from "#lib/services/tickets/merge-tickets.ts";
import { refuseDuplicate } from "#lib/services/tickets/refuse-duplicate.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, anAgent, contextOn, short } from "#tests/support/factories.ts";
import { aTicket, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await createTestDatabase();
  home = await aDesk(desk);
});
afterAll(() => desk.drop());

const lamp = "The tracking of my desk lamp has not moved for four days. Where is the parcel?";
const again = "Any news on my parcel? The tracking of the desk lamp still has not moved.";

async function sorted(from: string, body: string) {
  const made = await aTicket(desk, { from, to: home.mailbox.address, subject: "Question", body });
  const ctx = contextOn(desk);
  const assistant = createAssistant({ knowledge: await readKnowledge(desk.db, "https://desk.example") });
  const thread = (await readThread(ctx, made.ticketId))!;
  const { output: evidence, ...run } = await assistant.triage(thread);
  await applyTriage(ctx, { ...made, basedOnVersion: thread.version, evidence, run });
  return made.ticketId;
}

async function duplicateOf(ticketId: string) {
  const { ticket } = await look(desk, ticketId);
  return (await readAssistant(contextOn(desk), ticket)).duplicate;
}

const someone = () => `mina-${short()}@customer.example`;

test("a ticket that repeats an open one of the same customer says so until they are one", async () => {
  const mina = someone();
  const first = await sorted(mina, lamp);
  const second = await sorted(mina, again);
  const { ticket } = await look(desk, first);
  expect(await duplicateOf(first)).toBeNull();
  expect(await duplicateOf(second)).toMatchObject({
    number: ticket.number,
    subject: "Question",
    words: expect.arrayContaining(["tracking", "lamp"]),
  });

  const agent = (await anAgent(desk)).actor;
  await mergeTickets(contextOn(desk, { actor: agent }), { ticketId: second, intoNumber: ticket.number });
  expect(await duplicateOf(second)).toBeNull();
});

test("what somebody else wrote is no duplicate, nor what was solved before", async () => {
  await sorted(someone(), lamp);
  expect(await duplicateOf(await sorted(someone(), again))).toBeNull();
});

test("a person who says that it is another thing is believed, once and for all", async () => {
  const mina = someone();
  const { ticket } = await look(desk, await sorted(mina, lamp));
  const second = await sorted(mina, again);
  const ctx = contextOn(desk, { actor: (await anAgent(desk)).actor });
  await refuseDuplicate(ctx, { ticketId: second, number: ticket.number });
  await refuseDuplicate(ctx, { ticketId: second, number: ticket.number });
  expect(await duplicateOf(second)).toBeNull();
  const { events } = await look(desk, second);
  expect(events.filter(({ type }) => type === "ticket.not_duplicate")).toHaveLength(1);
  await expect(refuseDuplicate(contextOn(desk), { ticketId: second, number: 0 })).rejects.toThrow();
});
