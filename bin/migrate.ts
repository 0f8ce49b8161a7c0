import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyPending } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { openSql } from "#db/open-sql.ts";
import { migrateQueues } from "#workers/migrate-queues.ts";

const migrationsFolder = fileURLToPath(new URL("../db/migrations", import.meta.url));

/** Any number that is ours alone; every migrating process waits for the same one. */
const lockKey = 4_229_966_246;

/**
 * Brings the desk's tables and the queues' tables up to date. Several processes may call it at once: one works,
 * the others wait and find it done. Returns how many migrations it applied.
 */
export async function migrateDatabase(databaseUrl: string): Promise<number> {
  const sql = openSql(databaseUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "baton migrate" },
  });
  try {
    await sql`select pg_advisory_lock(${lockKey})`;
    // A migration that must wait for a busy table gives up rather than hold up everyone behind it.
    await sql`set lock_timeout = '10s'`;
    const before = await countApplied(sql);
    await applyPending(drizzle(sql), { migrationsFolder });
    await migrateQueues(databaseUrl);
    return (await countApplied(sql)) - before;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** How many migrations this version has that the database has not. */
export async function pendingMigrations(databaseUrl: string): Promise<number> {
  const sql = openSql(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    return readMigrationFiles({ migrationsFolder }).length - (await countApplied(sql));
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function countApplied(sql: postgres.Sql): Promise<number> {
  const [{ present }] = await sql<[{ present: boolean }]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as present`;
  if (!present) return 0;
  const [{ count }] = await sql<
    [{ count: number }]
  >`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return count;
}
