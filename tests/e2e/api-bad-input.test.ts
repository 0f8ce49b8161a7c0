import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { inboundEmails, messages, type outboundEmails, tickets } from "#db/schema/index.ts";
import { createApiToken } from "#lib/services/people/api-tokens.ts";
import { createTicket } from "#lib/services/tickets/create-ticket.ts";
import { startDesk, type TestDesk } from "#tests/support/desk.ts";

let desk: TestDesk;
let number: number;
beforeAll(async () => {
  desk = await startDesk();
  const customer = { email: "mina@customer.example", name: "Mina" };
  const { ticketId } = await createTicket(desk.context(), { customer, subject: "Tent", body: "Which size?" });
  const rows = await desk.database.db.select().from(tickets);
  number = rows.find((row) => row.id === ticketId)!.number;
  // The assistant has its say first, so that afterwards nobody but the test changes the ticket.
  const state = async () => {
    const all = await desk.database.db.select().from(tickets);
    return all.find((row) => row.id === ticketId)?.assistantState;
  };
  await vi.waitFor(async () => expect(await state()).not.toMatch(/waiting|sorted/), {
    timeout: 60_000,
    interval: 100,
  });
}, 180_000);
afterAll(() => desk?.stop());

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const hours = (span: Record<string, unknown> = {}) => ({
  name: "Office",
  timeZone: "Asia/Seoul",
  spans: [{ weekday: 1, start: "09:00", end: "18:00", ...span }],
  holidays: [],
  always: false,
});
const aTicket = { customer: { email: "a@customer.example" }, subject: "x", body: "y" };

async function rows() {
  const { db } = desk.database;
  const of = async (table: typeof tickets | typeof messages | typeof inboundEmails | typeof outboundEmails) =>
    (await db.select({ rows: count() }).from(table))[0]!.rows;
  return [await of(tickets), await of(messages), await of(inboundEmails)];
}

