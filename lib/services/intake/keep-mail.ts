import { randomUUID } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as yieldToOthers } from "node:timers/promises";
import { digestMail, type MailDigest } from "#lib/domain/intake/mail-digest.ts";
import { piecesOf } from "../blobs/store-blob.ts";
import { ServiceError } from "../errors.ts";

/** A mail on its way from a door into the database: small ones in memory, large ones in a file of this process. */
export type KeptMail = MailDigest & {
  /** From the start, at each call. */
  pieces(): Iterable<Buffer> | AsyncIterable<Buffer>;
  remove(): Promise<void>;
};

const blockBytes = 1 << 20;

/** Takes the mail in to its end. Throws `too_large` beyond `mostBytes`, and whatever ends the stream. */
export async function keepMail(raw: Buffer | AsyncIterable<Buffer>, mostBytes: number): Promise<KeptMail> {
  const digest = digestMail();
  const path = join(tmpdir(), `baton-mail-${randomUUID()}`);
  const remove = () => rm(path, { force: true });
  let file: Awaited<ReturnType<typeof open>> | null = null;
  let block: Buffer[] = [];
  let blockSize = 0;
  let size = 0;
  try {
    for await (const piece of Buffer.isBuffer(raw) ? slowly(raw) : raw) {
      size += piece.length;
      if (size > mostBytes) throw tooLarge(mostBytes);
      digest.push(piece);
      block.push(piece);
      blockSize += piece.length;
      if (blockSize < blockBytes) continue;
      file ??= await open(path, "wx+", 0o600);
      await file.writeFile(Buffer.concat(block));
      [block, blockSize] = [[], 0];
    }
    if (!file) {
      const bytes = Buffer.concat(block);
      return { ...digest.end(), pieces: () => piecesOf(bytes), remove };
    }
    await file.writeFile(Buffer.concat(block));
    await file.close();
    return { ...digest.end(), pieces: () => blocksOf(path), remove };
  } catch (error) {
    await file?.close().catch(() => {});
    await remove();
    throw error;
  }
}

async function* slowly(raw: Buffer): AsyncGenerator<Buffer> {
  for (const piece of piecesOf(raw)) {
    yield piece;
    if (raw.length > blockBytes) await yieldToOthers();
  }
}

async function* blocksOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, "r");
  try {
    for (;;) {
      const block = Buffer.allocUnsafe(blockBytes);
      const { bytesRead } = await file.read(block, 0, blockBytes);
      if (bytesRead === 0) return;
      yield block.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

const tooLarge = (mostBytes: number) =>
  new ServiceError("too_large", `The message is larger than ${mostBytes >> 20} MB.`);
