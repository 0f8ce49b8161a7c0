import { type Context, within } from "../context.ts";
import { type Transaction, transact } from "../transact.ts";

/**
 * Runs `work` in a transaction each until a batch comes back short. `after` is the last id of the batch before,
 * so that no row is met twice in one sweep. Returns how many rows were met.
 */
export async function inBatches(
  ctx: Context,
  size: number,
  work: (transaction: Transaction, after: string) => Promise<readonly { id: string }[]>,
): Promise<number> {
  let after = "00000000-0000-0000-0000-000000000000";
  let total = 0;
  for (;;) {
    const met = await transact(within(ctx, {}), (transaction) => work(transaction, after));
    total += met.length;
    if (met.length < size) return total;
    after = met
      .map((row) => row.id)
      .sort()
      .at(-1)!;
  }
}
