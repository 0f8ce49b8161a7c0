import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { ticketEvents } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";
import { ticketForUpdate } from "./ticket-rows.ts";

const RefuseInput = z.strictObject({
  ticketId: id(),
  /** The ticket that this one does not repeat. */
  number: z.int().positive(),
});

/** A person says that the ticket does not repeat the other, as the assistant thought. Twice is once. */
export async function refuseDuplicate(ctx: Context, input: z.input<typeof RefuseInput>): Promise<void> {
  ctx.must("ticket.update");
  const { ticketId, number } = parseInput(RefuseInput, input);
  await transact(ctx, async ({ tx, emit }) => {
    await ticketForUpdate(tx, ticketId);
    const [said] = await tx
      .select({ seq: ticketEvents.seq })
      .from(ticketEvents)
      .where(
        and(
          eq(ticketEvents.ticketId, ticketId),
          eq(ticketEvents.type, "ticket.not_duplicate"),
          sql`${ticketEvents.data} ->> 'number' = ${String(number)}`,
        ),
      )
      .limit(1);
    if (!said) await emit({ type: "ticket.not_duplicate", ticketId, number });
  });
}
