import { z } from "zod";
import { inboxSorts, inboxViews } from "#lib/domain/lists/list-filter.ts";
import { priorities, ticketStatuses } from "#lib/domain/tickets/status.ts";
import { text } from "../input.ts";

const word = text(200, 1);

/** A list as it is kept or meant: every name that the address of a list knows. */
export const listFilterInput = z.strictObject({
  view: z.enum(inboxViews).optional(),
  queue: word.optional(),
  status: z.enum([...ticketStatuses, "all"]).optional(),
  category: word.optional(),
  language: word.optional(),
  priority: z.enum(priorities).optional(),
  assignee: word.optional(),
  tag: word.optional(),
  q: word.optional(),
  sort: z.enum(inboxSorts).optional(),
});
