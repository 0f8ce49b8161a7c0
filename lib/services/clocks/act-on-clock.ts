import { and, eq, sql } from "drizzle-orm";
import { slaPolicies, ticketEvents } from "#db/schema/index.ts";
import { actionsFor, type ClockAction, type ClockMoment } from "#lib/domain/sla/actions.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import { managerIds, notify } from "../notices/notify.ts";
import { rerouteTicket } from "../routing/reroute-ticket.ts";
import { setPriority } from "../tickets/set-priority.ts";
import { type Ticket, ticketForUpdate, updateTicket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";
import { queueWebhook } from "../webhooks/queue-webhook.ts";
import { applyPolicy } from "./apply-policy.ts";
import { type ClockRow, refreshClocks } from "./refresh-clocks.ts";

/**
 * Does what the policy has done by itself at a clock's warning or breach: once a cycle and moment, however often
 * the deadline moves, because what was done is an event.
 */
export async function actOnClock(
  transaction: Transaction,
  clock: ClockRow,
  when: ClockMoment,
): Promise<void> {
  const { tx, emit } = transaction;
  const [policy] = clock.policyId
    ? await tx
        .select({ actions: slaPolicies.actions })
        .from(slaPolicies)
        .where(eq(slaPolicies.id, clock.policyId))
    : [];
  const actions = actionsFor(policy?.actions ?? [], when, clock.kind);
  if (actions.length === 0 || (await hasActed(transaction, clock, when))) return;
  const did: string[] = [];
  for (const action of actions) {
    const ticket = await ticketForUpdate(tx, clock.ticketId);
    const done = await act(transaction, ticket, action, { clock, when });
    if (done) did.push(done);
  }
  const { ticketId, kind, cycle } = clock;
  await emit({ type: "clock.acted", ticketId, clock: kind, cycle, when, did });
  await applyPolicy(transaction, await ticketForUpdate(tx, ticketId));
  await refreshClocks(transaction, ticketId);
}

async function hasActed({ tx }: Transaction, clock: ClockRow, when: ClockMoment): Promise<boolean> {
  const { ticketId, kind, cycle } = clock;
  const same = JSON.stringify({ clock: kind, cycle, when });
  const [row] = await tx
    .select({ seq: ticketEvents.seq })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, ticketId),
        eq(ticketEvents.type, "clock.acted"),
        sql`${ticketEvents.data} @> ${same}::jsonb`,
      ),
    )
    .limit(1);
  return row !== undefined;
}

type Moment = { clock: ClockRow; when: ClockMoment };

/** What was done, in one word for the timeline; null when there was nothing to do. */
async function act(
  transaction: Transaction,
  ticket: Ticket,
  action: ClockAction,
  { clock, when }: Moment,
): Promise<string | null> {
  const causeId = `clock:${ticket.id}:${clock.kind}:${clock.cycle}:${when}`;
  switch (action.kind) {
    case "notify": {
      const people =
        action.who === "managers"
          ? await managerIds(transaction.tx)
          : [ticket.assigneeId].filter((id) => id !== null);
      const kind = when === "breach" ? ("clock_breach" as const) : ("clock_warning" as const);
      await notify(transaction, people, { ticketId: ticket.id, kind, clock: clock.kind, causeId });
      if (people.length === 0) return null;
      return action.who === "managers" ? "notify_managers" : "notify";
    }
    case "raise_priority": {
      if (priorities.indexOf(action.to) <= priorities.indexOf(ticket.priority)) return null;
      await setPriority(transaction, ticket, action.to, "clock");
      return action.kind;
    }
    case "reassign":
      return (await rerouteTicket(transaction, ticket, "clock")) ? action.kind : null;
    case "tag": {
      if (ticket.tags.includes(action.tag)) return null;
      await updateTicket(transaction, ticket, { tags: [...ticket.tags, action.tag] });
      await transaction.emit({
        type: "ticket.tagged",
        ticketId: ticket.id,
        added: [action.tag],
        removed: [],
      });
      return action.kind;
    }
    case "webhook": {
      const event = when === "breach" ? "clock.breached" : "clock.warned";
      const { number, priority, status } = ticket;
      const at = (when === "breach" ? clock.breachedAt : clock.dueAt)?.toISOString() ?? null;
      const body = {
        event,
        ticketNumber: number,
        clock: clock.kind,
        cycle: clock.cycle,
        at,
        priority,
        status,
      };
      const call = { webhookId: action.webhookId, event, causeId, ticketId: ticket.id, body };
      return (await queueWebhook(transaction, call)) ? action.kind : null;
    }
  }
}
