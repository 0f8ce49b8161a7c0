import type { Priority } from "../tickets/status.ts";

/** What a macro changes on a ticket; what is left out stays as it is. */
export type MacroActions = {
  status?: "open" | "pending" | "on_hold" | "solved";
  priority?: Priority;
  queueId?: string;
  categoryId?: string;
  /** `me` is whoever applies it. */
  assignee?: "me" | { agentId: string };
  addTags?: string[];
  removeTags?: string[];
};
