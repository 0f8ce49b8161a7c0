import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/domain/people/actor.ts";
import { askForPerson, replyAsCustomer } from "#lib/services/tickets/reply-as-customer.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, contextOn } from "#tests/support/factories.ts";
import { aTicket, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await createTestDatabase();
  home = await aDesk(desk);
});
afterAll(() => desk.drop());

async function theirs() {
  const { ticketId } = await aTicket(desk, { to: home.mailbox.address });
  const { ticket } = await look(desk, ticketId);
  const actor: Actor = { kind: "customer", id: ticket.customerId, ticketId };
  return { ticketId, ctx: () => contextOn(desk, { actor }) };
}

test("a customer's words on their page are on the ticket at once, and open it again", async () => {
  const { ticketId, ctx } = await theirs();
  await replyToTicket(contextOn(desk, { actor: home.agent.actor }), {
    ticketId,
    body: "Done.",
    status: "solved",
  });
  await replyAsCustomer(ctx(), { ticketId, body: "It is not." });
  const after = await look(desk, ticketId);
  expect(after.ticket.status).toBe("open");
  expect(after.messages.at(-1)).toMatchObject({
    authorKind: "customer",
    body: "It is not.",
    channel: "portal",
  });
});

test("the same form sent twice is said once", async () => {
  const { ticketId, ctx } = await theirs();
  const formId = "8d0f";
  await replyAsCustomer(ctx(), { ticketId, body: "Hello?", formId });
  await replyAsCustomer(ctx(), { ticketId, body: "Hello?", formId });
  expect((await look(desk, ticketId)).messages).toHaveLength(2);
});

test("asking for a person always works, and says so", async () => {
  const { ticketId, ctx } = await theirs();
  await askForPerson(ctx(), { ticketId });
  const { ticket, events } = await look(desk, ticketId);
  expect(ticket).toMatchObject({
    assistantState: "handed_off",
    handOffReason: "customer_asked",
    assigneeId: home.agent.id,
  });
  expect(events.map((event) => event.type)).toEqual(
    expect.arrayContaining(["customer.asked_for_person", "assistant.handed_off"]),
  );
});

test("somebody else's ticket is not there", async () => {
  const [mine, others] = [await theirs(), await theirs()];
  await expect(replyAsCustomer(mine.ctx(), { ticketId: others.ticketId, body: "x" })).rejects.toMatchObject({
    kind: "not_found",
  });
  await expect(askForPerson(mine.ctx(), { ticketId: others.ticketId })).rejects.toMatchObject({
    kind: "not_found",
  });
});
