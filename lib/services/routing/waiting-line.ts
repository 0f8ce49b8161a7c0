import { and, asc, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { tickets } from "#db/schema/index.ts";
import { queueOf } from "#lib/domain/routing/needs.ts";
import { compareWaiting, turnOf } from "#lib/domain/routing/queue-order.ts";
import type { RoutedTicket } from "#lib/domain/routing/route.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";
import type { DeskState } from "./desk-state.ts";
import { readRoutedTickets } from "./read-routing.ts";

/** Nobody has it and a person has to: the assistant is through with it, or never had it. */
export const withoutPerson = and(
  isNull(tickets.assigneeId),
  inArray(tickets.status, ["new", "open"]),
  isNotNull(tickets.waitingSince),
  inArray(tickets.assistantState, ["handed_off", "draft_ready", "held", "off"]),
  sql`not ${tickets.isSpam} and ${tickets.trashedAt} is null`,
  isNull(tickets.mergedIntoId),
);

/** As `worthMinutes` of the queue order has it, near enough to choose which to read first. */
const headStart = sql`case ${tickets.priority}
  when 'urgent' then interval '8 hours' when 'high' then interval '2 hours'
  when 'normal' then interval '30 minutes' else interval '0' end`;

/** Tickets that wait for a person, those that are to be taken first, first: a stretch of the line. */
export async function readWaiting(
  db: Db,
  desk: DeskState,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<{ row: Ticket; ticket: RoutedTicket }[]> {
  const rows = await db
    .select()
    .from(tickets)
    .where(withoutPerson)
    .orderBy(asc(sql`${tickets.waitingSince} - ${headStart}`), asc(tickets.id))
    .limit(limit)
    .offset(offset);
  const routed = await readRoutedTickets(db, desk, rows);
  const line = routed.map((ticket, index) => ({ row: rows[index]!, ticket }));
  return line.sort((a, b) => {
    const [x, y] = [a, b].map(({ ticket }) => turnOf(orderOf(desk, ticket), ticket)) as [number, number];
    return x === y ? compareWaiting("oldest")(a.ticket, b.ticket) : x < y ? -1 : 1;
  });
}

const orderOf = (desk: DeskState, ticket: RoutedTicket) =>
  queueOf(desk.queues, ticket).queue.order ?? "priority";
