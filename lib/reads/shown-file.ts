import { eq } from "drizzle-orm";
import { attachments, remoteImages } from "#db/schema/index.ts";
import { readShownFileToken } from "#lib/crypto/shown-file.ts";
import type { Context } from "#lib/services/context.ts";

export type ShownFile =
  | { state: "here"; sha256: string; sizeBytes: number | null }
  /** A worker is fetching it. */
  | { state: "coming" }
  | { state: "none" };

/** What a signed address of a picture opens, whoever asks: the signature is the permission. */
export async function readShownFile(ctx: Context, token: string): Promise<ShownFile> {
  const file = readShownFileToken(ctx.config.secret, token, ctx.now);
  if (!file) return { state: "none" };
  if (file.kind === "attachment") {
    const [row] = await ctx.db
      .select({ sha256: attachments.sha256, sizeBytes: attachments.sizeBytes })
      .from(attachments)
      .where(eq(attachments.id, file.id));
    return row ? { state: "here", ...row } : { state: "none" };
  }
  const [row] = await ctx.db
    .select({ state: remoteImages.state, sha256: remoteImages.sha256 })
    .from(remoteImages)
    .where(eq(remoteImages.id, file.id));
  if (row?.state === "pending") return { state: "coming" };
  return row?.sha256 ? { state: "here", sha256: row.sha256, sizeBytes: null } : { state: "none" };
}
