import { asc, desc, isNotNull, isNull, sql } from "drizzle-orm";
import { auditEntries } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { auditHash, genesis } from "./audit-hash.ts";

const batchSize = 500;

/**
 * Gives committed audit rows their place in the chain. One sealer at a time; a transaction that commits later
 * comes later in the chain, whatever its rows' times say. Returns how many rows were sealed.
 */
export async function sealAudit(ctx: Context): Promise<number> {
  ctx.must("clock.sweep");
  let total = 0;
  for (;;) {
    const sealed = await sealBatch(ctx);
    total += sealed;
    if (sealed < batchSize) return total;
  }
}

async function sealBatch(ctx: Context): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const {
      rows: [lock],
    } = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended('baton audit chain', 0)) as mine`,
    );
    if (!lock?.mine) return 0;
    const rows = await tx
      .select()
      .from(auditEntries)
      .where(isNull(auditEntries.seq))
      .orderBy(asc(auditEntries.createdAt), asc(auditEntries.id))
      .limit(batchSize);
    if (rows.length === 0) return 0;

    const [last] = await tx
      .select({ seq: auditEntries.seq, hash: auditEntries.hash })
      .from(auditEntries)
      .where(isNotNull(auditEntries.seq))
      .orderBy(desc(auditEntries.seq))
      .limit(1);
    let seq = last?.seq ?? 0;
    let previous = last?.hash ?? genesis;
    const seals = rows.map((row) => {
      seq += 1;
      const hash = auditHash(previous, { ...row, seq });
      const seal = { id: row.id, seq, prev_hash: previous, hash };
      previous = hash;
      return seal;
    });
    await tx.execute(sql`
      update audit_entries a set seq = s.seq, prev_hash = s.prev_hash, hash = s.hash
      from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb) as s(id uuid, seq bigint, prev_hash text, hash text)
      where a.id = s.id`);
    return rows.length;
  });
}
