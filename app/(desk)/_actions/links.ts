"use server";
import type { LinkActions } from "#components/tickets/links/link-actions.ts";
import type { ActionResult } from "#components/tickets/ticket-actions.ts";
import { answerIncidents, retryIncidentAnswer } from "#lib/services/links/answer-incidents.ts";
import { createFollowUp } from "#lib/services/links/create-follow-up.ts";
import { linkTickets, unlinkTickets } from "#lib/services/links/link-tickets.ts";
import { attempt } from "./attempt.ts";

type Input<Name extends keyof LinkActions> = Parameters<LinkActions[Name]>[0];

export async function linkAction(input: Input<"link">): Promise<ActionResult> {
  return attempt((ctx) => linkTickets(ctx, input));
}

export async function unlinkAction(input: Input<"unlink">): Promise<ActionResult> {
  return attempt((ctx) => unlinkTickets(ctx, input));
}

export async function followUpAction(input: Input<"followUp">): ReturnType<LinkActions["followUp"]> {
  let number = 0;
  const result = await attempt(async (ctx) => {
    number = (await createFollowUp(ctx, input)).number;
  });
  return result.ok ? { ok: true, number } : result;
}

export async function answerIncidentsAction(input: Input<"answerIncidents">): Promise<ActionResult> {
  return attempt((ctx) => answerIncidents(ctx, input));
}

export async function retryIncidentsAction(input: Input<"retryIncidents">): Promise<ActionResult> {
  return attempt((ctx) => retryIncidentAnswer(ctx, input));
}
