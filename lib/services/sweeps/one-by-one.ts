import type { Context } from "../context.ts";
import { type Transaction, transact } from "../transact.ts";

/**
 * A transaction for each id, so that one row that cannot be done does not hold up the others. Throws what went
 * wrong at the end. Returns how many were done.
 */
export async function oneByOne(
  ctx: Context,
  ids: readonly string[],
  work: (transaction: Transaction, id: string) => Promise<void>,
): Promise<number> {
  const errors: unknown[] = [];
  for (const id of ids) {
    try {
      await transact(ctx, (transaction) => work(transaction, id));
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} of ${ids.length} rows failed`);
  return ids.length;
}
