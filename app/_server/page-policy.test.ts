import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { givePagePolicy } from "./page-policy.ts";

/** Tells what a page would hear of a request. */
const server = createServer((request, response) => {
  const { "content-security-policy": policy, "x-path": path } = request.headers;
  response.end(JSON.stringify({ policy: policy ?? null, path }));
});
let url: string;
beforeAll(async () => {
  givePagePolicy();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

async function ask(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(url + path, { headers });
  const heard = (await answer.json()) as { policy: string | null; path: string };
  return { heard, sent: answer.headers };
}

test("every page has a policy with a nonce of its own, and hears the same one", async () => {
  const [one, two] = [await ask("/inbox"), await ask("/inbox")];
  for (const { heard, sent } of [one, two]) {
    expect(heard.policy).toMatch(/script-src 'nonce-[0-9a-f]{32}' 'strict-dynamic';/);
    expect(sent.get("content-security-policy")).toBe(heard.policy);
  }
  expect(one.heard.policy).not.toBe(two.heard.policy);
});

test("what a request says of policy and path is not believed", async () => {
  const { heard } = await ask("/tickets/5?status=open&_rsc=1ab2", {
    "content-security-policy": "script-src 'nonce-mine'",
    "content-security-policy-report-only": "script-src 'nonce-mine'",
    "x-path": "/settings",
  });
  expect(heard.policy).not.toContain("mine");
  expect(heard.path).toBe("/tickets/5?status=open");
});

test.each(["/api/v1/tickets", "/attachments/1", "/help/t/abc/files/1", "/_next/static/a.js"])(
  "%s brings a policy of its own",
  async (path) => {
    const { heard, sent } = await ask(path, { "content-security-policy": "script-src 'nonce-mine'" });
    expect(heard.policy).toBeNull();
    expect(sent.get("content-security-policy")).toBeNull();
  },
);

test.each(["/api", "/help/t/abc", "/%5F/x", "//other.test/inbox", "/inbox?a=/api/v1"])(
  "%s is a page",
  async (path) => {
    expect((await ask(path)).sent.get("content-security-policy")).toContain("default-src 'self'");
  },
);

test("a connection that came by https stays on it", async () => {
  expect((await ask("/inbox")).sent.get("strict-transport-security")).toBeNull();
  const { sent } = await ask("/inbox", { "x-forwarded-proto": "https" });
  expect(sent.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
});
