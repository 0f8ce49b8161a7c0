import { afterAll, beforeAll, expect, test } from "vitest";
import { tickets } from "#db/schema/index.ts";
import { readTicket } from "#lib/reads/ticket.ts";
import { whereField } from "#lib/reads/ticket-fields.ts";
import { createTicketField, updateTicketField } from "#lib/services/settings/ticket-fields.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { solveTicket } from "#lib/services/tickets/solve-ticket.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, anAgent, contextOn, short } from "#tests/support/factories.ts";
import { aTicket, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let to: string;
let agent: Awaited<ReturnType<typeof anAgent>>;
beforeAll(async () => {
  desk = await createTestDatabase();
  to = (await aDesk(desk)).mailbox.address;
  agent = await anAgent(desk, { role: "manager" });
});
afterAll(() => desk.drop());
const mina = () => contextOn(desk, { actor: agent.actor });

async function aField(kind: "text" | "number" | "date" | "choice", requiredOnSolve = false) {
  const key = `${kind}-${short()}`;
  const choices = [
    { key: "red", name: { en: "Red", ko: "빨강" } },
    { key: "blue", name: { en: "Blue", ko: "파랑" } },
  ];
  const field = { key, kind, name: { en: "Field", ko: "항목" }, requiredOnSolve };
  const { id } = await createTicketField(mina(), { ...field, choices: kind === "choice" ? choices : [] });
  return { id, key };
}

const found = async (...filter: Parameters<typeof whereField>) =>
  (
    await desk.db
      .select({ id: tickets.id })
      .from(tickets)
      .where(whereField(...filter))
  ).map(({ id }) => id);

test("a value is kept by its kind, told with before and after, and a list is filtered by it", async () => {
  const { ticketId } = await aTicket(desk, { to });
  const [order, sum, day, colour] = [
    await aField("text"),
    await aField("number"),
    await aField("date"),
    await aField("choice"),
  ];
  const fields = { [order.key]: " A-7 ", [sum.key]: "12.5", [day.key]: "2026-12-01", [colour.key]: "red" };
  await changeTicket(mina(), { ticketId, fields });
  await changeTicket(mina(), { ticketId, fields: { [sum.key]: 20, [order.key]: "A-7" } });

  const { ticket } = await look(desk, ticketId);
  const kept = Object.fromEntries(
    (await readTicket(mina(), ticket.number))!.fields.map(({ key, value }) => [key, value]),
  );
  expect(kept).toMatchObject({ ...fields, [order.key]: "A-7", [sum.key]: 20 });
  const told = (await look(desk, ticketId)).events.filter(({ type }) => type === "ticket.field_changed");
  expect(told.map(({ data }) => data)).toHaveLength(5);
  expect(told.at(-1)?.data).toEqual({ field: sum.id, key: sum.key, from: 12.5, to: 20 });

  expect(await found({ key: sum.key, from: 13, to: 20 })).toEqual([ticketId]);
  expect(await found({ key: sum.key, from: 21 })).toEqual([]);
  expect(await found({ key: day.key, to: "2026-12-01" })).toEqual([ticketId]);
  expect(await found({ key: colour.key, is: "red" })).toEqual([ticketId]);
  expect(await found({ key: colour.key, is: "2026-02-30" })).toEqual([]);
  expect(await found({ key: order.key, filled: false })).not.toContain(ticketId);
});

test("one wrong value writes nothing, and says which", async () => {
  const { ticketId } = await aTicket(desk, { to });
  const [order, colour] = [await aField("text"), await aField("choice")];
  const fields = { [order.key]: "A-8", [colour.key]: "green", nowhere: "x" };
  await expect(changeTicket(mina(), { ticketId, fields })).rejects.toMatchObject({
    kind: "invalid",
    fields: { [`fields.${colour.key}`]: "not_a_choice", "fields.nowhere": expect.any(String) },
  });
  expect(await found({ key: order.key, is: "A-8" })).toEqual([]);
});

test("a person does not solve while a needed field is empty, on any way; the machine is not asked", async () => {
  const { ticketId } = await aTicket(desk, { to });
  const other = await aTicket(desk, { to });
  const order = await aField("text", true);
  const refused = { kind: "invalid", fields: { [`fields.${order.key}`]: "required" } };
  await expect(solveTicket(mina(), { ticketId })).rejects.toMatchObject(refused);
  await expect(changeTicket(mina(), { ticketId, status: "solved" })).rejects.toMatchObject(refused);
  await expect(replyToTicket(mina(), { ticketId, body: "Done.", status: "solved" })).rejects.toMatchObject(
    refused,
  );
  expect((await look(desk, ticketId)).outbound).toEqual([]);
  expect((await solveTicket(contextOn(desk), { ticketId: other.ticketId })).status).toBe("solved");

  const solved = await changeTicket(mina(), { ticketId, fields: { [order.key]: "A-9" }, status: "solved" });
  expect(solved.status).toBe("solved");
  await updateTicketField(mina(), { fieldId: order.id, active: false });
});
