import { and, asc, gt, isNotNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { auditEntries } from "#db/schema/index.ts";
import { auditHash, genesis } from "./audit-hash.ts";

const batchSize = 2_000;

export type AuditVerdict =
  | { intact: true; entries: number; lastHash: string }
  | { intact: false; entries: number; brokenAt: number; why: "missing" | "changed" };

/** Walks the whole chain and says where it breaks first. The newest entries may still be without a place in it. */
export async function verifyAudit(db: Db): Promise<AuditVerdict> {
  let previous = genesis;
  let seq = 0;
  for (;;) {
    const rows = await db
      .select()
      .from(auditEntries)
      .where(and(isNotNull(auditEntries.seq), gt(auditEntries.seq, seq)))
      .orderBy(asc(auditEntries.seq))
      .limit(batchSize);
    for (const row of rows) {
      const expected = seq + 1;
      if (row.seq !== expected) return { intact: false, entries: seq, brokenAt: expected, why: "missing" };
      const hash = auditHash(previous, { ...row, seq: expected });
      if (row.hash !== hash || row.prevHash !== previous) {
        return { intact: false, entries: seq, brokenAt: expected, why: "changed" };
      }
      previous = hash;
      seq = expected;
    }
    if (rows.length < batchSize) return { intact: true, entries: seq, lastHash: previous };
  }
}
