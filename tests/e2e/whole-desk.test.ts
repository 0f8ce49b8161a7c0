import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "#tests/support/desk.ts";
import { redisMissing } from "#tests/support/redis.ts";

const without = redisMissing();

describe.each(["postgres", "redis"] as const)("the whole desk with its queue on %s", (queue) => {
  const missing = queue === "redis" ? without : null;
  let desk: TestDesk;
  beforeAll(async () => {
    if (!missing) desk = await startDesk({ queue });
  });
  afterAll(() => desk?.stop());

  async function send(subject: string): Promise<string> {
    const { messageId } = await createTransport({ ...desk.smtp, ignoreTLS: true }).sendMail({
      from: "minji@customer.test",
      to: "support@desk.test",
      subject,
      text: "주문한 신발을 아직 받지 못했어요. 언제 오나요?",
    });
    return messageId.replace(/^<|>$/g, "");
  }

  /** The mail's row, once it says `delivered`. */
  async function delivered(messageId: string): Promise<void> {
    await expect
      .poll(
        async () => {
          const response = await desk.api("/api/v1/inbound?limit=200");
          const { data } = (await response.json()) as { data: Record<string, unknown>[] };
          return data.filter((row) => row.messageId === messageId);
        },
        { timeout: 30_000, interval: 200 },
      )
      .toEqual([expect.objectContaining({ state: "delivered", ticketNumber: expect.any(Number) })]);
  }

  test("a mail on the wire becomes a ticket, once", async (ctx) => {
    if (missing) ctx.skip(missing);
    await delivered(await send("배송 문의"));
  });

  test("each process may be killed and comes back to work", async (ctx) => {
    if (missing) ctx.skip(missing);
    for (const one of Object.values(desk.processes)) {
      await one.end("SIGKILL");
      one.restart();
    }
    await desk.ready();
    await delivered(await send("배송 문의 다시"));
  });

  test("each process ends well when it is told to", async (ctx) => {
    if (missing) ctx.skip(missing);
    const codes = await Promise.all(Object.values(desk.processes).map((one) => one.end("SIGTERM")));
    expect(codes).toEqual([0, 0, 0]);
  });
});
