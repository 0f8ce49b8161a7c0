import { newId } from "#db/ids.ts";
import { attachments } from "#db/schema/index.ts";
import { readUploadToken, type Upload, uploadToken } from "#lib/crypto/upload-token.ts";
import { imageType } from "#lib/domain/files/image-type.ts";
import { mostFileBytes } from "#lib/domain/files/most-file-bytes.ts";
import { type Actor, actorId } from "#lib/domain/people/actor.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import { mapInlines, picturesIn, type RichDocument } from "#lib/domain/writing/document.ts";
import { storeBlob } from "../blobs/store-blob.ts";
import type { Context } from "../context.ts";
import { invalid, ServiceError } from "../errors.ts";
import { type Transaction, transact } from "../transact.ts";

/** `type` as its bytes say: a picture only when they are one. */
export type KeptFile = { token: string; name: string; type: string; sizeBytes: number };

/** Keeps a file that is to go out with a reply. The token in the answer stands for it. Throws `too_large`, `invalid`. */
export async function keepUpload(
  ctx: Context,
  file: { name: string; type: string; bytes: Buffer },
): Promise<KeptFile> {
  ctx.must("ticket.reply");
  if (file.bytes.length === 0) throw invalid("The file is empty.", { file: "empty" });
  if (file.bytes.length > mostFileBytes)
    throw new ServiceError("too_large", "The file is larger than 20 MB.");
  return transact(ctx, async ({ tx }) => {
    const upload: Upload = {
      sha256: await storeBlob(tx, file.bytes),
      name: plainName(file.name),
      type: typeOf(file),
      sizeBytes: file.bytes.length,
    };
    return keptFile(ctx, upload);
  });
}

export function keptFile(ctx: Context, upload: Upload): KeptFile {
  const { name, type, sizeBytes } = upload;
  return { token: uploadToken(ctx.config.secret, ownerOf(ctx.actor), upload), name, type, sizeBytes };
}

/** What a token of the actor's own stands for; null for any other. */
export function ownUpload(ctx: Context, token: string, owner: Actor = ctx.actor): Upload | null {
  return readUploadToken(ctx.config.secret, ownerOf(owner), token);
}

type PlacedPicture = Upload & { contentId: string };

/**
 * The pictures of a document, each with the content id by which the mail will name it; one file twice is one part.
 * Throws `invalid` for a picture that the writer never handed in.
 */
export function placePictures(
  ctx: Context,
  document: RichDocument,
): { document: RichDocument; pictures: PlacedPicture[] } {
  const placed = new Map<string, PlacedPicture>();
  for (const { file } of picturesIn(document)) {
    const upload = ownUpload(ctx, file);
    if (!upload?.type.startsWith("image/"))
      throw invalid("A picture has to be added again.", { document: "unknown picture" });
    if (!placed.has(file)) placed.set(file, { ...upload, contentId: `${newId()}@${ctx.config.mailDomain}` });
  }
  const named = mapInlines(document, (one) =>
    one.type === "image" ? { ...one, file: placed.get(one.file)!.contentId } : one,
  );
  return { document: named, pictures: [...placed.values()] };
}

/** Puts handed-in files onto a message of ours; they leave with it. Throws `invalid` for a token that is not theirs. */
export async function attachUploads(
  { tx, ctx }: Transaction,
  messageId: string,
  tokens: readonly string[],
  pictures: readonly PlacedPicture[] = [],
): Promise<void> {
  const rows = [
    ...pictures.map((picture) => ({ ...picture, inline: true })),
    ...uploadsOf(ctx, tokens, pictures),
  ].map((file) => ({ messageId, ...file, createdAt: ctx.now }));
  if (rows.length > 0) await tx.insert(attachments).values(rows);
}

/** What the tokens stand for. Throws `invalid` for one that is not theirs, `too_large` when relays would refuse it. */
export function uploadsOf(
  ctx: Context,
  tokens: readonly string[],
  beside: readonly { sizeBytes: number }[] = [],
): Upload[] {
  const uploads = tokens.map((token) => ownUpload(ctx, token));
  if (uploads.some((upload) => upload === null))
    throw invalid("A file has to be attached again.", { files: "unknown" });
  const files = uploads.filter((upload) => upload !== null);
  if ([...beside, ...files].reduce((sum, file) => sum + file.sizeBytes, 0) > mostFileBytes)
    throw new ServiceError("too_large", "The files together are larger than 20 MB.");
  return files;
}

const ownerOf = (actor: Actor): string => `${actor.kind}:${actorId(actor) ?? ""}`;

/** A file that calls itself a picture and is none goes out as bytes without a type. */
function typeOf({ type, bytes }: { type: string; bytes: Buffer }): string {
  const said = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type.toLowerCase() : "application/octet-stream";
  return said.startsWith("image/") ? (imageType(bytes) ?? "application/octet-stream") : said;
}

/** One line without folders, control characters or direction marks: names end up in headers and on screens. */
function plainName(name: string): string {
  const last = clean(name).normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return truncate(plain || "file", 200);
}
