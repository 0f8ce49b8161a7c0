import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type postgres from "postgres";
import { startEmbeddedPostgres } from "#bin/embedded-postgres.ts";
import { migrateDatabase } from "#bin/migrate.ts";
import { type Connection, connect } from "#db/client.ts";
import { seedBase } from "#db/seed/seed-base.ts";
import { seedShop } from "#db/seed/seed-shop.ts";
import { type Context, createContext } from "#lib/services/context.ts";
import { createApiToken } from "#lib/services/people/api-tokens.ts";
import { createAgent } from "#lib/services/people/create-agent.ts";
import { transact } from "#lib/services/transact.ts";
import { fillDesk } from "./fill.ts";

export const secret = "a-secret-for-benchmarks-of-at-least-32";
export const person = { email: "mina@desk.test", name: "Mina", password: "a fine long password 42" };

export type LargeDesk = {
  url: string;
  connection: Connection;
  ctx: Context;
  token: string;
  fillSeconds: number | null;
  stop(): Promise<void>;
};

/** A desk of so many tickets in `folder`: filled once, and found there by the next run. */
export async function largeDesk(folder: string, tickets: number): Promise<LargeDesk> {
  const dataDir = join(folder, String(tickets));
  const isFilled = existsSync(join(dataDir, "pg"));
  mkdirSync(dataDir, { recursive: true });
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  await migrateDatabase(server.url);
  const connection = connect(server.nearUrl, { name: "bench", max: 4 });
  const { sql } = connection;
  const config = { publicUrl: "http://127.0.0.1", mailDomain: "desk.test", secret };
  const ctx = createContext({ db: connection.db, actor: { kind: "system" }, config });
  const [{ n }] = await sql<[{ n: number }]>`select count(*)::int as n from agents`;
  let fillSeconds: number | null = null;
  if (!isFilled || n === 0) {
    await seedBase(ctx, { mailFrom: "support@desk.test" });
    await transact(ctx, seedShop);
    await createAgent(ctx, { ...person, role: "manager", locale: "en" });
    const began = performance.now();
    await fill(sql, tickets);
    fillSeconds = Math.round((performance.now() - began) / 1000);
  }
  const { token } = await createApiToken(ctx, { name: "bench", scopes: ["read", "write"] });
  return {
    url: server.nearUrl,
    connection,
    ctx,
    token,
    fillSeconds,
    stop: async () => {
      await connection.close();
      await server.stop();
    },
  };
}

async function fill(sql: postgres.Sql, tickets: number): Promise<void> {
  const one = await sql.reserve();
  try {
    await one`set statement_timeout = 0`;
    const ids = async (table: string) =>
      (await one.unsafe<{ id: string }[]>(`select id from ${table} order by id`)).map(({ id }) => id);
    const [mailbox] = await ids("mailboxes");
    await fillDesk(
      one as unknown as postgres.Sql,
      {
        agents: await ids("agents"),
        queues: await ids("queues"),
        categories: await ids("categories"),
        mailbox: mailbox!,
        now: Date.now(),
      },
      { tickets },
      (done) => process.stderr.write(`\r${done.toLocaleString("en")} tickets`),
    );
    process.stderr.write("\n");
  } finally {
    one.release();
  }
}
