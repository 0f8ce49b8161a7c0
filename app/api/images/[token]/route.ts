import { setTimeout as sleep } from "node:timers/promises";
import { deskContext } from "#app/_server/desk.ts";
import { imageType } from "#lib/domain/files/image-type.ts";
import { readShownFile, type ShownFile } from "#lib/reads/shown-file.ts";
import { readWholeBlob } from "#lib/services/blobs/store-blob.ts";

const waitMs = 15_000;
const lookEveryMs = 200;

/**
 * A picture inside a mail, by its signed address. The frame that shows it has no origin and sends no cookie. What does
 * not begin like a picture is not served, whatever it was called.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/images/[token]">,
): Promise<Response> {
  const { token } = await params;
  const file = await untilHere(token, request.signal);
  const bytes = file.state === "here" ? await readWholeBlob(deskContext().db, file.sha256) : null;
  const type = bytes && imageType(bytes);
  if (!bytes || !type) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type,
      "content-disposition": "inline",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=3600, immutable",
    },
  });
}

/** A worker fetches remote pictures; the reader waits at most 15 s for it. */
async function untilHere(token: string, signal: AbortSignal): Promise<ShownFile> {
  const until = performance.now() + waitMs;
  for (;;) {
    const file = await readShownFile(deskContext(), token);
    if (file.state !== "coming" || signal.aborted || performance.now() > until) return file;
    await sleep(lookEveryMs);
  }
}
