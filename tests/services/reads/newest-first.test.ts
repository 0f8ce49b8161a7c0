import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { newId } from "#db/ids.ts";
import * as schema from "#db/schema/index.ts";
import { listApiCustomerEvents, listApiCustomers, listApiOrders } from "#lib/reads/api/customers.ts";
import { listAudit, listInbound, listOutbound, listRuns } from "#lib/reads/api/ledgers.ts";
import { listRatings } from "#lib/reads/api/ratings.ts";
import { listApiEvents, listApiMessages } from "#lib/reads/api/tickets.ts";
import { LedgerFilter, readMailLedger } from "#lib/reads/mail-ledger.ts";
import { readNotices } from "#lib/reads/notices.ts";
import { readWebhookCalls } from "#lib/reads/webhooks.ts";
import { type Context, createContext } from "#lib/services/context.ts";
import { createTestDatabase } from "#tests/support/database.ts";
import { anAgent, testConfig } from "#tests/support/factories.ts";

const desk = await createTestDatabase();
const asked: { query: string; params: unknown[] }[] = [];
const pool = new pg.Pool({ connectionString: desk.url, max: 1 });
const db = drizzle(pool, { schema, logger: { logQuery: (query, params) => asked.push({ query, params }) } });
const ctx: Context = createContext({ db, config: testConfig, actor: { kind: "system" } });
const agent = await anAgent(desk);
const asAgent: Context = createContext({ db, config: testConfig, actor: agent.actor });
afterAll(async () => {
  await pool.end();
  await desk.drop();
});

const cursor = `2026-11-02T09:00:00.000Z_${newId()}`;
const page = { limit: 50, cursor };
const one = newId();

/** What Postgres would do without ever reading a whole table or putting rows in order by itself. */
async function planOf({ query, params }: (typeof asked)[number]): Promise<string> {
  await pool.query("set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off");
  const { rows } = await pool.query(`explain ${query}`, params);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

test.each<[string, () => Promise<unknown>]>([
  ["mail that came in", () => listInbound(ctx, page)],
  ["mail that left", () => listOutbound(ctx, page)],
  ["steps of the assistant", () => listRuns(ctx, page)],
  ["the audit", () => listAudit(ctx, { limit: 50, cursor: 9 })],
  ["ratings", () => listRatings(ctx, page)],
  ["messages of a ticket", () => listApiMessages(ctx, one, page)],
  ["events of a ticket", () => listApiEvents(ctx, one, { limit: 50, cursor: 9 })],
  ["customers", () => listApiCustomers(ctx, page)],
  ["orders of a customer", () => listApiOrders(ctx, one, page)],
  ["events of a customer", () => listApiCustomerEvents(ctx, one, page)],
  ["the mail page, incoming", () => readMailLedger(ctx, LedgerFilter.parse({ ledger: "in", cursor }))],
  ["the mail page, outgoing", () => readMailLedger(ctx, LedgerFilter.parse({ ledger: "out", cursor }))],
  ["notices of an agent", () => readNotices(asAgent)],
  ["calls of a webhook", () => readWebhookCalls(ctx, one)],
])("a page of a long list begins where the last one ended, by an index alone: %s", async (_, read) => {
  asked.length = 0;
  await read();
  const list = asked.find(({ query }) => /order by .*(limit \$\d+)$/.test(query) && !/limit 1$/.test(query));
  // What a column looks up for itself, a few rows of one customer, stands behind the plan of the list.
  const plan = (await planOf(list!)).split("SubPlan")[0]!;
  expect(plan).not.toMatch(/\bSort\b|Seq Scan on (?!mailboxes)/);
  if (/\) < \(|"seq" [<>]/.test(list!.query)) expect(plan).toMatch(/Index Cond: .*(ROW\(|seq)/);
});
