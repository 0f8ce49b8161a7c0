import { sql } from "drizzle-orm";
import { newId } from "#db/ids.ts";
import { outbox } from "#db/schema/index.ts";
import { type JobName, type JobPayload, parseJob } from "#lib/jobs/catalog.ts";
import type { Transaction } from "../transact.ts";

/** `enqueue` for a whole sweep: one statement and one bell, however many jobs. */
export async function enqueueMany<Name extends JobName>(
  { tx, ctx }: Transaction,
  job: Name,
  payloads: readonly JobPayload<Name>[],
): Promise<void> {
  if (payloads.length === 0) return;
  await tx
    .insert(outbox)
    .values(
      payloads.map((payload) => ({ id: newId(), job, payload: parseJob(job, payload), runAt: ctx.now })),
    );
  await tx.execute(sql`select pg_notify('baton_outbox', '')`);
}
