import { connect } from "#db/client.ts";
import type { Env } from "#lib/env.ts";
import { type Context, createContext } from "#lib/services/context.ts";
import { runningEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { enterHome } from "./home.ts";

/** The settings and a database: the one that is named, the embedded one that runs, or it, started for the moment. */
export async function withDatabase<T>(work: (env: Env, databaseUrl: string) => Promise<T>): Promise<T> {
  const env = enterHome();
  const known = env.databaseUrl ?? runningEmbeddedPostgres(env.dataDir);
  if (known) return work(env, known);
  const lent = await startEmbeddedPostgres({ dataDir: env.dataDir });
  try {
    return await work(env, lent.url);
  } finally {
    await lent.stop();
  }
}

/** Runs one verb from the command line, as the machine's owner: whoever may run commands here may do anything. */
export function withDesk<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  return withDatabase((env, databaseUrl) => contextOn(databaseUrl, env, work));
}

export async function contextOn<T>(
  databaseUrl: string,
  env: Env,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const connection = connect(databaseUrl, { max: 2, name: "baton command" });
  const config = { publicUrl: env.web.publicUrl, mailDomain: env.mail.domain, secret: env.secret ?? "" };
  try {
    return await work(createContext({ db: connection.db, actor: { kind: "system" }, config }));
  } finally {
    await connection.close();
  }
}
