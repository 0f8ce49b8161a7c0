import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema/index.ts";

export type Schema = typeof schema;

/** A connection pool or a transaction: reads and writes look the same on both. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

export type Connection = { db: Db; sql: postgres.Sql; close(): Promise<void> };

export type ConnectOptions = {
  /** Most connections of this process. */
  max?: number;
  /** Shown in pg_stat_activity. */
  name: string;
};

/** Opens a pool. Nothing is connected until the first query, and a lost server is found again by itself. */
export function connect(databaseUrl: string, { max = 8, name }: ConnectOptions): Connection {
  const sql = postgres(databaseUrl, {
    max,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    connection: {
      application_name: name,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
      TimeZone: "UTC",
    },
  });
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}
