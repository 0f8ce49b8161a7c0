import { checkDatabase } from "#bin/check-database.ts";
import { runningEmbeddedPostgres } from "#bin/embedded-postgres.ts";
import { pendingMigrations } from "#bin/migrate.ts";
import type { Env } from "#lib/env.ts";
import { type Finding, off, sentenceOf, well, wrong } from "./finding.ts";

export async function examineDatabase(env: Env): Promise<Finding[]> {
  const url = env.databaseUrl ?? runningEmbeddedPostgres(env.dataDir);
  if (!url) return [off("database", "The embedded PostgreSQL is not running; npm start starts it.")];
  try {
    const { version, locale } = await checkDatabase(url);
    const whose = env.databaseUrl ? "DATABASE_URL" : "embedded";
    const found = well("database", `PostgreSQL ${version} (${whose}), locale ${locale}, knows Korean.`);
    return [found, await examineMigrations(url)];
  } catch (error) {
    return [wrong("database", sentenceOf(error))];
  }
}

async function examineMigrations(url: string): Promise<Finding> {
  const pending = await pendingMigrations(url);
  if (pending === 0) return well("migrations", "All are applied.");
  return wrong("migrations", `${pending} are to be applied: run npx baton migrate.`);
}
