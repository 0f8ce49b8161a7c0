import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { newId } from "#db/ids.ts";
import {
  attachments,
  customers,
  inboundEmails,
  messages,
  ticketParticipants,
  tickets,
} from "#db/schema/index.ts";
import { readCustomerFile } from "#lib/reads/customer-file.ts";
import { readCustomerTicket } from "#lib/reads/customer-ticket.ts";
import { confirmAnswer } from "#lib/services/customers/confirm-answer.ts";
import { customerOfLink, linkOfTicket } from "#lib/services/customers/customer-of-link.ts";
import { readRaw } from "#lib/services/intake/record-inbound-email.ts";
import { askForPerson, replyAsCustomer } from "#lib/services/tickets/reply-as-customer.ts";
import { createTestDatabase } from "#tests/support/database.ts";
import { contextOn } from "#tests/support/factories.ts";

const desk = await createTestDatabase();
afterAll(() => desk.drop());
beforeEach(() => desk.clear());
const visitor = contextOn(desk, { actor: { kind: "visitor" } });

async function aCustomersTicket() {
  const customerId = newId();
  const now = new Date();
  await desk.db.insert(customers).values({ id: customerId });
  const [ticket] = await desk.db
    .insert(tickets)
    .values({ subject: "s", channel: "email", customerId, lastMessageAt: now, updatedAt: now })
    .returning();
  return {
    ticket: ticket!,
    ctx: contextOn(desk, { actor: { kind: "customer", id: customerId, ticketId: ticket!.id } }),
  };
}

async function aMessage(ticketId: string, values: Partial<typeof messages.$inferInsert> = {}) {
  const [row] = await desk.db
    .insert(messages)
    .values({ ticketId, kind: "reply", authorKind: "customer", body: "words", channel: "email", ...values })
    .returning();
  const [file] = await desk.db
    .insert(attachments)
    .values({ messageId: row!.id, name: "a.txt", type: "text/plain", sizeBytes: 1, sha256: "0".repeat(64) })
    .returning();
  return { id: row!.id, fileId: file!.id };
}

test("S07 S08 S51 a customer sees public words, never a note nor what a stranger wrote in, nor their files", async () => {
  const { ticket, ctx } = await aCustomersTicket();
  const shown = await aMessage(ticket.id);
  const hidden = [
    await aMessage(ticket.id, { kind: "note", authorKind: "agent", body: "internal" }),
    await aMessage(ticket.id, { unverified: "not on this ticket", body: "verify your address" }),
    await aMessage(ticket.id, { autoKind: "vacation" }),
  ];
  expect((await readCustomerTicket(ctx)).messages.map(({ id }) => id)).toEqual([shown.id]);
  expect(await readCustomerFile(ctx, shown.fileId)).toMatchObject({ name: "a.txt" });
  for (const { fileId } of hidden) expect(await readCustomerFile(ctx, fileId)).toBeNull();
});

test("S01 S02 nothing of another customer's ticket can be read, answered or pressed", async () => {
  const mine = await aCustomersTicket();
  const theirs = await aCustomersTicket();
  const { fileId } = await aMessage(theirs.ticket.id);
  expect(await readCustomerFile(mine.ctx, fileId)).toBeNull();
  const ticketId = theirs.ticket.id;
  for (const attempt of [
    replyAsCustomer(mine.ctx, { ticketId, body: "hi" }),
    askForPerson(mine.ctx, { ticketId }),
    confirmAnswer(mine.ctx, { ticketId }),
    linkOfTicket(mine.ctx, ticketId),
  ]) {
    await expect(attempt).rejects.toMatchObject({ kind: "not_found" });
  }
});

test("a blocked customer is refused on their page as by mail: the ledger keeps the words, the ticket stays still", async () => {
  const { ticket, ctx } = await aCustomersTicket();
  const person = { ticketId: ticket.id, address: "kim@customer.example", kind: "requester" as const };
  await desk.db.insert(ticketParticipants).values(person);
  await desk.db.update(customers).set({ blockedAt: new Date() });
  expect((await readCustomerTicket(ctx)).blocked).toBe(true);
  expect(await replyAsCustomer(ctx, { ticketId: ticket.id, body: "Let me in" })).toBeNull();
  await expect(askForPerson(ctx, { ticketId: ticket.id })).rejects.toMatchObject({ kind: "conflict" });

  const [row, ...more] = await desk.db.select().from(inboundEmails);
  expect(more).toEqual([]);
  expect(row).toMatchObject({ state: "ignored", reason: "blocked_sender", ticketId: ticket.id });
  expect(String(await readRaw(contextOn(desk), row!.id))).toContain("Let me in");
  expect(await desk.db.select().from(messages)).toEqual([]);
  expect((await desk.db.select().from(tickets))[0]!.version).toBe(ticket.version);
});

test("raising the version makes every older link die", async () => {
  const { ticket } = await aCustomersTicket();
  const link = { ticketId: ticket.id, linkVersion: 1 };
  expect(await customerOfLink(visitor, link)).toMatchObject({ ticketId: ticket.id });
  await desk.db.update(tickets).set({ linkVersion: 2 }).where(eq(tickets.id, ticket.id));
  expect(await customerOfLink(visitor, link)).toBeNull();
});

test("a link to a merged ticket follows it, unless it went to somebody else", async () => {
  const { ticket } = await aCustomersTicket();
  const other = await aCustomersTicket();
  const link = { ticketId: ticket.id, linkVersion: 1 };
  await desk.db.update(tickets).set({ mergedIntoId: other.ticket.id }).where(eq(tickets.id, ticket.id));
  expect(await customerOfLink(visitor, link)).toBeNull();
  await desk.db.update(tickets).set({ customerId: ticket.customerId }).where(eq(tickets.id, other.ticket.id));
  expect(await customerOfLink(visitor, link)).toMatchObject({ ticketId: other.ticket.id });
});
