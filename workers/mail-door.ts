import { connect } from "#db/client.ts";
import { type RunningSmtpServer, type SmtpDoor, startSmtpServer } from "#lib/channels/email/smtp-server.ts";
import type { Env } from "#lib/env.ts";
import { createLogger, type Logger } from "#lib/logger.ts";
import { createContext } from "#lib/services/context.ts";
import { acceptsRecipient } from "#lib/services/intake/accepts-recipient.ts";
import { recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";

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
    return {
      port: server.port,
      stop: async () => {
        await server.stop();
        await connection.close();
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}
