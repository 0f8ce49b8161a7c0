import { checkDatabase } from "#bin/check-database.ts";
import { runningEmbeddedPostgres, startEmbeddedPostgres } from "#bin/embedded-postgres.ts";
import { enterHome } from "#bin/home.ts";
import { migrateDatabase } from "#bin/migrate.ts";
import { type Output, print } from "#bin/print.ts";

export async function migrate(output: Output): Promise<void> {
  const env = enterHome();
  const known = env.databaseUrl ?? runningEmbeddedPostgres(env.dataDir);
  const lent = known ? null : await startEmbeddedPostgres({ dataDir: env.dataDir });
  try {
    const databaseUrl = known ?? lent!.url;
    const { version } = await checkDatabase(databaseUrl);
    const applied = await migrateDatabase(databaseUrl);
    print(output, applied === 0 ? "The database is up to date." : `Applied ${applied} migrations.`, {
      applied,
      postgres: version,
    });
  } finally {
    await lent?.stop();
  }
}
