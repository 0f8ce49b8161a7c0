import { move, type TicketStatus } from "../tickets/status.ts";
import type { BulkChange, TicketBefore } from "./bulk-change.ts";

export type TicketNow = Required<Omit<TicketBefore, "trashed">> & { trashed: boolean };

/** The values that this change will replace. */
export function valuesBefore(change: BulkChange, ticket: TicketNow): TicketBefore {
  return {
    ...(change.status && { status: ticket.status }),
    ...(change.priority && { priority: ticket.priority }),
    ...(change.assigneeId !== undefined && { assigneeId: ticket.assigneeId }),
    ...(change.queueId !== undefined && { queueId: ticket.queueId, queuePinned: ticket.queuePinned }),
    ...(change.categoryId !== undefined && { categoryId: ticket.categoryId }),
    ...(change.addTags && { tags: ticket.tags }),
    ...(change.isSpam !== undefined && { isSpam: ticket.isSpam }),
    ...(change.trashed !== undefined && { trashed: ticket.trashed }),
  };
}

/** Whether the ticket still is as the change left it: what somebody changed since is theirs. */
export function isAsLeft(change: BulkChange, before: TicketBefore, ticket: TicketNow): boolean {
  const left: [unknown, unknown][] = [
    [change.status, ticket.status],
    [change.priority, ticket.priority],
    [change.assigneeId, ticket.assigneeId],
    [change.queueId, ticket.queueId],
    [change.categoryId, ticket.categoryId],
    [change.isSpam, ticket.isSpam],
    [change.trashed, ticket.trashed],
  ];
  const tags = change.addTags && [...new Set([...(before.tags ?? []), ...change.addTags])];
  return (
    left.every(([wanted, now]) => wanted === undefined || wanted === now) &&
    (!tags || (tags.length === ticket.tags.length && tags.every((tag) => ticket.tags.includes(tag))))
  );
}

/** The way back to a status: nothing becomes new again, and what cannot be reached is opened. */
export function statusBack(
  from: TicketStatus,
  before: TicketStatus,
): "open" | "pending" | "on_hold" | "solved" {
  const wanted = before === "new" || before === "closed" ? "open" : before;
  return move(from, wanted).kind === "refused" ? "open" : wanted;
}