describe("what is not right is refused with a problem document, and nothing is written", () => {
  test.each<[string, string, RequestInit, number]>([
    ["bad JSON", "/api/v1/tickets", json("{nope"), 400],
    ["JSON that is no object", "/api/v1/tickets", json("[1]"), 400],
    ["null", "/api/v1/tickets", json("null"), 400],
    ["no body", "/api/v1/tickets", json(""), 400],
    [
      "bytes that are not UTF-8",
      "/api/v1/tickets",
      { ...json("{}"), body: new Uint8Array([123, 255, 125]) },
      400,
    ],
    ["JSON as plain text", "/api/v1/tickets", json(aTicket, { "content-type": "text/plain" }), 400],
    ["an unknown field", "/api/v1/tickets", json({ ...aTicket, assistantState: "answered" }), 400],
    [
      "an unknown field inside",
      "/api/v1/tickets",
      json({ ...aTicket, customer: { email: "a@b.example", role: "x" } }),
      400,
    ],
    ["a prototype", "/api/v1/tickets", json('{"__proto__":{"admin":true},"subject":"x"}'), 400],
    ["a wrong type", "/api/v1/tickets", json({ ...aTicket, subject: 7 }), 400],
    ["an address that is none", "/api/v1/tickets", json({ ...aTicket, customer: { email: "nobody" } }), 400],
    ["a subject that is too long", "/api/v1/tickets", json({ ...aTicket, subject: "x".repeat(501) }), 400],
    ["a body that is too large", "/api/v1/tickets", json({ ...aTicket, body: "x".repeat(2_000_000) }), 413],
    ["an unknown parameter", "/api/v1/tickets?colour=red", {}, 400],
    ["a parameter given twice", "/api/v1/tickets?status=new&status=open", {}, 400],
    ["a nested parameter", "/api/v1/tickets?a[__proto__][b]=1", {}, 400],
    ["a status there is not", "/api/v1/tickets?status=lost", {}, 400],
    ["a limit over 200", "/api/v1/tickets?limit=201", {}, 400],
    ["a cursor that is none", "/api/v1/tickets?cursor='; drop table tickets; --", {}, 400],
    ["a number that is none", "/api/v1/tickets/abc", {}, 404],
    ["a number there is not", "/api/v1/tickets/999999", {}, 404],
    ["a number beyond all numbers", `/api/v1/tickets/${"9".repeat(40)}`, {}, 404],
    ["an address there is not", "/api/v1/nothing/here", {}, 404],
    [
      "an empty mail",
      "/api/inbound/mail",
      { method: "POST", headers: { "content-type": "message/rfc822" } },
      422,
    ],
    ["a mail of the wrong type", "/api/inbound/mail", json({}), 400],
    ["a form without words", "/api/inbound/form", json({ email: "a@b.example", body: " " }), 400],
    ["a form from nobody", "/api/inbound/form", json({ email: "a@@b", body: "x" }), 400],
    ["an id that is none", "/api/v1/sla-policies/7", {}, 404],
    ["hours that end as they begin", "/api/v1/calendars", json(hours({ end: "09:00" })), 422],
    ["a time zone there is not", "/api/v1/calendars", json({ ...hours(), timeZone: "Mars/Olympus" }), 400],
    [
      "a webhook into our own network",
      "/api/v1/webhooks",
      json({ name: "x", url: "http://127.0.0.1/" }),
      422,
    ],
    ["an audit cursor that is none", "/api/v1/audit?cursor=-1", {}, 400],
  ])("%s", async (_, path, init, status) => {
    const before = await rows();
    const answer = await desk.api(path, init);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({
      status,
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect(await rows()).toEqual(before);
  });

  test.each<[string, RequestInit["body"], number]>([
    ["an unknown field", '{"solvedAt":"2026-01-01"}', 400],
    ["nothing to change", "{}", 400],
    ["a queue there is not", '{"queue":"nowhere"}', 422],
    ["a person there is not", '{"assignee":"nobody@desk.test"}', 422],
    ["a status one cannot set", '{"status":"closed"}', 400],
    ["an old version", '{"version":0,"priority":"high"}', 409],
  ])("a change with %s", async (_, body, status) => {
    const headers = { "content-type": "application/json" };
    const path = `/api/v1/tickets/${number}`;
    const before = (await (await desk.api(path)).json()) as { version: number };
    expect((await desk.api(path, { method: "PATCH", headers, body })).status).toBe(status);
    expect(((await (await desk.api(path)).json()) as { version: number }).version).toBe(before.version);
  });

  test.each(["/api/v1/tickets", "/api/v1/inbound", "/api/v1/audit", "/api/v1/tickets/1/messages"])(
    "nobody reads %s without a token, or with a false one",
    async (path) => {
      expect((await fetch(desk.url + path)).status).toBe(401);
      expect((await desk.api(path, { headers: { authorization: "Bearer batn_false" } })).status).toBe(401);
      expect((await desk.api(path, { headers: { authorization: "Basic YTpi" } })).status).toBe(401);
    },
  );

  test("a token does only what it is for", async () => {
    const { token } = await createApiToken(desk.context(), { name: "door", scopes: ["inbound"] });
    const headers = { authorization: `Bearer ${token}` };
    expect((await desk.api("/api/v1/tickets", { headers })).status).toBe(403);
    expect((await desk.api("/api/v1/tickets", json(aTicket, headers))).status).toBe(403);
    const form = json({ email: "b@customer.example", body: "Hello" }, headers);
    expect((await desk.api("/api/inbound/form", form)).status).toBe(202);
  });
});

describe("what is right", () => {
  test("the same key and body get the same answer, another body is refused", async () => {
    const headers = { "idempotency-key": "one-ticket" };
    const first = await desk.api("/api/v1/tickets", json(aTicket, headers));
    const second = await desk.api("/api/v1/tickets", json(aTicket, headers));
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(((await second.json()) as { number: number }).number).toBe(
      ((await first.json()) as { number: number }).number,
    );
    expect((await desk.api("/api/v1/tickets", json({ ...aTicket, subject: "z" }, headers))).status).toBe(422);
  });

  test("twenty at once with one key make one ticket", async () => {
    const headers = { "idempotency-key": "twenty" };
    const ticket = { ...aTicket, subject: "Twenty at once" };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => desk.api("/api/v1/tickets", json(ticket, headers))),
    );
    expect(answers.every((answer) => answer.status === 201 || answer.status === 409)).toBe(true);
    const { db } = desk.database;
    expect(await db.$count(tickets, eq(tickets.subject, ticket.subject))).toBe(1);
  });

  test("text that a database refuses is kept without what it refuses", async () => {
    const body = json(
      '{"customer":{"email":"nul@customer.example"},"subject":"a\\u0000b \\ud800 환불","body":"\\u0000x"}',
    );
    const answer = await desk.api("/api/v1/tickets", body);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ subject: "ab \ufffd 환불" });
  });

  test("a raw mail is answered by the same id again and becomes one ticket", async () => {
    const mail =
      "From: Kim <kim@customer.example>\r\nTo: support@desk.test\r\nSubject: Stove\r\nMessage-ID: <s1@c>\r\n\r\nIt leaks.\r\n";
    const post = () =>
      desk.api("/api/inbound/mail", {
        method: "POST",
        headers: { "content-type": "message/rfc822" },
        body: mail,
      });
    const [first, second] = [await post(), await post()];
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(((await second.json()) as { id: string }).id).toBe(((await first.json()) as { id: string }).id);
    await expect
      .poll(
        async () =>
          (await (await desk.api("/api/v1/tickets?messageId=<s1@c>")).json()) as { data: unknown[] },
        {
          timeout: 20_000,
        },
      )
      .toMatchObject({ data: [{ subject: "Stove", channel: "email" }] });
  });

  test("lists are paged without gaps or repeats", async () => {
    const seen: number[] = [];
    let cursor = "";
    do {
      const page = (await (
        await desk.api(`/api/v1/tickets?limit=2${cursor && `&cursor=${cursor}`}`)
      ).json()) as {
        data: { number: number }[];
        nextCursor: string | null;
      };
      seen.push(...page.data.map((ticket) => ticket.number));
      cursor = page.nextCursor ?? "";
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await rows())[0]);
  });

  test("the description names every address it serves", async () => {
    const { paths } = (await (await fetch(`${desk.url}/api/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        "/api/v1/tickets",
        "/api/v1/tickets/{number}/messages",
        "/api/inbound/mail",
        "/api/v1/audit",
      ]),
    );
  });
});

test("policies, calendars and webhooks are made, read, changed and deleted by API, and described", async () => {
  const send = (method: string, path: string, body?: unknown) =>
    desk.api(`/api/v1/${path}`, { ...(body === undefined ? {} : json(body)), method });
  const made = async (path: string, body: unknown) => {
    const answer = await send("POST", path, body);
    expect(answer.status).toBe(201);
    return (await answer.json()) as { id: string; secret?: string };
  };
  const calendar = await made("calendars", hours());
  const policy = await made("sla-policies", {
    ...{ name: "Quick", conditions: { vip: true }, targets: { urgent: { first_reply: 30 } } },
    ...{ pausesOn: ["pending"], calendarId: calendar.id, assistantFulfilsNextReply: false },
    ...{ warnAtPercent: 80, active: true },
  });
  const changed = await send("PATCH", `sla-policies/${policy.id}`, { warnAtPercent: 50 });
  expect(await changed.json()).toMatchObject({ name: "Quick", warnAtPercent: 50, version: 2 });
  expect((await send("DELETE", `calendars/${calendar.id}`)).status).toBe(409);
  expect((await send("DELETE", `sla-policies/${policy.id}`)).status).toBe(204);
  expect((await send("DELETE", `calendars/${calendar.id}`)).status).toBe(204);
  expect((await send("GET", `calendars/${calendar.id}`)).status).toBe(404);

  const hook = await made("webhooks", { name: "CRM", url: "https://hooks.example/" });
  expect(hook.secret).toMatch(/^baton_hook_/);
  const listed = await (await send("GET", "webhooks?limit=1")).text();
  expect(listed).toContain("https://hooks.example/");
  expect(listed).not.toContain("secret");
  expect((await send("DELETE", `webhooks/${hook.id}`)).status).toBe(204);

  const { paths } = (await (await desk.api("/api/openapi.json")).json()) as { paths: object };
  for (const noun of ["sla-policies", "calendars", "webhooks"])
    expect(Object.keys(paths)).toEqual(expect.arrayContaining([`/api/v1/${noun}`, `/api/v1/${noun}/{id}`]));
});
