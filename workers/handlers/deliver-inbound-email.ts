import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { checkSender } from "#lib/channels/email/check-sender.ts";
import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { safeHtmlOf } from "#lib/channels/email/safe-html-of.ts";
import { type Spool, spoolAttachments } from "#lib/channels/email/spool-attachments.ts";
import type { Delivery } from "#lib/domain/intake/decide-delivery.ts";
import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import { readBlob, storeBlobStream } from "#lib/services/blobs/store-blob.ts";
import type { Context } from "#lib/services/context.ts";
import { PermanentError } from "#lib/services/errors.ts";
import { fileInboundEmail } from "#lib/services/intake/file-inbound-email.ts";
import {
  claimInboundEmail,
  failInboundEmail,
  type InboundRow,
} from "#lib/services/intake/finish-inbound-email.ts";
import { receiveForm } from "#lib/services/intake/receive-form.ts";
import { receiveUnreadable } from "#lib/services/intake/receive-unreadable.ts";
import type { ReceivedMessage } from "#lib/services/intake/received-message.ts";
import { readRaw } from "#lib/services/intake/record-inbound-email.ts";
import { senderTrust } from "#lib/services/mailboxes/sender-trust.ts";
import type { Handler, Tools } from "../handler.ts";
import { failureOf } from "../process-job.ts";

/** Tries that end in an error, before a person gets the original. A database that is away is not the mail's fault
 * and counts only where the mail was begun. */
const maxTries = 4;
/** A mail that was begun so often and never ended, well or badly, has taken its process down each time. */
const maxDeaths = 6;

/** Understands what reached a door and files it. What cannot be understood becomes a ticket with the original. */
export const deliverInboundEmail: Handler<"inbound_email.deliver"> = async ({ inboundEmailId }, tools) => {
  const { ctx, log } = tools;
  const row = await claimInboundEmail(ctx, inboundEmailId);
  if (!row) return;
  if (row.attempts > maxDeaths) return setAside(ctx, row.id, "It ended every process that read it.");
  try {
    if (row.door === "form") {
      const raw = await readRaw(ctx, row.id);
      if (!raw) throw new PermanentError("The original is gone.");
      await receiveForm(ctx, { row, raw });
      return;
    }
    const delivery = await deliver(tools, row);
    log.info(
      { inboundEmailId, delivery: delivery.kind, reason: "reason" in delivery ? delivery.reason : "bounce" },
      "mail filed",
    );
  } catch (error) {
    await afterFailure(tools, row, error);
  }
};

/** Reads the original piece by piece, with large attachments going to files and on to the database. */
async function deliver({ ctx, resolver }: Tools, row: InboundRow): Promise<Delivery> {
  const spool = spoolAttachments();
  const raw = () => Readable.from(readBlob(ctx.db, row.sha256));
  try {
    const email = await parseEmail(raw(), spool);
    const trust = await senderTrust(ctx, row.mailboxId);
    const checks = await checkSender({
      ...trust,
      raw,
      headers: email.headers,
      peer: peerOf(row),
      envelopeFrom: row.envelopeFrom,
      ...(resolver && { resolver }),
    });
    const files = await keepFiles(ctx, email, spool);
    return await fileInboundEmail(ctx, { row, email, files, safeHtml: safeHtmlOf(email), checks });
  } finally {
    spool.remove();
  }
}

async function keepFiles(ctx: Context, { attachments }: ParsedEmail, spool: Spool): Promise<KeptFile[]> {
  const files: KeptFile[] = [];
  for (const { size, sha256, ...file } of attachments) {
    const path = spool.files.get(sha256);
    const stored = { sha256, sizeBytes: size };
    if (path) await storeBlobStream(ctx.db, stored, createReadStream(path, { highWaterMark: 1 << 20 }));
    const content = spool.small.get(sha256) ?? Buffer.alloc(0);
    files.push(path ? { ...file, content: Buffer.alloc(0), stored } : { ...file, content });
  }
  return files;
}

type KeptFile = ReceivedMessage["attachments"][number];

function peerOf({ door, detail }: InboundRow): { ip: string; helo: string } | null {
  const peer = detail.peer as { ip?: unknown; helo?: unknown } | undefined;
  return door === "smtp" && typeof peer?.ip === "string"
    ? { ip: peer.ip, helo: String(peer.helo ?? "") }
    : null;
}

/** While tries are left the mail waits for the next; then a person gets it with its original attached. */
async function afterFailure({ ctx, log }: Tools, row: InboundRow, error: unknown): Promise<void> {
  const inboundEmailId = row.id;
  const permanent = error instanceof PermanentError || row.attempts >= maxTries;
  const told = failureOf(error).message;
  if (!permanent) {
    await failInboundEmail(ctx, { inboundEmailId, error: told, permanent: false });
    throw error;
  }
  log.error({ inboundEmailId, err: error }, "mail cannot be understood");
  await setAside(ctx, inboundEmailId, told);
}

async function setAside(ctx: Context, inboundEmailId: string, error: string): Promise<void> {
  try {
    await receiveUnreadable(ctx, { inboundEmailId, error });
  } catch (cause) {
    await failInboundEmail(ctx, { inboundEmailId, error: failureOf(cause).message, permanent: true });
    throw new PermanentError("The mail could not be filed.", { cause });
  }
}
