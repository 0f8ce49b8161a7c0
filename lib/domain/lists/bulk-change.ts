import type { Priority, TicketStatus } from "../tickets/status.ts";

/** What can be done to many tickets at once. */
export type BulkChange = {
  status?: "open" | "pending" | "on_hold" | "solved";
  priority?: Priority;
  assigneeId?: string | null;
  queueId?: string | null;
  categoryId?: string | null;
  addTags?: string[];
  isSpam?: boolean;
  trashed?: boolean;
};

/** The values that a change replaced, of one ticket. */
export type TicketBefore = {
  status?: TicketStatus;
  priority?: Priority;
  assigneeId?: string | null;
  queueId?: string | null;
  queuePinned?: boolean;
  categoryId?: string | null;
  tags?: string[];
  isSpam?: boolean;
  trashed?: boolean;
};
