import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { calendars, customers, slaClocks, slaPolicies, ticketEvents, tickets } from "#db/schema/index.ts";
import { type Clock, computeClocks, currentClocks, nextActionAt } from "#lib/domain/sla/clocks.ts";
import type { SlaBook } from "#lib/domain/sla/facts.ts";
import { choosePolicy } from "#lib/domain/sla/policy.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";
import { factsOfEvents } from "./facts-of-events.ts";

/** Applies the first matching policy when it is another than the ticket has. Call before `refreshClocks`. */
export async function applyPolicy(transaction: Transaction, ticket: Ticket): Promise<void> {
  const { tx, emit } = transaction;
  const book = await readSlaBook(tx);
  const [customer] = await tx
    .select({ vip: customers.vip, companyId: customers.companyId })
    .from(customers)
    .where(eq(customers.id, ticket.customerId));
  const policy = choosePolicy(book.policies, {
    ...ticket,
    companyId: customer?.companyId ?? null,
    vip: customer?.vip ?? false,
  });
  if ((policy?.id ?? null) === ticket.slaPolicyId) return;
  await tx
    .update(tickets)
    .set({ slaPolicyId: policy?.id ?? null })
    .where(eq(tickets.id, ticket.id));
  await emit({ type: "policy.applied", ticketId: ticket.id, policyId: policy?.id ?? null });
}

/** Recomputes the ticket's clocks from its events and keeps their rows: the only writer of `sla_clocks`. */
export async function refreshClocks({ tx, ctx }: Transaction, ticketId: string): Promise<Clock[]> {
  const events = await tx
    .select()
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticketId))
    .orderBy(asc(ticketEvents.seq));
  const clocks = currentClocks(computeClocks(factsOfEvents(events), await readSlaBook(tx), ctx.now));
  const stored = await tx.select().from(slaClocks).where(eq(slaClocks.ticketId, ticketId));

  for (const clock of clocks) {
    const before = stored.find((row) => row.kind === clock.kind && row.cycle === clock.cycle);
    const sameDeadline = before?.dueAt?.getTime() === clock.dueAt?.getTime();
    // A breach is told once a cycle; a moved deadline earns a new warning.
    const done = {
      warnedAt: sameDeadline ? (before?.warnedAt ?? null) : null,
      breachNotifiedAt: before?.breachNotifiedAt ?? null,
    };
    const values = { ...clock, ...done, ticketId, nextActionAt: nextActionAt(clock, done) };
    await tx
      .insert(slaClocks)
      .values(values)
      .onConflictDoUpdate({ target: [slaClocks.ticketId, slaClocks.kind], set: values });
  }

  await tx.update(tickets).set(urgencyOf(clocks)).where(eq(tickets.id, ticketId));
  return clocks;
}

/** All policies and calendars; small tables, read in two queries. */
export async function readSlaBook(db: Db): Promise<SlaBook> {
  const policies = await db
    .select()
    .from(slaPolicies)
    .where(eq(slaPolicies.active, true))
    .orderBy(asc(slaPolicies.position));
  const wanted = [...new Set(policies.flatMap((policy) => policy.calendarId ?? []))];
  const rows =
    wanted.length > 0 ? await db.select().from(calendars).where(inArray(calendars.id, wanted)) : [];
  return { policies, calendars: Object.fromEntries(rows.map((row) => [row.id, row])) };
}

function urgencyOf(clocks: readonly Clock[]): { nextDueAt: Date | null; breachedAt: Date | null } {
  const waiting = clocks.filter((clock) => clock.state === "running" || clock.state === "breached");
  const dues = waiting.flatMap((clock) => clock.dueAt?.getTime() ?? []);
  const breaches = waiting.flatMap((clock) => clock.breachedAt?.getTime() ?? []);
  return {
    nextDueAt: dues.length > 0 ? new Date(Math.min(...dues)) : null,
    breachedAt: breaches.length > 0 ? new Date(Math.min(...breaches)) : null,
  };
}
