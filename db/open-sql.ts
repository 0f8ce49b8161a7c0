import { join } from "node:path";
import postgres from "postgres";

/**
 * postgres.js on a database's address. A directory in it (`?host=/run/postgresql`) means the Unix socket there, as it does
 * for `pg` and libpq; postgres.js alone would send the word on as a setting of the session.
 */
export function openSql(
  databaseUrl: string,
  options: postgres.Options<Record<string, postgres.PostgresType>> = {},
): postgres.Sql {
  const url = new URL(databaseUrl);
  const directory = url.searchParams.get("host");
  if (!directory?.startsWith("/")) return postgres(databaseUrl, options);
  url.searchParams.delete("host");
  return postgres(url.href, { ...options, path: join(directory, `.s.PGSQL.${url.port || 5432}`) });
}
