import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { transact } from "../transact.ts";
import { refreshSearch } from "./refresh-search.ts";

const batchSize = 200;
const first = "00000000-0000-0000-0000-000000000000";

/**
 * Makes tickets of before findable, some at a time; asks for the next batch itself. A second run finds its batch done
 * and goes on. Returns how many it wrote.
 */
export async function fillSearch(
  ctx: Context,
  { after = first }: { after?: string | undefined } = {},
): Promise<number> {
  ctx.must("clock.sweep");
  return transact(ctx, async ({ tx, enqueue }) => {
    const { rows } = await tx.execute<{ id: string; missing: boolean }>(sql`
      select t.id, not exists (select from ticket_search s where s.ticket_id = t.id) as missing
      from tickets t where t.id > ${after} order by t.id limit ${batchSize}`);
    const missing = rows.filter((row) => row.missing).map(({ id }) => id);
    await refreshSearch(tx, missing);
    if (rows.length === batchSize) await enqueue("search.fill", { after: rows.at(-1)!.id });
    return missing.length;
  });
}
