import { and, eq, inArray } from "drizzle-orm";
import { bulkChanges, bulkChangeTickets } from "#db/schema/index.ts";
import { actorId } from "#lib/domain/people/actor.ts";
import type { Context } from "../context.ts";
import { conflict } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";

/** Takes a bulk change back, ticket by ticket; one that still runs stops where it is. Throws `conflict` for another's. */
export async function undoBulkChange(ctx: Context, input: { bulkChangeId: string }): Promise<void> {
  ctx.must("ticket.update");
  const bulkChangeId = parseInput(id(), input.bulkChangeId);
  await transact(ctx, async ({ tx, enqueue }) => {
    const [bulk] = await tx
      .update(bulkChanges)
      .set({ state: "undoing", finishedAt: null })
      .where(
        and(
          eq(bulkChanges.id, bulkChangeId),
          eq(bulkChanges.agentId, actorId(ctx.actor) ?? ""),
          inArray(bulkChanges.state, ["running", "done"]),
        ),
      )
      .returning({ id: bulkChanges.id });
    if (!bulk) throw conflict("There is nothing to take back.");
    await tx
      .update(bulkChangeTickets)
      .set({ outcome: "unchanged" })
      .where(and(eq(bulkChangeTickets.bulkChangeId, bulkChangeId), eq(bulkChangeTickets.outcome, "waiting")));
    await enqueue("tickets.bulk_change", { bulkChangeId });
  });
}
