import { attachments } from "#db/schema/index.ts";
import { readUploadToken, type Upload, uploadToken } from "#lib/crypto/upload-token.ts";
import { actorId } from "#lib/domain/people/actor.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import { storeBlob } from "../blobs/store-blob.ts";
import type { Context } from "../context.ts";
import { invalid, ServiceError } from "../errors.ts";
import { type Transaction, transact } from "../transact.ts";

export type KeptFile = { token: string; name: string; sizeBytes: number };

/** Relays take about 25 MB in all. */
export const mostFileBytes = 20 << 20;

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
      type: /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type.toLowerCase() : "application/octet-stream",
      sizeBytes: file.bytes.length,
    };
    return keptFile(ctx, upload);
  });
}

export function keptFile(ctx: Context, upload: Upload): KeptFile {
  const { name, sizeBytes } = upload;
  return { token: uploadToken(ctx.config.secret, ownerOf(ctx), upload), name, sizeBytes };
}

/** Puts handed-in files onto a message of ours; they leave with it. Throws `invalid` for a token that is not theirs. */
export async function attachUploads(
  { tx, ctx }: Transaction,
  messageId: string,
  tokens: readonly string[],
): Promise<void> {
  const files = uploadsOf(ctx, tokens);
  if (files.length > 0)
    await tx.insert(attachments).values(files.map((file) => ({ messageId, ...file, createdAt: ctx.now })));
}

/** What the tokens stand for. Throws `invalid` for one that is not theirs, `too_large` when relays would refuse it. */
export function uploadsOf(ctx: Context, tokens: readonly string[]): Upload[] {
  const uploads = tokens.map((token) => readUploadToken(ctx.config.secret, ownerOf(ctx), token));
  if (uploads.some((upload) => upload === null))
    throw invalid("A file has to be attached again.", { files: "unknown" });
  const files = uploads.filter((upload) => upload !== null);
  if (files.reduce((sum, file) => sum + file.sizeBytes, 0) > mostFileBytes)
    throw new ServiceError("too_large", "The files together are larger than 20 MB.");
  return files;
}

const ownerOf = (ctx: Context): string => `${ctx.actor.kind}:${actorId(ctx.actor) ?? ""}`;

/** One line without folders, control characters or direction marks: names end up in headers and on screens. */
function plainName(name: string): string {
  const last = clean(name).normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return truncate(plain || "file", 200);
}
