import { eq } from "drizzle-orm";
import { outboundEmails } from "#db/schema/index.ts";
import type { OutboundKind } from "#lib/domain/delivery/states.ts";
import { readWholeBlob, storeBlob } from "../blobs/store-blob.ts";
import type { Context } from "../context.ts";
import { transact } from "../transact.ts";

/** Mail to our own people holds keys of theirs: links to sign in by, addresses to answer by. Nobody else gets to see it. */
const forOthersToo: ReadonlySet<OutboundKind> = new Set(["agent", "auto", "campaign", "side"]);

/** Keeps a mail as it is about to be offered to the relay; offered again, the later bytes count. */
export async function keepOffered(
  ctx: Context,
  { id, kind }: { id: string; kind: OutboundKind },
  raw: Buffer,
): Promise<void> {
  ctx.must("outbound.mark");
  if (!forOthersToo.has(kind)) return;
  await transact(ctx, async ({ tx }) => {
    const sha256 = await storeBlob(tx, raw);
    await tx.update(outboundEmails).set({ sha256 }).where(eq(outboundEmails.id, id));
  });
}

/** Null when it was never offered, or is not for others' eyes. */
export async function readOffered(ctx: Context, outboundEmailId: string): Promise<Buffer | null> {
  ctx.must("ledger.read");
  const [row] = await ctx.db
    .select({ sha256: outboundEmails.sha256 })
    .from(outboundEmails)
    .where(eq(outboundEmails.id, outboundEmailId));
  return row?.sha256 ? readWholeBlob(ctx.db, row.sha256) : null;
}
