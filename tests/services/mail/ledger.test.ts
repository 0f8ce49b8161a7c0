import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inboundEmails, outboundEmails } from "#db/schema/index.ts";
import { formatDateTime } from "#lib/i18n/format.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { translator } from "#lib/i18n/translate.ts";
import { LedgerFilter, readMailLedger } from "#lib/reads/mail-ledger.ts";
import { recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";
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

describe("mail that has stopped coming", () => {
  const hour = 3_600_000;
  const week = 7 * 24 * hour;
  const now = new Date("2027-03-03T10:00:00Z");
  const alarm = async (at: Date) =>
    (await readMailLedger(contextOn(quiet, { now: at }), LedgerFilter.parse({}))).silence;
  let quiet: TestDatabase;
  beforeAll(async () => {
    quiet = await createTestDatabase();
    const { mailbox } = await aDesk(quiet);
    const comes = (at: number) =>
      recordInboundEmail(contextOn(quiet), {
        door: "smtp",
        raw: aMail({ to: mailbox.address }),
        envelopeTo: [mailbox.address],
        acceptedAt: new Date(at),
      });
    for (const weeks of [3, 2, 1])
      for (let n = 1; n <= 12; n++) await comes(now.getTime() - weeks * week - n * 4 * 60_000);
    await comes(now.getTime() - 50 * 60_000);
  });
  afterAll(() => quiet.drop());

  test("is told with what is usual at this hour and since when, in both languages", async () => {
    const silence = await alarm(now);
    expect(silence).toEqual({ usualPerHour: 12, lastAt: new Date("2027-03-03T09:10:00Z") });
    const told = (["en", "ko"] as const).map((locale) =>
      translator(locale, messagesFor(locale))("ledger.silence", {
        usual: silence!.usualPerHour,
        since: formatDateTime(locale, silence!.lastAt.toISOString(), "UTC"),
      }),
    );
    expect(told[0]).toMatch(/^Usually 12 mails an hour, none since .*9:10/);
    expect(told[1]).toMatch(/^보통 1시간에 12통이 오는데 .*9:10.* 이후로 한 통도 오지 않았어요/);
  });

  test("is not told in an hour that is quiet each week, nor while mail comes", async () => {
    expect(await alarm(new Date(now.getTime() + 3 * hour))).toBeNull();
    expect(await alarm(new Date(now.getTime() - 45 * 60_000))).toBeNull();
  });
});
