import { z } from "zod";
import { inboxSorts, inboxViews } from "#lib/domain/lists/list-filter.ts";
import { priorities, ticketStatuses } from "#lib/domain/tickets/status.ts";

/** Without a status an inbox shows what is not solved. */
const inboxStatuses = [...ticketStatuses, "all"] as const;

const word = z.string().trim().min(1).max(200);

/**
 * What the address says: the whole state of a list. A value that means nothing counts as absent, so an old
 * or mistyped link still shows a list.
 */
export const InboxFilter = z.object({
  view: z.enum(inboxViews).catch("team"),
  /** The saved view that it began with: its name and columns. */
  saved: z.uuid().optional().catch(undefined),
  queue: word.optional().catch(undefined),
  status: z.enum(inboxStatuses).optional().catch(undefined),
  category: word.optional().catch(undefined),
  language: word.optional().catch(undefined),
  priority: z.enum(priorities).optional().catch(undefined),
  /** An agent's id, `me` or `none`. */
  assignee: word.optional().catch(undefined),
  tag: word.optional().catch(undefined),
  q: word.optional().catch(undefined),
  sort: z.enum(inboxSorts).catch("newest"),
  cursor: word.optional().catch(undefined),
});
export type InboxFilter = z.infer<typeof InboxFilter>;

export interface Cursor {
  /** Where the order has a first part before the instant: urgency, how well it was found. */
  rank?: number | undefined;
  /** ISO instant of the row's sort column; "infinity" for none. */
  at: string;
  id: string;
}

export function writeCursor({ rank, at, id }: Cursor): string {
  return `${rank === undefined ? "" : `${rank}.`}${at}_${id}`;
}

/** Undefined when it is not one of ours. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const match = /^(?:(\d)\.)?(infinity|\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(text ?? "");
  if (!match?.[2] || !match[3]) return;
  return { ...(match[1] && { rank: Number(match[1]) }), at: match[2], id: match[3] };
}
