import { and, eq, inArray, lt, ne } from "drizzle-orm";
import { messages, remoteImages } from "#db/schema/index.ts";
import { storeBlob } from "../blobs/store-blob.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { transact } from "../transact.ts";

export type RemoteImageRow = typeof remoteImages.$inferSelect;

const maxImages = 100;
/** A picture that could not be had is asked for again by a click after this long. */
const retryAfterMs = 60_000;

/**
 * The reader wants to see a mail's remote images: each gets a row, and a worker fetches what is not there yet.
 * Returns the row of each address. Throws `not_found`.
 */
export async function allowRemoteImages(ctx: Context, messageId: string): Promise<Map<string, string>> {
  ctx.must("ticket.read");
  return transact(ctx, async ({ tx, enqueue }) => {
    const [message] = await tx
      .select({ html: messages.html })
      .from(messages)
      .where(eq(messages.id, messageId));
    if (!message) throw notFound("message");
    const urls = remoteUrlsOf(message.html ?? "");
    if (urls.length === 0) return new Map();
    const created = await tx
      .insert(remoteImages)
      .values(urls.map((url) => ({ url, askedAt: ctx.now })))
      .onConflictDoNothing()
      .returning({ id: remoteImages.id });
    const again = await tx
      .update(remoteImages)
      .set({ state: "pending", askedAt: ctx.now })
      .where(
        and(
          inArray(remoteImages.url, urls),
          ne(remoteImages.state, "fetched"),
          lt(remoteImages.askedAt, new Date(ctx.now.getTime() - retryAfterMs)),
        ),
      )
      .returning({ id: remoteImages.id });
    for (const { id } of [...created, ...again]) await enqueue("image.fetch", { imageId: id });
    const rows = await tx
      .select({ id: remoteImages.id, url: remoteImages.url })
      .from(remoteImages)
      .where(inArray(remoteImages.url, urls));
    return new Map(rows.map((row) => [row.url, row.id]));
  });
}

/** The stand-ins that `safeHtmlOf` wrote. */
function remoteUrlsOf(html: string): string[] {
  const found = [...html.matchAll(/\bsrc="\/remote\/([\w-]{1,4000})"/g)].map((match) =>
    Buffer.from(match[1]!, "base64url").toString("utf8"),
  );
  return [...new Set(found)].filter((url) => url.length <= 2000).slice(0, maxImages);
}

/** What a worker is to fetch; null when it is here already. */
export async function remoteImageToFetch(ctx: Context, imageId: string): Promise<RemoteImageRow | null> {
  ctx.must("outbound.mark");
  const [row] = await ctx.db
    .select()
    .from(remoteImages)
    .where(and(eq(remoteImages.id, imageId), eq(remoteImages.state, "pending")));
  return row ?? null;
}

export type FetchedImage =
  | { kind: "fetched"; type: string; bytes: Buffer }
  | { kind: "refused"; reason: string };

/** Keeps what the worker brought. The second run of a job changes nothing. */
export async function recordRemoteImage(ctx: Context, imageId: string, image: FetchedImage): Promise<void> {
  ctx.must("outbound.mark");
  await transact(ctx, async ({ tx }) => {
    const outcome =
      image.kind === "fetched"
        ? {
            state: "fetched" as const,
            type: image.type,
            sha256: await storeBlob(tx, image.bytes),
            reason: null,
          }
        : { state: "refused" as const, reason: image.reason };
    await tx
      .update(remoteImages)
      .set({ ...outcome, fetchedAt: ctx.now })
      .where(and(eq(remoteImages.id, imageId), eq(remoteImages.state, "pending")));
  });
}
