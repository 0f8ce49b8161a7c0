"use server";
import type { ListActions } from "#components/inbox/list-actions.ts";
import type { ActionResult } from "#components/tickets/ticket-actions.ts";
import { startBulkChange } from "#lib/services/bulk/start-bulk-change.ts";
import { undoBulkChange } from "#lib/services/bulk/undo-bulk-change.ts";
import { changeView, deleteView, saveView } from "#lib/services/lists/save-view.ts";
import { snoozeTicket, unsnoozeTicket } from "#lib/services/tickets/snooze-ticket.ts";
import { attempt } from "./attempt.ts";

type Input<Name extends keyof ListActions> = Parameters<ListActions[Name]>[0];

export async function startBulkAction(input: Input<"startBulk">): Promise<ActionResult> {
  return attempt((ctx) => startBulkChange(ctx, input));
}

export async function undoBulkAction(bulkChangeId: string): Promise<ActionResult> {
  return attempt((ctx) => undoBulkChange(ctx, { bulkChangeId }));
}

export async function snoozeAction(input: Input<"snooze">): Promise<ActionResult> {
  return attempt((ctx) => snoozeTicket(ctx, input));
}

export async function unsnoozeAction(ticketId: string): Promise<ActionResult> {
  return attempt((ctx) => unsnoozeTicket(ctx, { ticketId }));
}

export async function saveViewAction({
  id,
  ...view
}: Input<"saveView">): ReturnType<ListActions["saveView"]> {
  let saved = "";
  const result = await attempt(async (ctx) => {
    saved = (await (id ? changeView(ctx, { viewId: id, ...view }) : saveView(ctx, view))).id;
  });
  return result.ok ? { ok: true, id: saved } : result;
}

export async function deleteViewAction(id: string): Promise<ActionResult> {
  return attempt((ctx) => deleteView(ctx, { viewId: id }));
}
