import type { Priority, TicketStatus } from "../tickets/status.ts";

/** The lists that every desk has. */
export const inboxViews = [
  "mine",
  "team",
  "unassigned",
  "unplaced",
  "angry",
  "held",
  "answered",
  "mentions",
  "snoozed",
  "spam",
  "trash",
] as const;
export type InboxView = (typeof inboxViews)[number];

export const inboxSorts = ["newest", "oldest", "due", "waiting", "urgent"] as const;
export type InboxSort = (typeof inboxSorts)[number];

/** What a list shows of each ticket beside who, when and what about. */
export const listColumns = [
  "preview",
  "category",
  "language",
  "priority",
  "assignee",
  "queue",
  "tags",
  "due",
  "assistant",
] as const;
export type ListColumn = (typeof listColumns)[number];

/** What a saved view keeps: the same names as in the address of a list. */
export type ListFilter = {
  view?: InboxView | undefined;
  queue?: string | undefined;
  status?: TicketStatus | "all" | undefined;
  category?: string | undefined;
  language?: string | undefined;
  priority?: Priority | undefined;
  assignee?: string | undefined;
  tag?: string | undefined;
  q?: string | undefined;
  sort?: InboxSort | undefined;
};
