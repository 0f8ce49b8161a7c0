import "server-only";
import { Readable } from "node:stream";
import { imageType } from "#lib/domain/files/image-type.ts";
import type { AttachmentFile } from "#lib/reads/attachment.ts";
import { readBlob } from "#lib/services/blobs/store-blob.ts";
import type { Context } from "#lib/services/context.ts";
import { agentContext } from "../../../_server/session.ts";

/** A file's bytes. What is not a plain picture in name and in bytes is a download of no type, in a sandbox. */
export async function fileResponse(
  read: (ctx: Context) => Promise<AttachmentFile | null>,
): Promise<Response> {
  const ctx = await agentContext();
  if (!ctx) return new Response("Sign in first.", { status: 401, headers: { "cache-control": "no-store" } });
  const file = await read(ctx);
  if (!file) return new Response("There is no such attachment.", { status: 404 });

  const pieces = readBlob(ctx.db, file.sha256);
  const first = (await pieces.next()).value ?? Buffer.alloc(0);
  const bytes = async function* () {
    yield first;
    yield* pieces;
  };
  const type = imageType(first) === file.type.toLowerCase() ? file.type.toLowerCase() : null;
  return new Response(Readable.toWeb(Readable.from(bytes())) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": type ?? "application/octet-stream",
      "content-length": String(file.sizeBytes),
      "content-disposition": `${type ? "inline" : "attachment"}; filename*=UTF-8''${encodeRfc8187(file.name)}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

/** RFC 8187 §3.2.1: what encodeURIComponent leaves alone but a parameter may not hold. */
function encodeRfc8187(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
