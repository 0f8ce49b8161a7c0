import { eq } from "drizzle-orm";
import { z } from "zod";
import { customers } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { conflict, notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { transact } from "../transact.ts";
import { ringForCustomer } from "./ring-for-customer.ts";

const ChangeInput = z.strictObject({
  customerId: id(),
  name: text(300).optional(),
  notes: text(10_000).optional(),
  vip: z.boolean().optional(),
  /** The notes as the writer saw them: a colleague's newer ones are not overwritten. */
  notesSeen: z.string().max(10_000).optional(),
});

/**
 * What a colleague writes down about a customer. The notes are for the desk; the customer never sees them. Throws `conflict`
 * when somebody has written others since.
 */
export async function changeCustomer(ctx: Context, input: z.input<typeof ChangeInput>): Promise<void> {
  ctx.must("customer.update");
  const { customerId, notesSeen, ...changes } = parseInput(ChangeInput, input);
  if (Object.keys(changes).length === 0) return;

  await transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    const [before] = await tx.select().from(customers).where(eq(customers.id, customerId)).for("update");
    if (!before) throw notFound("customer");
    if (notesSeen !== undefined && changes.notes !== before.notes && notesSeen.trim() !== before.notes.trim())
      throw conflict("A colleague has written other notes meanwhile.");
    await tx.update(customers).set(changes).where(eq(customers.id, customerId));
    const { name, vip } = before;
    await audit("customer.changed", `customer:${customerId}`, {
      before: { name, vip },
      fields: Object.keys(changes).sort(),
    });
    await ringForCustomer(transaction, customerId);
  });
}
