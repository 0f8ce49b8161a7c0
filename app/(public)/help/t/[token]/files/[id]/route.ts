import { customerContext } from "#app/_server/session.ts";
import { readCustomerFile } from "#lib/reads/customer-file.ts";
import { readWholeBlob } from "#lib/services/blobs/store-blob.ts";

/** A file to keep, never to run here: always a download, whatever it says it is. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ token: string; id: string }> },
): Promise<Response> {
  const { token, id } = await params;
  const customer = await customerContext(token);
  const file = customer && (await readCustomerFile(customer.ctx, id));
  const bytes = file && (await readWholeBlob(customer.ctx.db, file.sha256));
  if (!bytes) return new Response("Not found", { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escapeCharacter)}`,
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** RFC 5987 allows fewer characters than encodeURIComponent leaves. */
const escapeCharacter = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
