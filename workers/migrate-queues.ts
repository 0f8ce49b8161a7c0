import { runMigrations } from "bullmq";
import { Client } from "pg";

/**
 * BullMQ's own tables, in schema `bullmq`. Safe to run at once from several machines (it takes its own lock)
 * and again at every start (a few milliseconds).
 */
export async function migrateQueues(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, application_name: "baton migrate" });
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
}
