import { isDeepStrictEqual } from "node:util";
import { eq, getTableColumns, sql } from "drizzle-orm";
import { slaClocks, tickets } from "#db/schema/index.ts";
import { type Clock, computeClocks, currentClocks, nextActionAt } from "#lib/domain/sla/clocks.ts";
import type { Transaction } from "../transact.ts";
import { readFacts } from "./read-facts.ts";

export type ClockRow = typeof slaClocks.$inferSelect;

/** Events carry the versions of what they applied, so nothing is looked up as it is today. */
const emptyBook = { policies: [], calendars: {} };

/** Recomputes the ticket's clocks from its events and keeps their rows: the only writer of `sla_clocks`. */
export async function refreshClocks({ tx, ctx }: Transaction, ticketId: string): Promise<ClockRow[]> {
  const facts = (await readFacts(tx, [ticketId])).get(ticketId)!;
  const clocks = currentClocks(computeClocks(facts, emptyBook, ctx.now));
  const stored = await tx.select().from(slaClocks).where(eq(slaClocks.ticketId, ticketId));
  const rows = clocks.map((clock) => rowOf(ticketId, clock, stored));
  const changed = rows.filter(
    (row) => !stored.some((before) => isDeepStrictEqual(plain(before), plain(row))),
  );
  if (changed.length === 0) return rows;
  await tx
    .insert(slaClocks)
    .values(changed)
    .onConflictDoUpdate({ target: [slaClocks.ticketId, slaClocks.kind], set: everyColumn });
  await tx.update(tickets).set(urgencyOf(clocks)).where(eq(tickets.id, ticketId));
  return rows;
}

/** A breach is told once a cycle; a moved deadline earns a new warning. */
function rowOf(ticketId: string, clock: Clock, stored: readonly ClockRow[]): ClockRow {
  const before = stored.find((row) => row.kind === clock.kind && row.cycle === clock.cycle);
  const sameDeadline = before?.dueAt?.getTime() === clock.dueAt?.getTime();
  const done = {
    warnedAt: sameDeadline ? (before?.warnedAt ?? null) : null,
    breachNotifiedAt: before?.breachNotifiedAt ?? null,
  };
  return { ...clock, ...done, ticketId, nextActionAt: nextActionAt(clock, done) };
}

/** As it comes back from the database, reasons and all. */
const plain = (row: ClockRow): unknown => JSON.parse(JSON.stringify(row));

const { ticketId: _, kind: __, ...measured } = getTableColumns(slaClocks);
const everyColumn = Object.fromEntries(
  Object.entries(measured).map(([key, column]) => [key, sql.raw(`excluded.${column.name}`)]),
);

function urgencyOf(clocks: readonly Clock[]): { nextDueAt: Date | null; breachedAt: Date | null } {
  const waiting = clocks.filter((clock) => clock.state === "running" || clock.state === "breached");
  const dues = waiting.flatMap((clock) => clock.dueAt?.getTime() ?? []);
  const breaches = waiting.flatMap((clock) => clock.breachedAt?.getTime() ?? []);
  return {
    nextDueAt: dues.length > 0 ? new Date(Math.min(...dues)) : null,
    breachedAt: breaches.length > 0 ? new Date(Math.min(...breaches)) : null,
  };
}
