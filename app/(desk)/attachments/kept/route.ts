import { agentContext } from "#app/_server/session.ts";
import { imageType } from "#lib/domain/files/image-type.ts";
import { readWholeBlob } from "#lib/services/blobs/store-blob.ts";
import { ownUpload } from "#lib/services/tickets/own-files.ts";

/** A picture that is handed in and not yet sent, for the one who wrote it in: `?file=` is its token. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await agentContext();
  if (!ctx) return new Response("Sign in first.", { status: 401, headers: { "cache-control": "no-store" } });
  const upload = ownUpload(ctx, new URL(request.url).searchParams.get("file") ?? "");
  const bytes = upload && (await readWholeBlob(ctx.db, upload.sha256));
  const type = bytes && imageType(bytes);
  if (!type) return new Response("There is no such picture.", { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=3600",
    },
  });
}
