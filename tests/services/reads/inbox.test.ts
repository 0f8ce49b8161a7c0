import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { customerAddresses, customers, messages, tickets } from "#db/schema/index.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import { forgetTags, readDeskChoices } from "#lib/reads/desk-choices.ts";
import { readInbox } from "#lib/reads/inbox.ts";
import { InboxFilter } from "#lib/reads/inbox-filter.ts";
import { readShell } from "#lib/reads/shell.ts";
import { refreshSearch } from "#lib/services/search/refresh-search.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, anAgent, contextOn, short } from "#tests/support/factories.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
const noon = new Date("2026-11-22T03:00:00Z");

beforeAll(async () => {
  desk = await createTestDatabase();
  home = await aDesk(desk);
});
afterAll(() => desk.drop());

async function ticket(changes: Partial<typeof tickets.$inferInsert> = {}, name = "Mina Kim", body = "words") {
  const [customer] = await desk.db.insert(customers).values({ name }).returning();
  await desk.db
    .insert(customerAddresses)
    .values({ customerId: customer!.id, address: `${short()}@c.example` });
  const [row] = await desk.db
    .insert(tickets)
    .values({
      subject: "Where is it?",
      channel: "email",
      customerId: customer!.id,
      queueId: home.queue.id,
      lastMessageAt: noon,
      updatedAt: noon,
      ...changes,
    })
    .returning();
  await desk.db.insert(messages).values({
    ticketId: row!.id,
    kind: "reply",
    authorKind: "customer",
    body,
    channel: "email",
    createdAt: noon,
  });
  await refreshSearch(desk.db, [row!.id]);
  return row!;
}

async function numbers(filter: Record<string, string>, actor = home.agent.actor): Promise<number[]> {
  const inbox = await readInbox(contextOn(desk, { actor }), InboxFilter.parse(filter));
  return inbox.tickets.map(({ number }) => number);
}

describe("a list", () => {
  test.each(["newest", "oldest", "due", "waiting", "urgent"])(
    "sorted by %s shows every ticket exactly once, page after page, also those of the same instant",
    async (sort) => {
      await desk.clear();
      home = await aDesk(desk);
      const dues = [null, noon, new Date(noon.getTime() + 60_000)];
      for (let n = 0; n < 120; n++) {
        await ticket({
          id: newId(),
          lastMessageAt: new Date(noon.getTime() + Math.floor(n / 40) * 1000),
          priority: priorities[n % 4]!,
          nextDueAt: dues[n % 3],
          waitingSince: dues[(n + 1) % 3],
        });
      }
      const ctx = contextOn(desk, { actor: home.agent.actor });
      const seen: number[] = [];
      let cursor: string | null = null;
      do {
        const page = await readInbox(ctx, InboxFilter.parse({ sort, ...(cursor && { cursor }) }));
        seen.push(...page.tickets.map(({ number }) => number));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toHaveLength(120);
      expect(new Set(seen).size).toBe(120);
    },
  );

  test("shows what its view, status and words say, and the sidebar counts the same", async () => {
    await desk.clear();
    home = await aDesk(desk);
    const colleague = await anAgent(desk);
    const mine = await ticket({ assigneeId: home.agent.id });
    const theirs = await ticket({ assigneeId: colleague.id, status: "pending" });
    const angry = await ticket({ anger: 0.8, waitingSince: noon });
    const held = await ticket({ assistantState: "held" }, "박지훈", "환불요청 드립니다");
    const solved = await ticket({ status: "solved", assistantState: "answered" });
    const spam = await ticket({ isSpam: true });
    const thrown = await ticket({ status: "closed", trashedAt: noon });
    const asleep = await ticket({ snoozedAt: noon });
    await ticket({ mergedIntoId: mine.id });

    const sorted = (some: { number: number }[]) => some.map(({ number }) => number).sort((a, b) => a - b);
    const list = async (filter: Record<string, string>) => (await numbers(filter)).sort((a, b) => a - b);
    expect(await list({})).toEqual(sorted([mine, theirs, angry, held]));
    expect(await list({ view: "mine" })).toEqual(sorted([mine]));
    expect(await list({ view: "unassigned" })).toEqual(sorted([angry, held]));
    expect(await list({ view: "angry" })).toEqual(sorted([angry]));
    expect(await list({ view: "held" })).toEqual(sorted([held]));
    expect(await list({ view: "answered" })).toEqual(sorted([solved]));
    expect(await list({ view: "spam" })).toEqual(sorted([spam]));
    expect(await list({ view: "trash" })).toEqual(sorted([thrown]));
    expect(await list({ view: "snoozed" })).toEqual(sorted([asleep]));
    expect(await list({ assignee: "me" })).toEqual(sorted([mine]));
    expect(await list({ assignee: "none" })).toEqual(sorted([angry, held]));
    expect(await list({ status: "pending" })).toEqual(sorted([theirs]));
    expect(await list({ status: "all" })).toEqual(sorted([mine, theirs, angry, held, solved, asleep]));
    expect(await list({ queue: home.queue.key })).toHaveLength(4);
    expect(await list({ queue: "nowhere" })).toEqual([]);
    expect(await list({ q: "환불" })).toEqual(sorted([held]));
    expect(await list({ q: "지훈" })).toEqual(sorted([held]));
    expect(await list({ q: `#${solved.number}` })).toContain(solved.number);
    expect(await list({ q: "100%_\\" })).toEqual([]);

    const shell = await readShell(contextOn(desk, { actor: home.agent.actor }), home.agent);
    expect(shell.counts).toMatchObject({ mine: 1, team: 4, unassigned: 2, angry: 1, held: 1, snoozed: 1 });
    expect(shell.queues.find(({ key }) => key === home.queue.key)?.count).toBe(4);
  });

  test("is nobody's who may not read tickets", async () => {
    const customer = { kind: "customer" as const, id: newId(), ticketId: null };
    await expect(
      readInbox(contextOn(desk, { actor: customer }), InboxFilter.parse({})),
    ).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});

test("what every page asks is planned once on a connection, and reads the same there as on a new one", async () => {
  const agent = await anAgent(desk);
  const asked = async (db: Db) => {
    const ctx = contextOn({ ...desk, db }, { actor: agent.actor });
    const inbox = await readInbox(ctx, InboxFilter.parse({ status: "all" }));
    return [inbox.tickets, await readDeskChoices(ctx), await readShell(ctx, agent)];
  };
  const one = connect(desk.url, { name: "one", max: 1 });
  try {
    const expected = await asked(desk.db);
    for (let turn = 0; turn < 8; turn++) expect(await asked(one.db)).toEqual(expected);
    const { rows } = await one.db.execute("select name from pg_prepared_statements order by name");
    expect(rows.map(({ name }) => name)).toEqual([
      "desk_choices",
      "inbox_rows",
      "saved_views",
      "shell_counts",
    ]);
  } finally {
    await one.close();
  }
});

test("tags are looked up once a minute, and at once after somebody gave one", async () => {
  const later = noon.getTime() + 3_600_000;
  const at = (seconds: number) =>
    contextOn(desk, { actor: home.agent.actor, now: new Date(later + seconds * 1_000) });
  const offered = async (seconds: number) => (await readDeskChoices(at(seconds))).tags;
  const [first, second, third] = [short(), short(), short()];

  await ticket({ tags: [first] });
  expect(await offered(0)).toContain(first);
  await ticket({ tags: [second] });
  expect(await offered(59)).not.toContain(second);
  expect(await offered(61)).toContain(second);
  await ticket({ tags: [third] });
  forgetTags(at(62));
  expect(await offered(62)).toContain(third);
});
