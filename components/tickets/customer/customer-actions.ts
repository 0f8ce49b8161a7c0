import type { ActionResult, Refused } from "../ticket-actions.ts";

/** What can be done with the customer beside the ticket. */
export interface CustomerActions {
  change(input: {
    customerId: string;
    notes?: string;
    /** The notes as the writer saw them; refused when there are others now. */
    notesSeen?: string;
    vip?: boolean;
    name?: string;
  }): Promise<ActionResult>;
  merge(input: {
    customerId: string;
    address: string;
    ticketId: string;
  }): Promise<{ ok: true; mergeId: string } | Refused>;
  undoMerge(input: { mergeId: string; ticketId: string }): Promise<ActionResult>;
}
