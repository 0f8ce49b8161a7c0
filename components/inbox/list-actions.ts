import type { BulkChange } from "#lib/domain/lists/bulk-change.ts";
import type { ListColumn, ListFilter } from "#lib/domain/lists/list-filter.ts";
import type { ActionResult, Refused } from "../tickets/ticket-actions.ts";

/** What becomes of a press whose answer never came: it fails where it was made, not as the whole page. */
export const unreached = (): Refused => ({ ok: false, kind: "unavailable" });

/** Either the picked ones, or every ticket of the list. */
export type Meant = { ids: string[] } | { filter: ListFilter };
export type ViewDraft = { name: string; filter: ListFilter; columns: ListColumn[]; shared: boolean };

/** What can be done with a list. The page hands in the server's side of it. */
export interface ListActions {
  startBulk(input: { tickets: Meant; change: BulkChange }): Promise<ActionResult>;
  undoBulk(bulkChangeId: string): Promise<ActionResult>;
  /** ISO; null until the customer writes. */
  snooze(input: { ticketId: string; until: string | null }): Promise<ActionResult>;
  unsnooze(ticketId: string): Promise<ActionResult>;
  /** With an id it replaces that view. */
  saveView(view: ViewDraft & { id?: string }): Promise<{ ok: true; id: string } | Refused>;
  deleteView(id: string): Promise<ActionResult>;
}
