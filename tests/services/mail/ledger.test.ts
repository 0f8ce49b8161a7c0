import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inboundEmails, outboundEmails } from "#db/schema/index.ts";
import { LedgerFilter, readMailLedger } from "#lib/reads/mail-ledger.ts";
import { claimOutboundEmail } from "#lib/services/mail/outbound-states.ts";
import {
  holdOutbound,
  markOutboundArrived,
  releaseOutbound,
  retryInboundEmail,
  retryOutboundEmail,
} from "#lib/services/mail/retry-mail.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, contextOn } from "#tests/support/factories.ts";
import { deliver, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let base: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await createTestDatabase();
  base = await aDesk(desk);
});
afterAll(() => desk.drop());

const system = () => contextOn(desk);
const read = (query: object) => readMailLedger(system(), LedgerFilter.parse(query));
const aFiledMail = () => deliver(desk, aMail({ to: base.mailbox.address }), { to: [base.mailbox.address] });
const aReply = async () => {
  const { ticketId } = await aFiledMail();
  await replyToTicket(contextOn(desk, { actor: base.agent.actor }), { ticketId: ticketId!, body: "Soon." });
  return (await look(desk, ticketId!)).outbound[0]!;
};
const set = (id: string, state: "failed" | "unknown") =>
  desk.db.update(outboundEmails).set({ state, error: "?" }).where(eq(outboundEmails.id, id));
const stateOf = async (id: string) =>
  (await desk.db.select().from(outboundEmails).where(eq(outboundEmails.id, id)))[0]!.state;

describe("the mail ledger", () => {
  test("lists each mail once over its pages", async () => {
    for (let n = 0; n < 55; n++) await aFiledMail();
    const first = await read({});
    const second = await read({ cursor: first.nextCursor! });
    const ids = [...first.rows, ...second.rows].map((row) => row.id);
    expect([first.rows.length, new Set(ids).size]).toEqual([50, ids.length]);
    expect(ids.length).toBe(await desk.db.$count(inboundEmails));
    expect(first.rows[0]).toMatchObject({ state: "delivered", reason: "new_ticket", door: "smtp" });
  });

  test("finds by state, by ticket and by mailbox, and shrugs at what it cannot mean", async () => {
    const mail = await aFiledMail();
    const { ticket } = await look(desk, mail.ticketId!);
    expect((await read({ q: `#${ticket.number}` })).rows.map((row) => row.id)).toEqual([mail.id]);
    expect((await read({ state: "failed" })).rows).toEqual([]);
    expect((await read({ mailbox: "no uuid", state: "odd", cursor: "'; drop table" })).rows.length).toBe(50);
  });

  test("reads a failed mail again, once", async () => {
    const mail = await aFiledMail();
    await expect(retryInboundEmail(system(), mail.id)).rejects.toMatchObject({ kind: "conflict" });
    await desk.db.update(inboundEmails).set({ state: "failed" }).where(eq(inboundEmails.id, mail.id));
    const two = await Promise.allSettled([
      retryInboundEmail(system(), mail.id),
      retryInboundEmail(system(), mail.id),
    ]);
    expect(two.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("is a manager's to retry", async () => {
    const agent = contextOn(desk, { actor: base.agent.actor });
    await expect(retryOutboundEmail(agent, (await aReply()).id)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("sends an unclear mail again under its Message-ID, or takes a person's word for it", async () => {
    const [one, other] = [await aReply(), await aReply()];
    await set(one.id, "unknown");
    await set(other.id, "unknown");
    await retryOutboundEmail(system(), one.id);
    await markOutboundArrived(system(), other.id);
    expect([await stateOf(one.id), await stateOf(other.id)]).toEqual(["queued", "sent"]);
    expect((await claimOutboundEmail(system(), one.id))?.messageId).toBe(one.messageId);
    await expect(markOutboundArrived(system(), other.id)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("holds everything until it is released", async () => {
    const before = await aReply();
    await holdOutbound(system());
    const during = await aReply();
    expect(await claimOutboundEmail(contextOn(desk), during.id)).toBeNull();
    expect([await stateOf(before.id), await stateOf(during.id)]).toEqual(["held", "held"]);
    expect((await read({ ledger: "out" })).held).toBe(true);
    expect((await releaseOutbound(system())).released).toBeGreaterThanOrEqual(2);
    expect((await claimOutboundEmail(contextOn(desk), during.id))?.state).toBe("sending");
  });
});
