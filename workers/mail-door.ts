import { connect } from "#db/client.ts";
import {
  type Protocol,
  type RunningSmtpServer,
  type SmtpDoor,
  startSmtpServer,
} from "#lib/channels/email/smtp-server.ts";
import type { Env } from "#lib/env.ts";
import { createLogger, type Logger } from "#lib/logger.ts";
import { type Context, createContext } from "#lib/services/context.ts";
import { acceptsRecipient } from "#lib/services/intake/accepts-recipient.ts";
import { recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";
import { beat } from "#lib/services/sweeps/heartbeats.ts";

export type MailDoors = { smtpPort: number | null; lmtpPort: number | null; stop(): Promise<void> };

/** The SMTP and LMTP servers with the desk's ledger behind them. They need no queue: the outbox keeps the jobs. */
export async function startMailDoors(
  env: Env,
  parts: { log?: Logger; limits?: SmtpDoor["limits"] } = {},
): Promise<MailDoors> {
  const log = parts.log ?? createLogger({ role: "smtp", level: env.logLevel });
  if (!env.databaseUrl || !env.secret)
    throw new Error("The mail doors need the database and the desk's secret.");
  const connection = connect(env.databaseUrl, { name: "baton smtp", max: 8 });
  const config = { publicUrl: env.web.publicUrl, mailDomain: env.mail.domain, secret: env.secret };
  const context = () => createContext({ db: connection.db, actor: { kind: "system" }, config });
  const running: RunningSmtpServer[] = [];

  async function open(protocol: Protocol, listen: Env["smtpListen"]): Promise<number | null> {
    if (!listen) return null;
    const server = await startSmtpServer({
      protocol,
      listen,
      env,
      log,
      record: (mail) => recordInboundEmail(context(), { door: protocol, ...mail }),
      accepts: (address) => acceptsRecipient(context(), address),
      ...(parts.limits && { limits: parts.limits }),
    });
    running.push(server);
    return server.port;
  }
  async function stop(): Promise<void> {
    await Promise.all(running.map((server) => server.stop()));
    await connection.close();
  }

  try {
    const smtpPort = await open("smtp", env.smtpListen);
    const lmtpPort = await open("lmtp", env.lmtpListen);
    const pulse = await keepBeating(context, log, { smtpPort, lmtpPort });
    return {
      smtpPort,
      lmtpPort,
      stop: () => {
        clearInterval(pulse);
        return stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Tells `/api/ready` that the doors are open. A database that is away is told by the doors' 451, not here. */
async function keepBeating(
  context: () => Context,
  log: Logger,
  ports: Record<string, number | null>,
): Promise<NodeJS.Timeout> {
  const tell = () =>
    beat(context(), "mail.in", ports).catch((error: unknown) => log.debug({ err: error }, "no beat"));
  await tell();
  return setInterval(tell, 10_000).unref();
}
