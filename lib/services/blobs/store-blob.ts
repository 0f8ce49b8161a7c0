import { createHash } from "node:crypto";
import { setImmediate as yieldToOthers } from "node:timers/promises";
import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { blobChunks, blobs } from "#db/schema/index.ts";

const chunkBytes = 1 << 20;

export type KnownBlob = { sha256: string; sizeBytes: number };

/** Keeps bytes once, whatever refers to them. Returns their SHA-256 in hex. */
export async function storeBlob(tx: Db, bytes: Buffer): Promise<string> {
  const sha256 = await hashOf(bytes);
  await storePieces(tx, { sha256, sizeBytes: bytes.length }, piecesOf(bytes));
  return sha256;
}

/** The same in a transaction of its own, for bytes that come in pieces and whose hash and length are known. */
export async function storeBlobStream(db: Db, blob: KnownBlob, pieces: AsyncIterable<Buffer>): Promise<void> {
  await db.transaction((tx) => storePieces(tx, blob, pieces));
}

/** One piece in memory at a time. Pieces of a blob that is there already are not looked at. */
export async function storePieces(
  tx: Db,
  { sha256, sizeBytes }: KnownBlob,
  pieces: Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<void> {
  const [created] = await tx
    .insert(blobs)
    .values({ sha256, sizeBytes })
    .onConflictDoNothing()
    .returning({ sha256: blobs.sha256 });
  if (!created) return;
  let position = 0;
  for await (const bytes of pieces)
    await tx.insert(blobChunks).values({ sha256, position: position++, bytes });
}

/** Bytes in the pieces that a blob is kept in. */
export function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}

/** In pieces, so that 40 MB do not hold up everybody else. */
async function hashOf(bytes: Buffer): Promise<string> {
  const hash = createHash("sha256");
  for (const piece of piecesOf(bytes)) {
    hash.update(piece);
    if (bytes.length > chunkBytes) await yieldToOthers();
  }
  return hash.digest("hex");
}

/** The pieces in order, one in memory at a time. Nothing when there is no such blob. */
export async function* readBlob(db: Db, sha256: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const [chunk] = await db
      .select({ bytes: blobChunks.bytes })
      .from(blobChunks)
      .where(sql`${blobChunks.sha256} = ${sha256} and ${blobChunks.position} = ${position}`);
    if (!chunk) return;
    yield chunk.bytes;
  }
}

/** The whole blob. Null when there is no such blob. */
export async function readWholeBlob(db: Db, sha256: string): Promise<Buffer | null> {
  const [blob] = await db.select().from(blobs).where(eq(blobs.sha256, sha256));
  if (!blob) return null;
  const chunks = await db
    .select({ bytes: blobChunks.bytes })
    .from(blobChunks)
    .where(eq(blobChunks.sha256, sha256))
    .orderBy(asc(blobChunks.position));
  return Buffer.concat(chunks.map((chunk) => chunk.bytes));
}
