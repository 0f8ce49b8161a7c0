import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inboundEmails } from "#db/schema/index.ts";
import { createLogger } from "#lib/logger.ts";
import { readRaw, recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, contextOn, short } from "#tests/support/factories.ts";
import { look } from "#tests/support/tickets.ts";
import type { Tools } from "#workers/handler.ts";
import { deliverInboundEmail } from "#workers/handlers/deliver-inbound-email.ts";

let desk: TestDatabase;
let to = "";

beforeAll(async () => {
  desk = await createTestDatabase();
  to = (await aDesk(desk)).mailbox.address;
});
afterAll(() => desk.drop());

async function arrive(raw: Buffer) {
  const { id } = await recordInboundEmail(contextOn(desk), { door: "smtp", raw, envelopeTo: [to] });
  const tools = { ctx: contextOn(desk), log: createLogger({ role: "test", level: "silent" }) };
  const began = performance.now();
  await deliverInboundEmail({ inboundEmailId: id }, tools as unknown as Tools);
  const seconds = (performance.now() - began) / 1000;
  const [row] = await desk.db.select().from(inboundEmails).where(eq(inboundEmails.id, id));
  return { row: row!, seconds };
}

const head = (...more: string[]) =>
  [`From: mallory-${short()}@evil.test`, "Subject: bomb", `Message-ID: <${short()}@evil.test>`, ...more].join(
    "\r\n",
  );
const multipart = (boundary: string) => `Content-Type: multipart/mixed; boundary=${boundary}`;
const part = "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n";

const bombs: [string, () => string][] = [
  ["50,000 parts", () => `${head(`To: ${to}`, multipart("b"))}\r\n\r\n${part.repeat(50_000)}--b--\r\n`],
  [
    "20,000 levels",
    () => {
      const levels = Array.from({ length: 20_000 }, (_, n) => `--b${n}\r\n${multipart(`b${n + 1}`)}\r\n\r\n`);
      return `${head(`To: ${to}`, multipart("b0"))}\r\n\r\n${levels.join("")}--b20000\r\n\r\nx\r\n`;
    },
  ],
  ["3 MB of header", () => `${head(`To: ${to}`, `X-Long: ${"x ".repeat(1_500_000)}`)}\r\n\r\nhello\r\n`],
  [
    "50,000 recipients",
    () => {
      const all = Array.from({ length: 50_000 }, (_, n) => `r${n}@customer.test`).join(",\r\n ");
      return `${head(`To: ${to}`, `Cc: ${all}`)}\r\n\r\nhello\r\n`;
    },
  ],
];

test.each(bombs)(
  "%s become a ticket with the original, and the next mail is as if nothing had been",
  async (name, bomb) => {
    const raw = Buffer.from(bomb());
    const { row, seconds } = await arrive(raw);
    console.log(`${name}: ${seconds.toFixed(1)} s`);
    expect(row.state).toBe("delivered");
    expect((await look(desk, row.ticketId!)).messages).toHaveLength(1);
    expect((await readRaw(contextOn(desk), row.id))?.equals(raw)).toBe(true);
    const next = await arrive(aMail({ to }));
    expect(next.row).toMatchObject({ state: "delivered", reason: "new_ticket" });
  },
);
