import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { customers, ticketEvents, tickets } from "#db/schema/index.ts";
import type { TicketTraits } from "#lib/domain/sla/conditions.ts";
import { choosePolicy } from "#lib/domain/sla/policy.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";
import { type DeskBook, type PolicyRow, readSlaBook } from "./sla-book.ts";

/**
 * Applies the first policy that matches when it is another than the ticket has; with `renew`, also when it is the
 * same in a newer version. Call before `refreshClocks`. Returns whether anything was applied.
 */
export async function applyPolicy(
  transaction: Transaction,
  ticket: Ticket,
  { renew = false }: { renew?: boolean } = {},
): Promise<boolean> {
  const { tx, emit } = transaction;
  const book = await readSlaBook(tx);
  const traits = await traitsOf(tx, ticket);
  const policy = choosePolicy(
    book.policies.filter((one) => one.active),
    traits,
  ) as PolicyRow | null;
  const terms = termsOf(policy, book);
  const isSame = terms.policyId === ticket.slaPolicyId;
  if (isSame && !(renew && policy && (await isOlder(tx, ticket.id, terms)))) return false;
  if (!isSame) await tx.update(tickets).set({ slaPolicyId: terms.policyId }).where(eq(tickets.id, ticket.id));
  await emit({ type: "policy.applied", ticketId: ticket.id, ...terms });
  return true;
}

/** What policies and routing rules look at. */
export async function traitsOf(db: Db, ticket: Ticket): Promise<TicketTraits> {
  const [customer] = await db
    .select({ vip: customers.vip, companyId: customers.companyId })
    .from(customers)
    .where(eq(customers.id, ticket.customerId));
  return { ...ticket, companyId: customer?.companyId ?? null, vip: customer?.vip ?? false };
}

type Terms = { policyId: string | null; policyVersion?: number; calendarVersion?: number | null };

function termsOf(policy: PolicyRow | null, book: DeskBook): Terms {
  if (!policy) return { policyId: null };
  const calendar = policy.calendarId ? book.calendars[policy.calendarId] : undefined;
  return { policyId: policy.id, policyVersion: policy.version, calendarVersion: calendar?.version ?? null };
}

async function isOlder(db: Db, ticketId: string, terms: Terms): Promise<boolean> {
  const [last] = await db
    .select({ data: ticketEvents.data })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.ticketId, ticketId), eq(ticketEvents.type, "policy.applied")))
    .orderBy(desc(ticketEvents.seq))
    .limit(1);
  const applied = last?.data as Terms | undefined;
  return (
    (applied?.policyVersion ?? 1) !== terms.policyVersion ||
    (terms.calendarVersion !== null && (applied?.calendarVersion ?? 1) !== terms.calendarVersion)
  );
}
