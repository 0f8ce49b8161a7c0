"use server";
import type { SideConversationActions } from "#components/tickets/side/side-conversation-actions.ts";
import type { ActionResult } from "#components/tickets/ticket-actions.ts";
import {
  finishSideConversation,
  startSideConversation,
  writeSideMessage,
} from "#lib/services/side/write-side-message.ts";
import { attempt } from "./attempt.ts";

type Input<Name extends keyof SideConversationActions> = Parameters<SideConversationActions[Name]>[0];

export async function startSideAction(input: Input<"start">): Promise<ActionResult> {
  return attempt((ctx) => startSideConversation(ctx, input));
}

export async function writeSideAction(input: Input<"write">): Promise<ActionResult> {
  return attempt((ctx) => writeSideMessage(ctx, input));
}

export async function finishSideAction(input: Input<"finish">): Promise<ActionResult> {
  return attempt((ctx) => finishSideConversation(ctx, input));
}
