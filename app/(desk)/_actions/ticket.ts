"use server";
import type { ActionResult, TicketActions } from "#components/tickets/ticket-actions.ts";
import { forgetTags } from "#lib/reads/desk-choices.ts";
import { readMessageHtml } from "#lib/reads/message-html.ts";
import { discardDraft, releaseDraft } from "#lib/services/assistant/release-draft.ts";
import { blockCustomer } from "#lib/services/customers/block-customer.ts";
import { allowRemoteImages } from "#lib/services/images/remote-images.ts";
import { askReplay } from "#lib/services/replays/ask-replay.ts";
import { addNote } from "#lib/services/tickets/add-note.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { mergeTickets, undoMerge } from "#lib/services/tickets/merge-tickets.ts";
import { refuseDuplicate } from "#lib/services/tickets/refuse-duplicate.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { saveDraft } from "#lib/services/tickets/save-draft.ts";
import { splitTicket } from "#lib/services/tickets/split-ticket.ts";
import { undoReply } from "#lib/services/tickets/undo-reply.ts";
import { askTranslation } from "#lib/services/translations/ask-translation.ts";
import { agentContext } from "../../_server/session.ts";
import { answer, attempt } from "./attempt.ts";

/** Each is one verb; the verbs check permission and input themselves. */
type Input<Name extends keyof TicketActions> = Parameters<TicketActions[Name]>[0];

export async function changeTicketAction(input: Input<"change">): Promise<ActionResult> {
  return attempt(async (ctx) => {
    await changeTicket(ctx, input);
    if (input.tags) forgetTags(ctx);
  });
}

const undoSeconds = 5;

export async function replyAction({
  seenMessageId,
  draftId,
  ...reply
}: Input<"reply">): ReturnType<TicketActions["reply"]> {
  let messageId = "";
  const result = await attempt(async (ctx) => {
    const sent = await replyToTicket(ctx, {
      ...reply,
      undoSeconds,
      ...(seenMessageId && { seenMessageId }),
      ...(draftId && { draftId }),
    });
    messageId = sent.messageId;
  });
  return result.ok ? { ok: true, messageId } : result;
}

export async function undoReplyAction(messageId: string): ReturnType<TicketActions["undoReply"]> {
  return answer(
    (ctx) => undoReply(ctx, { messageId }),
    ({ ticketId, ...unsent }) => unsent,
  );
}

export async function mergeAction(input: Input<"merge">): Promise<ActionResult> {
  return attempt((ctx) => mergeTickets(ctx, input));
}

export async function undoMergeAction(ticketId: string): Promise<ActionResult> {
  return attempt((ctx) => undoMerge(ctx, { ticketId }));
}

export async function refuseDuplicateAction(input: Input<"refuseDuplicate">): Promise<ActionResult> {
  return attempt((ctx) => refuseDuplicate(ctx, input));
}

export async function splitAction(input: Input<"split">): ReturnType<TicketActions["split"]> {
  return answer(
    (ctx) => splitTicket(ctx, input),
    (made) => made,
  );
}

export async function blockAction(input: Input<"block">): Promise<ActionResult> {
  return attempt((ctx) => blockCustomer(ctx, input));
}

export async function replayAssistantAction(input: Input<"replay">): Promise<ActionResult> {
  return attempt((ctx) => askReplay(ctx, input));
}

export async function translateAction(input: Input<"translate">): Promise<ActionResult> {
  return attempt((ctx) => askTranslation(ctx, input));
}

export async function noteAction(input: Input<"note">): Promise<ActionResult> {
  return attempt(async (ctx) => {
    await addNote(ctx, input);
    await saveDraft(ctx, { ticketId: input.ticketId, kind: "note", body: "" });
  });
}

export async function releaseDraftAction(input: Input<"releaseDraft">): Promise<ActionResult> {
  return attempt((ctx) => releaseDraft(ctx, input));
}

export async function discardDraftAction(input: Input<"discardDraft">): Promise<ActionResult> {
  return attempt((ctx) => discardDraft(ctx, input));
}

export async function showImagesAction(messageId: string): Promise<string | null> {
  const ctx = await agentContext();
  return ctx && readMessageHtml(ctx, messageId, await allowRemoteImages(ctx, messageId));
}
