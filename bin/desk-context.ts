import { connect } from "#db/client.ts";
import { type Context, createContext } from "#lib/services/context.ts";
import { runningEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { enterHome } from "./home.ts";

/**
 * Runs one verb from the command line, as the machine's owner: whoever may run commands here may do anything.
 * Where the desk is not running, its embedded database is started for the moment.
 */
export async function withDesk<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  const env = enterHome();
  const known = env.databaseUrl ?? runningEmbeddedPostgres(env.dataDir);
  const lent = known ? null : await startEmbeddedPostgres({ dataDir: env.dataDir });
  const connection = connect(known ?? lent!.url, { max: 2, name: "baton command" });
  try {
    const config = { publicUrl: env.web.publicUrl, mailDomain: env.mail.domain, secret: env.secret! };
    return await work(createContext({ db: connection.db, actor: { kind: "system" }, config }));
  } finally {
    await connection.close();
    await lent?.stop();
  }
}
