import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { webhookDeliveries } from "#db/schema/index.ts";
import type { JobPayload } from "#lib/jobs/catalog.ts";
import { createLogger } from "#lib/logger.ts";
import { type Context, within } from "#lib/services/context.ts";
import { transact } from "#lib/services/transact.ts";
import { queueWebhook } from "#lib/services/webhooks/queue-webhook.ts";
import {
  createWebhook,
  renewWebhookSecret,
  testWebhook,
  updateWebhook,
} from "#lib/services/webhooks/save-webhook.ts";
import type { Tools } from "#workers/handler.ts";
import { deliverWebhook } from "#workers/handlers/deliver-webhook.ts";
import { openWorld, type World } from "./world.ts";

type Heard = { path: string; headers: IncomingMessage["headers"]; body: string };
const heard: Heard[] = [];
/** What the other end answers, one after the other; then 204. */
let answers: number[] = [];

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    heard.push({ path: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() });
    const status = answers.shift() ?? 204;
    response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end();
  });
});

let world: World;
let url: string;
let ctx: Context;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  url = `http://${host}/hook`;
  world = await openWorld("postgres", { settings: { WEBHOOK_PRIVATE_HOSTS: host } });
  const plain = world.context();
  ctx = { ...plain, config: { ...plain.config, privateHosts: [host] } };
  await world.worker({
    // The clock of the promise is the queue's own backoff; only this job is worked.
    runJob: async (name, payload, run) => {
      if (name === "webhook.deliver") await deliver(payload as JobPayload<"webhook.deliver">, run);
    },
  });
}, 120_000);
afterAll(async () => {
  await world?.close();
  server.close();
});
beforeEach(() => {
  heard.length = 0;
  answers = [];
});

const log = createLogger({ role: "test", level: "silent" });
const deliver = (payload: JobPayload<"webhook.deliver">, run: Tools["run"], as: Context = ctx) =>
  deliverWebhook(payload, { ctx: within(as, { now: new Date() }), run, log } as Tools);
const lastRun = (): Tools["run"] => ({
  jobId: "j",
  attempt: 8,
  isLast: true,
  signal: new AbortController().signal,
});

let nth = 0;
const aHook = () => createWebhook(ctx, { name: `Hook ${++nth}`, url });
const call = (webhookId: string, causeId: string) =>
  transact(ctx, (transaction) =>
    queueWebhook(transaction, {
      ...{ webhookId, causeId, ticketId: null, event: "clock.breached" },
      body: { event: "clock.breached", ticketNumber: 7, clock: "first_reply" },
    }),
  );
const rowsOf = (webhookId: string) =>
  world.database.db.select().from(webhookDeliveries).where(eq(webhookDeliveries.webhookId, webhookId));

function expectSigned({ headers, body }: Heard, secret: string) {
  const [, seconds, given] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["baton-signature"])) ?? [];
  expect(given).toBe(createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex"));
  expect(Math.abs(Date.now() / 1000 - Number(seconds))).toBeLessThan(60);
}

test("a busy system is called again with the same id, signed, until it takes the call; a cause once", async () => {
  const hook = await aHook();
  answers = [503];
  expect(await call(hook.id, "clock:1")).toBe(true);
  expect(await call(hook.id, "clock:1")).toBe(false);
  await vi.waitFor(async () => expect((await rowsOf(hook.id))[0]?.state).toBe("sent"), {
    timeout: 60_000,
    interval: 100,
  });
  const [row, ...others] = await rowsOf(hook.id);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ attempts: 2, error: null, sentAt: expect.any(Date) });
  expect(heard).toHaveLength(2);
  for (const one of heard) {
    expectSigned(one, hook.secret);
    expect(one.headers["baton-delivery"]).toBe(row!.id);
    expect(JSON.parse(one.body)).toEqual({
      event: "clock.breached",
      ticketNumber: 7,
      clock: "first_reply",
    });
  }
  // The job comes a second time, as any job may.
  await deliver({ deliveryId: row!.id }, lastRun());
  expect(heard).toHaveLength(2);
});

test("a redirect is not followed, and a refusal is final", async () => {
  const hook = await aHook();
  answers = [302];
  await testWebhook(ctx, { webhookId: hook.id });
  await vi.waitFor(async () => expect((await rowsOf(hook.id))[0]?.state).toBe("failed"), {
    timeout: 30_000,
    interval: 50,
  });
  expect(heard.map(({ path }) => path)).toEqual(["/hook"]);
  expect((await rowsOf(hook.id))[0]).toMatchObject({ attempts: 1, error: "answered 302" });
});

test("a new secret signs from then on, a webhook put aside is not called", async () => {
  const hook = await aHook();
  const { secret } = await renewWebhookSecret(ctx, { webhookId: hook.id });
  expect(secret).not.toBe(hook.secret);
  await testWebhook(ctx, { webhookId: hook.id });
  await vi.waitFor(() => expect(heard).toHaveLength(1), { timeout: 30_000, interval: 50 });
  expectSigned(heard[0]!, secret);
  await updateWebhook(ctx, { webhookId: hook.id, active: false });
  expect(await call(hook.id, "clock:2")).toBe(false);
});

test("our own network is never reached unless the installation names the host, not even after saving", async () => {
  const plain = { ...ctx, config: { ...ctx.config, privateHosts: [] } };
  for (const inside of ["http://127.0.0.1/x", "http://10.0.0.1/x", "https://user:word@hooks.example/"]) {
    await expect(createWebhook(plain, { name: "Inside", url: inside })).rejects.toMatchObject({
      kind: "invalid",
    });
  }
  // https, so it may be saved; where the name leads is seen when it is called.
  const hook = await createWebhook(plain, { name: "Home", url: url.replace("http:", "https:") });
  const [, refusal] = await transact(plain, async (transaction) => {
    await queueWebhook(transaction, {
      ...{ webhookId: hook.id, causeId: "clock:3", ticketId: null, event: "webhook.test" },
      body: {},
    });
    const [row] = await transaction.tx
      .select()
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.webhookId, hook.id));
    // The worker of this test is allowed the host: the job is run by one that is not.
    await transaction.tx.delete(webhookDeliveries).where(eq(webhookDeliveries.id, row!.id));
    return [row!.id, row!] as const;
  });
  await world.database.db.insert(webhookDeliveries).values(refusal);
  await deliver({ deliveryId: refusal.id }, lastRun(), plain);
  expect((await rowsOf(hook.id))[0]).toMatchObject({
    state: "failed",
    error: "the address is not on the internet",
  });
  expect(heard).toEqual([]);
});
