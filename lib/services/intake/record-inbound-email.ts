import { eq, inArray, or } from "drizzle-orm";
import { newId } from "#db/ids.ts";
import { inboundEmails, mailboxes } from "#db/schema/index.ts";
import type { Door, InboundState } from "#lib/domain/delivery/states.ts";
import { contentKey, copyKey } from "#lib/domain/intake/content-key.ts";
import { mailboxAddresses, peekHeaders } from "#lib/domain/intake/peek-headers.ts";
import { clean, cleanDeep, truncate } from "#lib/domain/text/clean.ts";
import { readWholeBlob, storePieces } from "../blobs/store-blob.ts";
import type { Context } from "../context.ts";
import { invalid } from "../errors.ts";
import { type Transaction, transact } from "../transact.ts";
import { type KeptMail, keepMail } from "./keep-mail.ts";

export type InboundMail = {
  door: Door;
  /** The bytes as they came, or come. They are kept unchanged, and read once. */
  raw: Buffer | AsyncIterable<Buffer>;
  /** "" is the null sender. */
  envelopeFrom?: string;
  envelopeTo?: readonly string[];
  /** Who brought it to our SMTP door: what SPF asks about. */
  peer?: { ip: string; helo: string };
  /** When the peer handed it over; clocks start here. Only trusted doors may date back. */
  acceptedAt?: Date;
};

export type Recorded = { id: string; state: InboundState; duplicate: boolean };

const maxBytes = 64 << 20;
/** An unfinished row older than this is looked at by the sweeper. */
const deliveryBudgetMs = 60_000;

/**
 * Puts a mail into the ledger, raw first: when this returns, it is committed and will become a message.
 * The same mail for the same mailbox again, by any door, answers the row that is already there.
 * A mail to two mailboxes makes two rows; the first is returned.
 */
export async function recordInboundEmail(ctx: Context, mail: InboundMail): Promise<Recorded> {
  ctx.must("inbound.record");
  const kept = await keepMail(mail.raw, maxBytes);
  try {
    if (kept.sizeBytes === 0) throw invalid("The message is empty.");
    return await transact(ctx, async (transaction) => {
      await storePieces(transaction.tx, kept, kept.pieces());
      const recorded: Recorded[] = [];
      for (const mailbox of await mailboxesOf(transaction, mail, kept)) {
        recorded.push(await recordOnce(transaction, mail, kept, mailbox));
      }
      return recorded[0]!;
    });
  } finally {
    await kept.remove();
  }
}

type Mailbox = { id: string | null; address: string };

async function recordOnce(
  { tx, ctx, enqueue }: Transaction,
  mail: InboundMail,
  kept: KeptMail,
  mailbox: Mailbox,
): Promise<Recorded> {
  const acceptedAt = mail.acceptedAt ?? ctx.now;
  const id = newId(acceptedAt.getTime());
  const key = contentKey(mailbox.address, kept);
  const copy = copyKey(mailbox.address, kept);
  const [row] = await tx
    .insert(inboundEmails)
    .values({
      id,
      door: mail.door,
      mailboxId: mailbox.id,
      envelopeFrom: clean(truncate(mail.envelopeFrom ?? "", 1000)),
      envelopeTo: (mail.envelopeTo ?? []).slice(0, 1000).map((address) => clean(truncate(address, 1000))),
      sha256: kept.sha256,
      sizeBytes: kept.sizeBytes,
      contentKey: key,
      copyKey: copy,
      messageId: peekHeaders(kept.head).messageId,
      ...(mail.peer && { detail: { peer: cleanDeep(mail.peer) } }),
      acceptedAt,
      checkAt: new Date(ctx.now.getTime() + deliveryBudgetMs),
    })
    .onConflictDoNothing()
    .returning({ id: inboundEmails.id, state: inboundEmails.state });
  if (row) {
    await enqueue("inbound_email.deliver", { inboundEmailId: row.id });
    return { ...row, duplicate: false };
  }
  const [known] = await tx
    .select({ id: inboundEmails.id, state: inboundEmails.state })
    .from(inboundEmails)
    .where(or(eq(inboundEmails.contentKey, key), copy ? eq(inboundEmails.copyKey, copy) : undefined))
    .orderBy(inboundEmails.acceptedAt)
    .limit(1);
  return { ...known!, duplicate: true };
}

/** The active mailboxes it was sent to; the first mailbox when none of ours is named. */
async function mailboxesOf({ tx }: Transaction, mail: InboundMail, { head }: KeptMail): Promise<Mailbox[]> {
  const named = mailboxAddresses(mail.envelopeTo?.length ? mail.envelopeTo : peekHeaders(head).recipients);
  const ours =
    named.length > 0
      ? await tx
          .select()
          .from(mailboxes)
          .where(inArray(mailboxes.address, named))
          // Two copies at once wait for each other in the same order.
          .orderBy(mailboxes.id)
      : [];
  if (ours.length > 0) return ours;
  const [first] = await tx.select().from(mailboxes).orderBy(mailboxes.createdAt).limit(1);
  return [first ?? { id: null, address: "" }];
}

/** The stored bytes of a ledger row. */
export async function readRaw(ctx: Context, inboundEmailId: string): Promise<Buffer | null> {
  const [row] = await ctx.db
    .select({ sha256: inboundEmails.sha256 })
    .from(inboundEmails)
    .where(eq(inboundEmails.id, inboundEmailId));
  return row ? readWholeBlob(ctx.db, row.sha256) : null;
}
