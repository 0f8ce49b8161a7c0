import type { ActionResult } from "../ticket-actions.ts";

/** What can be done in the column of side conversations. */
export interface SideConversationActions {
  start(input: {
    ticketId: string;
    people: { address: string }[];
    subject: string;
    body: string;
    files: string[];
  }): Promise<ActionResult>;
  write(input: {
    ticketId: string;
    conversationId: string;
    people: { name: string; address: string }[];
    body: string;
    files: string[];
  }): Promise<ActionResult>;
  finish(input: { ticketId: string; conversationId: string; done: boolean }): Promise<ActionResult>;
}
