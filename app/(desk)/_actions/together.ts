"use server";
import type { ActionResult, TicketActions } from "#components/tickets/ticket-actions.ts";
import { followTicket } from "#lib/services/tickets/follow-ticket.ts";
import { handToColleague } from "#lib/services/tickets/hand-to-colleague.ts";
import { attempt } from "./attempt.ts";

type Input<Name extends keyof TicketActions> = Parameters<TicketActions[Name]>[0];

export async function followAction(input: Input<"follow">): Promise<ActionResult> {
  return attempt((ctx) => followTicket(ctx, input));
}

export async function handAction(input: Input<"hand">): Promise<ActionResult> {
  return attempt((ctx) => handToColleague(ctx, input));
}
