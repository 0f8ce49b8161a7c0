import type postgres from "postgres";
import { openSql } from "#db/open-sql.ts";
import { Problem } from "./problem.ts";

export interface DatabaseFacts {
  /** Such as 18.4. */
  version: string;
  database: string;
  encoding: string;
  locale: string;
}

/** Is this a database that Baton can live in? Throws one sentence if not. Installs pg_trgm if it is missing. */
export async function checkDatabase(databaseUrl: string): Promise<DatabaseFacts> {
  const sql = openSql(databaseUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const facts = await readFacts(sql);
    await checkTrigrams(sql, facts);
    return facts;
  } catch (error) {
    throw error instanceof Problem ? error : unreachable(databaseUrl, error);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function readFacts(sql: postgres.Sql): Promise<DatabaseFacts> {
  const [found] = await sql<[DatabaseFacts & { number: number }]>`
    select current_setting('server_version_num')::int as number,
           split_part(current_setting('server_version'), ' ', 1) as version,
           current_database() as database,
           pg_encoding_to_char(encoding) as encoding,
           datctype as locale
    from pg_database where datname = current_database()`;
  const { number, ...facts } = found;
  if (number < 150_000) {
    throw new Problem(`PostgreSQL ${facts.version} is too old: Baton needs 15 or newer.`);
  }
  if (facts.encoding !== "UTF8") {
    throw new Problem(
      `The database ${facts.database} is encoded in ${facts.encoding}: create it anew with ${recipe(facts.database)}.`,
    );
  }
  return facts;
}

/** Under the plain C locale pg_trgm sees no letters in Korean, and search finds nothing. */
async function checkTrigrams(sql: postgres.Sql, { database, locale }: DatabaseFacts): Promise<void> {
  try {
    await sql`create extension if not exists pg_trgm`;
  } catch {
    throw new Problem(
      "The database has no pg_trgm: install PostgreSQL's contrib package, or have an administrator run create extension pg_trgm.",
    );
  }
  const [row] = await sql<[{ trigrams: string[] }]>`select show_trgm('환불') as trigrams`;
  if (row.trigrams.length > 0) return;
  throw new Problem(
    `The database ${database} has the locale ${locale}, under which Korean search finds nothing: create it anew with ${recipe(database)}.`,
  );
}

function recipe(database: string): string {
  return `createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 ${database}`;
}

function unreachable(databaseUrl: string, error: unknown): Problem {
  const { host, pathname } = new URL(databaseUrl);
  const code = String(Reflect.get(Object(error), "code") ?? "");
  const sentences: Record<string, string> = {
    "28P01": "The database refuses the user name or password in DATABASE_URL.",
    "28000": "The database refuses the user in DATABASE_URL.",
    "3D000": `There is no database ${pathname.slice(1)}: make it with ${recipe(pathname.slice(1))}.`,
    "53300": "The database has no free connection: raise its max_connections.",
    "57P03": `The database at ${host} is still starting: try again in a moment.`,
  };
  const sentence =
    sentences[code] ??
    `The database at ${host} does not answer (${code || "no reason given"}): start it, or correct DATABASE_URL.`;
  return new Problem(sentence, { cause: error });
}
