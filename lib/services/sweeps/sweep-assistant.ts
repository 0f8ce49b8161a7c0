import { and, asc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { outbox, tickets } from "#db/schema/index.ts";
import { handToPeople } from "../assistant/hand-to-people.ts";
import type { Context } from "../context.ts";
import { enqueueMany } from "../outbox/enqueue-many.ts";
import type { Transaction } from "../transact.ts";
import { inBatches } from "./in-batches.ts";
import { oneByOne } from "./one-by-one.ts";

const batchSize = 200;
/** A step that has not come back after this long is asked for again, each time twice as patiently. */
const patienceMs = 60_000;
/** So often a step is asked for before people take over: the last wait ends after half an hour. */
const maxAsks = 5;

type Step = "ticket.triage" | "ticket.draft_reply";
type Asked = { step: Step; payload: { ticketId: string; messageId: string }; times: number; last: Date };

/**
 * Tickets whose assistant never came back: asked again, and after `maxAsks` handed to people with the reason
 * `tool_failure`. How often and when it was asked is read from the outbox.
 */
export async function sweepAssistant(
  ctx: Context,
  { everything = false }: { everything?: boolean } = {},
): Promise<{ requeued: number; handedToPeople: number }> {
  ctx.must("clock.sweep");
  let requeued = 0;
  const hopeless = new Map<string, Asked["payload"]>();
  await inBatches(ctx, batchSize, async (transaction, after) => {
    const waiting = await waitingTickets(transaction, after, everything);
    const asked = await lastAsks(transaction, waiting);
    const again: Asked[] = [];
    for (const { id } of waiting) {
      const ask = asked.get(id);
      if (!ask) continue;
      const due = ctx.now.getTime() - ask.last.getTime() > patienceMs * 2 ** (ask.times - 1);
      if (due && ask.times >= maxAsks) {
        hopeless.set(id, ask.payload);
      } else if (due || everything) again.push(ask);
    }
    for (const step of ["ticket.triage", "ticket.draft_reply"] as const) {
      const payloads = again.filter((ask) => ask.step === step).map((ask) => ask.payload);
      await enqueueMany(transaction, step, payloads);
    }
    requeued += again.length;
    return waiting;
  });
  const handedToPeople = await oneByOne(ctx, [...hopeless.keys()], (transaction, id) =>
    handToPeople(transaction.ctx, { ...hopeless.get(id)!, reason: "tool_failure" }),
  );
  return { requeued, handedToPeople };
}

async function waitingTickets({ tx, ctx }: Transaction, after: string, everything: boolean) {
  const quiet = lt(tickets.updatedAt, new Date(ctx.now.getTime() - patienceMs));
  return tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(
      and(
        inArray(tickets.assistantState, ["waiting", "sorted"]),
        inArray(tickets.status, ["new", "open", "pending", "on_hold"]),
        gt(tickets.id, after),
        everything ? undefined : quiet,
      ),
    )
    .orderBy(asc(tickets.id))
    .limit(batchSize)
    .for("update", { skipLocked: true });
}

/** The newest step that each ticket was promised, and how often. A `sorted` ticket without a draft job owes none. */
async function lastAsks(
  { tx }: Transaction,
  waiting: readonly { id: string }[],
): Promise<Map<string, Asked>> {
  if (waiting.length === 0) return new Map();
  const ticketId = sql<string>`${outbox.payload}->>'ticketId'`;
  const rows = await tx
    .select({
      step: sql<Step>`${outbox.job}`,
      ticketId,
      messageId: sql<string>`${outbox.payload}->>'messageId'`,
      times: sql<number>`count(*)::int`,
      last: sql<string>`max(${outbox.runAt})`,
      state: tickets.assistantState,
    })
    .from(outbox)
    .innerJoin(tickets, eq(sql`${tickets.id}::text`, ticketId))
    .where(
      and(
        inArray(outbox.job, ["ticket.triage", "ticket.draft_reply"]),
        inArray(
          ticketId,
          waiting.map((ticket) => ticket.id),
        ),
      ),
    )
    .groupBy(outbox.job, ticketId, sql`${outbox.payload}->>'messageId'`, tickets.assistantState)
    .orderBy(sql`max(${outbox.runAt})`);
  const asks = new Map<string, Asked>();
  for (const { step, ticketId: id, messageId, times, last, state } of rows) {
    const owed = state === "waiting" ? "ticket.triage" : "ticket.draft_reply";
    if (step === owed)
      asks.set(id, { step, payload: { ticketId: id, messageId }, times, last: new Date(last) });
  }
  return asks;
}
