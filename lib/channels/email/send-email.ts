import type { Env } from "../../env.ts";
import { composeEmail, type OutgoingEmail } from "./compose-email.ts";
import { keepInFolder } from "./mail-folder.ts";
import { sendThroughRelay } from "./mail-relay.ts";

export type { OutgoingEmail } from "./compose-email.ts";

/**
 * What became of a mail.
 * sent: the relay took it, or the file is there.
 * refused: the relay will never take it.
 * deferred: it was certainly not taken; worth another try.
 * unknown: the relay had all of it and did not say. Sending again may deliver it twice.
 */
export type SendOutcome =
  | { kind: "sent"; response: string }
  | { kind: "refused"; code: number | null; response: string }
  | { kind: "deferred"; code: number | null; response: string }
  | { kind: "unknown"; response: string };

export type Mailer = {
  send(mail: OutgoingEmail, signal?: AbortSignal): Promise<SendOutcome>;
  close(): Promise<void>;
};

/** Sends through SMTP_URL; without one every mail is kept as a file in `DATA_DIR/mail-out`. */
export function createMailer(env: Pick<Env, "smtpUrl" | "dataDir">): Mailer {
  const { smtpUrl, dataDir } = env;
  return {
    async send(mail, signal) {
      const raw = await composeEmail(mail);
      if (!smtpUrl) return keepInFolder(dataDir, mail.id, raw);
      const recipients = [...mail.to, ...mail.cc].map((person) => person.address);
      return sendThroughRelay(
        smtpUrl,
        { from: mail.envelopeFrom, to: [...new Set(recipients)] },
        raw,
        signal,
      );
    },
    async close() {},
  };
}
