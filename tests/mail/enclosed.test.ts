import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tickets } from "#db/schema/index.ts";
import type { Enclosed } from "#lib/domain/intake/enclosed.ts";
import { readTicket } from "#lib/reads/ticket.ts";
import { type LivingDesk, openLivingDesk } from "./living-desk.ts";
import { corpusExists, readRaw } from "./score/cases.ts";

let desk: LivingDesk;
beforeAll(async () => {
  desk = await openLivingDesk({ domain: "desk.example", mailboxes: ["support@desk.example"] });
});
afterAll(() => desk.close());

/** What the ticket's page is given of a mail. */
async function shown(raw: Buffer) {
  const { ticketId } = await desk.receive(raw, { to: ["support@desk.example"] });
  const [ticket] = await desk.database.db.select().from(tickets).where(eq(tickets.id, ticketId!));
  const view = await readTicket(desk.context(desk.agent.actor), ticket!.number);
  const message = view!.timeline.find((item) => item.item === "message")!;
  return { ...message, ticket };
}

const head =
  "From: Kim <kim@customer.example>\r\nTo: support@desk.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n";
const nothing: Enclosed = { crypto: null, calendar: null, winmail: [], replyTo: null };

test("an invitation is shown with its time, in the zone it was written in", async () => {
  const event = [
    "BEGIN:VCALENDAR",
    "METHOD:REQUEST",
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Seoul",
    "DTSTART:19700101T000000",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    'ORGANIZER;CN="김, 하나":mailto:kim@customer.example',
    "SUMMARY:교환 상담\\, 2차",
    "LOCATION:서울 매장",
    'DTSTART;TZID="Asia/Seoul":20261124T150000',
    "DTEND:20261124T070000Z",
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
  const raw = `${head}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n초대해요\r\n--b\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\n${event}\r\n--b--\r\n`;
  const message = await shown(Buffer.from(raw));
  expect(message).toMatchObject({
    body: "초대해요",
    attachments: [{ type: "text/calendar" }],
    enclosed: {
      ...nothing,
      calendar: {
        method: "request",
        summary: "교환 상담, 2차",
        location: "서울 매장",
        organizer: "kim@customer.example",
        start: { at: "2026-11-24T15:00:00", zone: "Asia/Seoul" },
        end: { at: "2026-11-24T07:00:00Z", zone: null },
      },
    },
  });
});

test("another address to answer to is said, and nothing goes there by itself", async () => {
  const raw = `${head}Reply-To: Shop <shop@other.example>\r\n\r\nWhere is my parcel?\r\n`;
  const message = await shown(Buffer.from(raw));
  expect(message).toMatchObject({ enclosed: { ...nothing, replyTo: "shop@other.example" } });
  const sent = await desk.work();
  expect(sent.map(({ mail }) => mail.to[0]?.address)).toEqual(["kim@customer.example"]);
});

test("an everyday mail encloses nothing", async () => {
  expect(await shown(Buffer.from(`${head}Reply-To: kim@customer.example\r\n\r\nhello\r\n`))).toMatchObject({
    enclosed: null,
  });
});

test.skipIf(!corpusExists).each<[string, Partial<Enclosed>]>([
  ["attach/tnef-one-file.eml", { winmail: ["AUTHORS"] }],
  ["attach/tnef-data-before-name.eml", { winmail: ["AUTOEXEC.BAT", "CONFIG.SYS", "boot.ini"] }],
])("%s: the names in Outlook's bag are read, the bag is kept", async (file, wanted) => {
  expect(await shown(readRaw(file))).toMatchObject({
    enclosed: wanted,
    attachments: expect.arrayContaining([
      expect.objectContaining({ name: expect.stringMatching(/\.dat$/i) }),
    ]),
  });
});
