import { Readable } from "node:stream";
import { readAttachment } from "#lib/reads/attachment.ts";
import { readBlob } from "#lib/services/blobs/store-blob.ts";
import { agentContext } from "../../../_server/session.ts";

/** Pictures that a browser only ever draws. SVG is not among them: it can run scripts. */
const drawn = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);

/** An attachment's bytes. Everything but plain pictures is a download of no type, in a sandbox. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/attachments/[id]">,
): Promise<Response> {
  const ctx = await agentContext();
  if (!ctx) return new Response("Sign in first.", { status: 401, headers: { "cache-control": "no-store" } });
  const file = await readAttachment(ctx, (await params).id);
  if (!file) return new Response("There is no such attachment.", { status: 404 });

  const type = drawn.has(file.type.toLowerCase()) ? file.type.toLowerCase() : null;
  return new Response(
    Readable.toWeb(Readable.from(readBlob(ctx.db, file.sha256))) as ReadableStream<Uint8Array>,
    {
      headers: {
        "content-type": type ?? "application/octet-stream",
        "content-length": String(file.sizeBytes),
        "content-disposition": `${type ? "inline" : "attachment"}; filename*=UTF-8''${encodeRfc8187(file.name)}`,
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    },
  );
}

/** RFC 8187 §3.2.1: what encodeURIComponent leaves alone but a parameter may not hold. */
function encodeRfc8187(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
