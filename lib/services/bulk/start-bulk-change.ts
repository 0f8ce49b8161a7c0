import { and, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { newId } from "#db/ids.ts";
import { bulkChanges, tickets } from "#db/schema/index.ts";
import { searchCondition } from "#lib/domain/search/search-condition.ts";
import { parseSearch } from "#lib/domain/search/search-query.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import type { Context } from "../context.ts";
import { forbidden, invalid } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { listConditions } from "../lists/list-conditions.ts";
import { listFilterInput } from "../lists/list-filter-input.ts";
import { transact } from "../transact.ts";

const BulkInput = z.strictObject({
  /** The picked ones, or every ticket of a list. */
  tickets: z.union([
    z.strictObject({ ids: z.array(id()).min(1).max(1_000) }),
    z.strictObject({ filter: listFilterInput }),
  ]),
  change: z
    .strictObject({
      status: z.enum(["open", "pending", "on_hold", "solved"]).optional(),
      priority: z.enum(priorities).optional(),
      assigneeId: id().nullable().optional(),
      queueId: id().nullable().optional(),
      categoryId: id().nullable().optional(),
      addTags: z.array(text(50, 1)).max(20).optional(),
      isSpam: z.boolean().optional(),
      trashed: z.boolean().optional(),
    })
    .refine((change) => Object.keys(change).length > 0, "Nothing would change."),
});

/** Of one bulk change. What is more than that is a mistake more often than a wish. */
export const mostTickets = 20_000;

/**
 * Begins a change to many tickets: which ones is settled now, the rest is a job that can be left alone. Throws
 * `invalid` when there is no ticket, or more than anybody can mean.
 */
export async function startBulkChange(
  ctx: Context,
  input: z.input<typeof BulkInput>,
): Promise<{ bulkChangeId: string; total: number }> {
  ctx.must("ticket.update");
  if (ctx.actor.kind !== "agent") throw forbidden();
  const { tickets: which, change } = parseInput(BulkInput, input);
  const agentId = ctx.actor.id;
  return transact(ctx, async ({ tx, enqueue }) => {
    const bulkChangeId = newId(ctx.now.getTime());
    const filter = "filter" in which ? which.filter : null;
    await tx
      .insert(bulkChanges)
      .values({ id: bulkChangeId, agentId, change, filter, total: 0, createdAt: ctx.now });
    const meant = "ids" in which ? inArray(tickets.id, which.ids) : ofList(ctx, which.filter);
    const { rowCount } = await tx.execute(sql`
      insert into bulk_change_tickets (bulk_change_id, ticket_id)
      select ${bulkChangeId}, ${tickets.id} from ${tickets}
      where ${tickets.lane} <> 'merged' and ${meant} limit ${mostTickets + 1}`);
    const total = rowCount ?? 0;
    if (total === 0) throw invalid("There is no ticket to change.");
    if (total > mostTickets)
      throw invalid("These are too many tickets for one change.", { tickets: "too_many" });
    await tx.update(bulkChanges).set({ total }).where(sql`${bulkChanges.id} = ${bulkChangeId}`);
    await enqueue("tickets.bulk_change", { bulkChangeId });
    return { bulkChangeId, total };
  });
}

function ofList(ctx: Context, filter: z.output<typeof listFilterInput>): SQL {
  const query = filter.q ? parseSearch(filter.q, ctx.now) : undefined;
  const words =
    query &&
    [
      searchCondition(query.words),
      searchCondition(query.from, { place: "from" }),
      searchCondition(query.to, { place: "to" }),
      query.hasAttachment ? "'+attachment'" : null,
    ].filter((part) => part !== null);
  const found = words?.length
    ? sql`${tickets.id} in (select ticket_id from ticket_search where terms @@ ${words.join(" & ")}::tsquery)`
    : undefined;
  return and(...listConditions(ctx, filter, query), found) ?? sql`true`;
}
