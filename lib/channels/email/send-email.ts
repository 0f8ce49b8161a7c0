import MailComposer from "nodemailer/lib/mail-composer";
import type { Refusal } from "#lib/domain/delivery/recipient-refusals.ts";
import type { Env } from "#lib/env.ts";
import { composeEmail, type EmailToCompose } from "./compose-email.ts";
import { keepInFolder } from "./mail-folder.ts";
import { sendThroughRelay } from "./mail-relay.ts";
import { type Relay, relayOfUrl } from "./relay.ts";
import { type DkimKey, signDkim } from "./sign-dkim.ts";

/**
 * What became of a mail.
 * sent: the relay took it, or the file is there; `refusals` are the recipients it would not have it for.
 * refused: the relay will never take it.
 * deferred: it was certainly not taken; worth another try.
 * unknown: the relay had all of it and did not say. Sending again may deliver it twice.
 */
export type SendOutcome =
  | { kind: "sent"; response: string; refusals?: Refusal[] }
  | { kind: "refused"; code: number | null; response: string }
  | { kind: "deferred"; code: number | null; response: string }
  | { kind: "unknown"; response: string };

export type Mailer = {
  /** `id` is the ledger row: one mail, however often it is tried. Throws only what `keep` throws. */
  send(id: string, mail: EmailToCompose, how?: WayOut & Offer): Promise<SendOutcome>;
};

export type Offer = {
  signal?: AbortSignal;
  /** Gets the mail as it will be offered, before anybody hears of it. */
  keep?: (raw: Buffer) => Promise<void>;
};

/** What one mailbox has of its own; left out, the desk's relay and no signature. */
export type WayOut = { relay?: Relay; dkim?: DkimKey };

/** Sends through the mailbox's own server or SMTP_URL; without one every mail is kept as a file in `DATA_DIR/mail-out`. */
export function createMailer({ smtpUrl, dataDir }: Pick<Env, "smtpUrl" | "dataDir">): Mailer {
  return {
    async send(id, mail, { signal, keep, ...way } = {}) {
      const written = await new MailComposer({ ...composeEmail(mail), newline: "\r\n" }).compile().build();
      const raw = way.dkim ? signDkim(written, way.dkim, mail.date) : written;
      await keep?.(raw);
      const relay = way.relay ?? (smtpUrl ? relayOfUrl(smtpUrl) : null);
      if (!relay) return keepInFolder(dataDir, id, raw);
      const everybody = [...mail.to, ...mail.cc].map((person) => person.address).concat(mail.bcc);
      const recipients = mail.only ?? everybody;
      const envelope = { from: mail.envelopeFrom, to: [...new Set(recipients)] };
      return sendThroughRelay(relay, envelope, raw, signal);
    },
  };
}
