import type { AddressInfo } from "node:net";
import {
  SMTPServer,
  type SMTPServerDataStream,
  type SMTPServerOptions,
  type SMTPServerSession,
} from "smtp-server";
import type { Env } from "#lib/env.ts";
import type { Logger } from "#lib/logger.ts";
import { ownCertificate, readCertificate } from "./own-certificate.ts";

/** LMTP (RFC 2033) is for a mail server of the owner's: one answer for each recipient, and no queue between. */
export type Protocol = "smtp" | "lmtp";

export type SmtpDoor = {
  protocol: Protocol;
  listen: { host: string; port: number };
  env: Pick<Env, "mail" | "dataDir" | "smtpTls">;
  log: Logger;
  /** Commits the mail. The 250 is said only after it resolves; a rejection is a 451 and the peer tries again. */
  record(mail: {
    /** Read once, to its end. */
    raw: AsyncIterable<Buffer>;
    envelopeFrom: string;
    envelopeTo: string[];
    peer: { ip: string; helo: string };
  }): Promise<{ id: string }>;
  /** Whether mail for this address belongs here. A rejection is a 451. */
  accepts(address: string): Promise<boolean>;
  limits?: Partial<typeof defaults>;
};

export type RunningSmtpServer = { port: number; stop(): Promise<void> };

const megabyte = 1 << 20;
const defaults = {
  /** Largest mail, in bytes. */
  mailBytes: 50 * megabyte,
  /** All mails that are being received, in bytes on disk: a peer beyond that is asked to come back. */
  heldBytes: 400 * megabyte,
  connections: 100,
  recipients: 100,
  /**
   * A silent peer is let go after this (RFC 5321 §4.5.3.2.7). It is silent, too, while it waits for our
   * answer to a large mail. Milliseconds.
   */
  idleMs: 300_000,
};

/**
 * The desk's own mail server: takes mail for the desk's addresses only, keeps its bytes as they came, and says
 * 250 when they are committed (RFC 5321 §4.2.5, §6.1). Only CRLF.CRLF ends a mail, so nothing can be smuggled
 * behind a bare line feed.
 */
export async function startSmtpServer({
  protocol,
  listen: { host, port },
  env,
  log,
  record,
  accepts,
  limits,
}: SmtpDoor): Promise<RunningSmtpServer> {
  const limit = { ...defaults, ...limits };
  let held = 0;

  const server = new SMTPServer({
    ...(await securityOf(env, log)),
    lmtp: protocol === "lmtp",
    name: env.mail.domain,
    banner: "Baton",
    size: limit.mailBytes,
    rejectOversized: true,
    maxClients: limit.connections,
    maxRecipients: limit.recipients,
    socketTimeout: limit.idleMs,
    closeTimeout: 5_000,
    disableReverseLookup: true,
    authOptional: true,
    hideENHANCEDSTATUSCODES: false,
    hideDSN: true,
    hideREQUIRETLS: true,
    lenientAddressParsing: true,
    logger: false,
    onRcptTo({ address }, _session, answer) {
      accepts(address).then(
        (ours) => answer(ours ? null : reply(550, "No such mailbox here")),
        (error) => {
          log.warn({ err: error }, "a recipient could not be looked up");
          answer(reply(451, "Try again later"));
        },
      );
    },
    onData(stream, session, answer) {
      receive(stream, session).then((id) => answer(null, `kept as ${id}`), answer);
    },
  });

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    let mine = 0;
    const hold = (bytes: number) => {
      mine += bytes;
      held += bytes;
      return held <= limit.heldBytes;
    };
    try {
      const envelopeFrom = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
      const envelopeTo = session.envelope.rcptTo.map((recipient) => recipient.address);
      const peer = { ip: session.remoteAddress, helo: session.hostNameAppearsAs || "" };
      const { id } = await record({ raw: piecesOf(stream, hold), envelopeFrom, envelopeTo, peer });
      log.info({ inboundEmailId: id, bytes: mine }, "mail accepted");
      return id;
    } catch (error) {
      if (error instanceof Error && "responseCode" in error) throw error;
      log.warn({ err: error }, "a mail could not be kept");
      throw reply(451, "The mail could not be kept, try again later");
    } finally {
      held -= mine;
    }
  }

  server.on("error", (error) => log.debug({ err: error }, "smtp connection"));
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => {
      server.server.off("error", reject);
      resolve();
    });
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/**
 * The bytes of one mail, and an error in their place when it is too large or there is no room. Whatever becomes of
 * them, the stream is read to its end, because the peer listens for an answer only then.
 */
async function* piecesOf(
  stream: SMTPServerDataStream,
  hold: (bytes: number) => boolean,
): AsyncGenerator<Buffer> {
  let hasRoom = true;
  try {
    for await (const piece of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      hasRoom &&= hold(piece.length);
      if (hasRoom && !stream.sizeExceeded) yield piece;
    }
  } finally {
    stream.resume();
  }
  // Said by smtp-server itself, in its own words.
  if (stream.sizeExceeded) throw reply(552, "The mail is too large");
  if (!hasRoom) throw reply(452, "Too much mail at once, try again later");
}

/** STARTTLS with our own key, never with the one in the package, which everybody has. No log-in: this is no relay. */
async function securityOf(env: SmtpDoor["env"], log: Logger): Promise<SMTPServerOptions> {
  if (env.smtpTls) return { ...readCertificate(env.smtpTls), disabledCommands: ["AUTH"] };
  try {
    return { ...(await ownCertificate(env.dataDir, env.mail.domain)), disabledCommands: ["AUTH"] };
  } catch (error) {
    log.warn({ err: error }, "no key for STARTTLS: mail comes in unencrypted");
    return { disabledCommands: ["AUTH", "STARTTLS"] };
  }
}

/** smtp-server adds the enhanced status: 5.1.1 to 550, 4.3.0 to 451, 5.3.4 to what is too large. */
function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
