import type { ExtractTablesWithRelations } from "drizzle-orm";
import { drizzle, type NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";
import pg from "pg";
import type postgres from "postgres";
import { openSql } from "./open-sql.ts";
import * as schema from "./schema/index.ts";

export type Schema = typeof schema;

/** A connection pool or a transaction: reads and writes look the same on both. */
export type Db = PgDatabase<NodePgQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

export type Connection = {
  db: Db;
  /** For listening, scripts and tests. No verb uses it: see `connect`. */
  sql: postgres.Sql;
  close(): Promise<void>;
};

export type ConnectOptions = {
  /** Most connections of this process. */
  max?: number;
  /** Shown in pg_stat_activity. */
  name: string;
};

/**
 * Opens a pool. Nothing is connected until the first query, and a lost server is found again by itself.
 *
 * The desk's work goes through `pg`. postgres.js, which listens better, gives the place of a connection that died
 * in a transaction to the next one, and the first then writes into it, or rolls it back (porsager/postgres#1216):
 * docs/decisions has the story, `tests/workers/lost-connection.test.ts` the proof.
 */
export function connect(databaseUrl: string, { max = 8, name }: ConnectOptions): Connection {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    keepAlive: true,
    // An idle one costs the server some 20 MB.
    idleTimeoutMillis: 10_000,
    // Also how long a query waits for its turn when all connections are busy.
    connectionTimeoutMillis: 10_000,
    application_name: name,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    options: "-c TimeZone=UTC",
  });
  // A connection that dies tells whoever uses it; unheard, the event would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));

  const sql = openSql(databaseUrl, {
    max: 4,
    idle_timeout: 10,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: name, statement_timeout: 30_000, TimeZone: "UTC" },
  });
  return {
    db: drizzle(pool, { schema }),
    sql,
    close: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, 5_000).unref());
      await Promise.all([Promise.race([pool.end(), late]), sql.end({ timeout: 5 })]);
    },
  };
}
