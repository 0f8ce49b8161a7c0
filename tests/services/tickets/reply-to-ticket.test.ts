import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outbox, tickets } from "#db/schema/index.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, contextOn, short } from "#tests/support/factories.ts";
import { aTicket, deliver, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await createTestDatabase();
  home = await aDesk(desk);
});
afterAll(() => desk.drop());

describe("a person's reply", () => {
  test("is one message, one mail with the token address, and meets the first reply", async () => {
    const { ticketId } = await aTicket(desk, { to: home.mailbox.address });
    await replyToTicket(contextOn(desk, { actor: home.agent.actor }), {
      ticketId,
      body: "It is on its way.",
    });
    const after = await look(desk, ticketId);
    expect(after.outbound).toMatchObject([
      { kind: "agent", automatic: false, inReplyTo: expect.any(String) },
    ]);
    expect(after.outbound[0]!.replyTo).toMatch(/\+\d+\.[a-z2-7]{20}@/);
    expect(after.ticket).toMatchObject({ status: "pending", assigneeId: home.agent.id });
    expect(after.clocks.find((clock) => clock.kind === "first_reply")?.metAt).toBeInstanceOf(Date);
  });

  test("stops when something came that the writer has not seen, and sends nothing", async () => {
    const from = `bob-${short()}@customer.example`;
    const { ticketId, messageId } = await aTicket(desk, { from, to: home.mailbox.address });
    const mailId = (await look(desk, ticketId)).messages[0]?.messageId;
    await deliver(
      desk,
      aMail({
        from,
        to: home.mailbox.address,
        body: "One more thing",
        headers: [`In-Reply-To: <${mailId}>`],
      }),
    );
    const reply = replyToTicket(contextOn(desk, { actor: home.agent.actor }), {
      ticketId,
      body: "Hi",
      seenMessageId: messageId,
    });
    await expect(reply).rejects.toMatchObject({ kind: "conflict" });
    expect((await look(desk, ticketId)).outbound).toEqual([]);
  });

  test.each([
    ["an empty body", { body: "  " }],
    ["an unknown field", { body: "x", role: "admin" }],
    ["an id that is none", { ticketId: "1 or 1=1", body: "x" }],
  ])("with %s is refused and nothing is written", async (_, input) => {
    const { ticketId } = await aTicket(desk, { to: home.mailbox.address });
    const jobs = (await desk.db.select().from(outbox)).length;
    await expect(
      replyToTicket(contextOn(desk, { actor: home.agent.actor }), { ticketId, ...input } as never),
    ).rejects.toMatchObject({ kind: "invalid" });
    expect((await desk.db.select().from(outbox)).length).toBe(jobs);
    const [ticket] = await desk.db.select().from(tickets).where(eq(tickets.id, ticketId));
    expect(ticket!.version).toBe(1);
  });
});
