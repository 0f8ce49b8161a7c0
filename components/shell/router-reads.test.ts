import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepRouterReads } from "./router-reads.ts";

/** A desk that says what it was asked, and answers reads as the test has it answer them, one after the other. */
const asked: string[] = [];
const went: string[] = [];
const answers: ("page" | "cut" | "refused" | 502 | 404)[] = [];
let health = 200;
let server: Server;
let url: string;
let undo: () => void;
const real = globalThis.fetch;

beforeEach(async () => {
  asked.length = went.length = answers.length = 0;
  health = 200;
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url === "/api/health") return response.writeHead(health).end("{}");
    const answer = answers.shift() ?? "page";
    if (answer === "refused") return response.destroy();
    if (typeof answer === "number") return response.writeHead(answer).end("Not here.");
    if (request.url === "/old") return response.writeHead(307, { location: "/new" }).end();
    response.writeHead(200, { "content-type": "text/x-component", "content-length": 9 });
    response.write("half");
    if (answer === "page") response.end(" page");
    else setImmediate(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const window = Object.assign(new EventTarget(), {
    fetch: (input: string | URL, init?: RequestInit) => real(new URL(input, url), init),
    location: { href: `${url}/tickets/1`, assign: (href: string) => went.push(`loads ${href}`) },
    history: { replaceState: (_: unknown, __: string, href: string) => went.push(`stays ${href}`) },
  });
  vi.stubGlobal("window", window);
  undo = keepRouterReads((href) => went.push(`goes ${href}`));
});
afterEach(async () => {
  undo();
  vi.unstubAllGlobals();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const read = (path: string, more: RequestInit = {}) =>
  window.fetch(new URL(path, url), { headers: { rsc: "1" }, ...more });
/** Does not wait for the clock: as when the browser says that it is connected again. */
const online = () => window.dispatchEvent(new Event("online"));
const untilAsked = (count: number) => expect.poll(() => asked.length).toBe(count);

test.each([
  ["is refused", "refused"],
  ["breaks off in the middle", "cut"],
  ["comes from a proxy while the desk restarts", 502],
] as const)("a read of this page that %s waits for the desk and is asked again", async (_, first) => {
  answers.push(first);
  const page = read("/tickets/1?_rsc=x");
  await untilAsked(1);
  await vi.waitFor(async () => {
    online();
    expect(asked).toContain("GET /api/health");
  });
  expect(await (await page).text()).toBe("half page");
  expect(asked).toEqual(["GET /tickets/1?_rsc=x", "GET /api/health", "GET /tickets/1?_rsc=x"]);
  expect(went).toEqual([]);
});

test("a desk that is not there yet is looked for again and again", async () => {
  answers.push("refused");
  health = 503;
  const page = read("/tickets/1");
  await vi.waitFor(() => {
    online();
    expect(asked.filter((one) => one.includes("health")).length).toBeGreaterThan(2);
  });
  expect(asked.filter((one) => one.includes("tickets"))).toHaveLength(1);
  health = 200;
  await vi.waitFor(() => {
    online();
    expect(asked.at(-1)).toBe("GET /tickets/1");
  });
  expect((await page).status).toBe(200);
});

test("of reads that lead elsewhere the page ends each, and the last is followed once", async () => {
  answers.push("refused", "refused");
  health = 503;
  void read("/tickets/2?_rsc=x");
  await expect.poll(() => went).toEqual([`stays ${url}/tickets/1`]);
  void read("/tickets/3?view=mine&_rsc=x");
  await expect.poll(() => went.length).toBe(2);
  health = 200;
  await vi.waitFor(() => {
    online();
    expect(went.length).toBeGreaterThan(2);
  });
  expect(went).toEqual([
    `stays ${url}/tickets/1`,
    `stays ${url}/tickets/1`,
    `goes ${url}/tickets/3?view=mine`,
  ]);
});

test("what a sign-in in front of the desk keeps back is loaded as a page: there one can sign in", async () => {
  answers.push("refused", "refused");
  health = 403;
  const page = read("/tickets/1").catch(String);
  void read("/tickets/2");
  await vi.waitFor(() => {
    online();
    expect(went).toContain(`loads ${url}/tickets/2`);
  });
  expect(await page).toContain("fetch failed");
});

test("what changes something, what may fail and what is nobody's page fail at once", async () => {
  for (const [path, more] of [
    ["/tickets/1", { method: "POST" }],
    ["/tickets/1", { headers: { rsc: "1", "next-router-prefetch": "1" } }],
    ["/api/v1/tickets", { headers: {} }],
  ] as const) {
    answers.push("refused");
    await expect(read(path, more)).rejects.toThrow("fetch failed");
  }
  const stop = AbortSignal.abort();
  await expect(read("/tickets/1", { signal: stop })).rejects.toThrow("abort");
  expect(asked.filter((one) => one.includes("health"))).toEqual([]);
});

test("an answer is handed on as it came: where it was found, and a page that is not there", async () => {
  const moved = await read("/old");
  expect([moved.url, moved.redirected, await moved.text()]).toEqual([`${url}/new`, true, "half page"]);
  answers.push(404);
  expect((await read("/tickets/9")).status).toBe(404);
});
