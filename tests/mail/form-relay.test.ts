import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inboundEmails } from "#db/schema/index.ts";
import { createLogger } from "#lib/logger.ts";
import { recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";
import { updateMailbox } from "#lib/services/settings/mailboxes.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, contextOn, short } from "#tests/support/factories.ts";
import { aTicket, look } from "#tests/support/tickets.ts";
import type { Tools } from "#workers/handler.ts";
import { deliverInboundEmail } from "#workers/handlers/deliver-inbound-email.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
const form = "no-reply@shop.example";
beforeAll(async () => {
  desk = await createTestDatabase();
  home = await aDesk(desk);
  await updateMailbox(contextOn(desk), { mailboxId: home.mailbox.id, formRelays: [form.toUpperCase()] });
});
afterAll(() => desk.drop());

async function arrive(options: { from: string; headers: string[]; subject?: string }) {
  const to = home.mailbox.address;
  const raw = aMail({ ...options, to });
  const recorded = await recordInboundEmail(contextOn(desk), { door: "smtp", raw, envelopeTo: [to] });
  const tools = { ctx: contextOn(desk), log: createLogger({ role: "test", level: "silent" }) };
  await deliverInboundEmail({ inboundEmailId: recorded.id }, tools as unknown as Tools);
  const [ledger] = await desk.db.select().from(inboundEmails).where(eq(inboundEmails.id, recorded.id));
  return { ledger: ledger!, ...(await look(desk, ledger!.ticketId!)) };
}

const person = () => `lee-${short()}@customer.example`;

describe("a web form's mail", () => {
  test("is the customer's who was entered there, and says which form it was", async () => {
    const customer = person();
    const headers = [`Reply-To: Lee <${customer}>`, "Auto-Submitted: auto-generated"];
    const { ledger, messages } = await arrive({ from: `Shop <${form}>`, headers });
    expect(ledger).toMatchObject({ state: "delivered", reason: "new_ticket", detail: { formRelay: form } });
    expect(messages[0]).toMatchObject({
      fromAddress: customer,
      fromName: "Lee",
      authorKind: "customer",
      enclosed: { formRelay: form, replyTo: null },
    });
  });

  test("never joins a ticket, whatever was entered: nobody has proven to be that customer", async () => {
    const customer = person();
    const made = await aTicket(desk, { from: customer, to: home.mailbox.address });
    const { ticket, messages } = await look(desk, made.ticketId);
    const subject = `Re: [#T1-${ticket.number}] parcel`;
    const headers = [`Reply-To: ${customer}`, `In-Reply-To: <${messages[0]!.messageId}>`];
    const { ledger } = await arrive({ from: form, subject, headers });
    expect(ledger.ticketId).not.toBe(made.ticketId);
  });

  test.each([
    ["from an address that is not trusted", "contact@elsewhere.example", () => [`Reply-To: ${person()}`]],
    ["without a Reply-To", form, () => []],
    ["with two people in Reply-To", form, () => [`Reply-To: ${person()}, ${person()}`]],
    ["whose Reply-To is the mailbox", form, () => [`Reply-To: ${home.mailbox.address}`]],
  ])("%s stays its sender's", async (_, from, headers) => {
    const { messages } = await arrive({ from, headers: headers() });
    expect(messages[0]!.fromAddress).toBe(from);
    expect(messages[0]!.enclosed?.formRelay).toBeUndefined();
  });
});
