import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { type Connection, connect } from "#db/client.ts";
import { databaseNamed } from "./cluster.ts";

export interface TestDatabase extends Connection {
  /** For code under test that opens its own connections. */
  url: string;
  /** Deletes every row of the desk's own tables; milliseconds. Append-only triggers are passed by. */
  clear(): Promise<void>;
  /** Closes the pool and drops the database, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * A database of its own for one test file, cloned from the migrated template in about 50 ms.
 *
 *     const desk = await createTestDatabase();
 *     afterAll(() => desk.drop());
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const clusterUrl = inject("clusterUrl");
  const name = `desk_${randomBytes(6).toString("hex")}`;
  await asAdmin(clusterUrl, (admin) => admin.unsafe(`create database ${name} template template_desk`));
  const url = databaseNamed(clusterUrl, name);
  const connection = connect(url, { name: "tests", max: 10 });
  return {
    ...connection,
    url,
    clear: () => clearTables(connection.sql),
    drop: async () => {
      await connection.close();
      await asAdmin(clusterUrl, (admin) => admin.unsafe(`drop database if exists ${name} with (force)`));
    },
  };
}

/** DELETE takes milliseconds on small tables where TRUNCATE takes hundreds. */
async function clearTables(sql: postgres.Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name
    from pg_tables
    where schemaname in ('public', 'bullmq') and tablename <> 'migration'`;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(tables.map(({ name }) => `delete from ${name}`).join(";"));
  });
}

async function asAdmin(clusterUrl: string, work: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(clusterUrl, { max: 1, onnotice: () => {} });
  try {
    await work(admin);
  } finally {
    await admin.end({ timeout: 5 });
  }
}
