import { connect } from "#db/client.ts";
import { type RunningSmtpServer, type SmtpDoor, startSmtpServer } from "#lib/channels/email/smtp-server.ts";
import type { Env } from "#lib/env.ts";
import { createLogger, type Logger } from "#lib/logger.ts";
import { type Context, createContext } from "#lib/services/context.ts";
import { acceptsRecipient } from "#lib/services/intake/accepts-recipient.ts";
import { recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";
import { beat } from "#lib/services/sweeps/heartbeats.ts";

/** The SMTP server with the desk's ledger behind it. Needs no queue: the outbox keeps the jobs. */
export async function startMailDoor(
  env: Env,
  parts: { log?: Logger; limits?: SmtpDoor["limits"] } = {},
): Promise<RunningSmtpServer> {
  const log = parts.log ?? createLogger({ role: "smtp", level: env.logLevel });
  if (!env.databaseUrl || !env.secret)
    throw new Error("The mail door needs the database and the desk's secret.");
  const connection = connect(env.databaseUrl, { name: "baton smtp", max: 8 });
  const config = { publicUrl: env.web.publicUrl, mailDomain: env.mail.domain, secret: env.secret };
  const context = () => createContext({ db: connection.db, actor: { kind: "system" }, config });

  try {
    const server = await startSmtpServer({
      env,
      log,
      record: (mail) => recordInboundEmail(context(), { door: "smtp", ...mail }),
      accepts: (address) => acceptsRecipient(context(), address),
      ...(parts.limits && { limits: parts.limits }),
    });
    const pulse = await keepBeating(context, log, server.port);
    return {
      port: server.port,
      stop: async () => {
        clearInterval(pulse);
        await server.stop();
        await connection.close();
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Tells `/api/ready` that the door is open. A database that is away is told by the door's 451, not here. */
async function keepBeating(context: () => Context, log: Logger, port: number): Promise<NodeJS.Timeout> {
  const tell = () =>
    beat(context(), "mail.in", { port }).catch((error: unknown) => log.debug({ err: error }, "no beat"));
  await tell();
  return setInterval(tell, 10_000).unref();
}
