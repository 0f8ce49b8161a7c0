import { agentContext } from "#app/_server/session.ts";
import type { Context } from "#lib/services/context.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { readRaw } from "#lib/services/intake/record-inbound-email.ts";
import { readOffered } from "#lib/services/mail/offered-original.ts";

/** A mail as it came, or as it was sent, for agents only: always a download, in a sandbox. */
export async function GET(_request: Request, { params }: RouteContext<"/attachments/original/[id]">) {
  const ctx = await agentContext();
  if (!ctx) return new Response("Sign in first.", { status: 401, headers: { "cache-control": "no-store" } });
  ctx.must("ledger.read");
  const { id } = await params;
  const raw = /^[0-9a-f-]{36}$/.test(id) ? await original(ctx, id).catch(asMissing) : null;
  if (!raw) return new Response("There is no such mail.", { status: 404 });
  return new Response(new Uint8Array(raw), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${id}.eml"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

async function original(ctx: Context, id: string): Promise<Buffer | null> {
  return (await readRaw(ctx, id)) ?? (await readOffered(ctx, id));
}

function asMissing(error: unknown): null {
  if (error instanceof ServiceError) return null;
  throw error;
}
