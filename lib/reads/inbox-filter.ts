import { z } from "zod";
import { ticketStatuses } from "#lib/domain/tickets/status.ts";

export const inboxViews = ["mine", "team", "unassigned", "unplaced", "angry", "held", "answered"] as const;
export type InboxView = (typeof inboxViews)[number];

export const inboxSorts = ["newest", "oldest", "due", "waiting"] as const;
export type InboxSort = (typeof inboxSorts)[number];

/** Without a status an inbox shows what is not solved. */
export const inboxStatuses = [...ticketStatuses, "all"] as const;

const word = z.string().trim().min(1).max(200);

/**
 * What the address says: the whole state of a list. A value that means nothing counts as absent, so an old
 * or mistyped link still shows a list.
 */
export const InboxFilter = z.object({
  view: z.enum(inboxViews).catch("team"),
  queue: word.optional().catch(undefined),
  status: z.enum(inboxStatuses).optional().catch(undefined),
  category: word.optional().catch(undefined),
  language: word.optional().catch(undefined),
  tag: word.optional().catch(undefined),
  q: word.optional().catch(undefined),
  sort: z.enum(inboxSorts).catch("newest"),
  cursor: word.optional().catch(undefined),
});
export type InboxFilter = z.infer<typeof InboxFilter>;

export interface Cursor {
  /** ISO instant of the row's sort column; "infinity" for none. */
  at: string;
  id: string;
}

export function writeCursor({ at, id }: Cursor): string {
  return `${at}_${id}`;
}

/** Undefined when it is not one of ours. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const match = /^(infinity|\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(text ?? "");
  return match?.[1] && match[2] ? { at: match[1], id: match[2] } : undefined;
}
