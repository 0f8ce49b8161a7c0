"use server";
import type { TicketActions } from "#components/tickets/ticket-actions.ts";
import { type MacroView, readMacros } from "#lib/reads/macros.ts";
import { readTimeline } from "#lib/reads/ticket-timeline.ts";
import type { ColleagueDraft } from "#lib/reads/ticket-view.ts";
import { readColleagueDrafts } from "#lib/reads/ticket-writing.ts";
import { applyMacro } from "#lib/services/macros/apply-macro.ts";
import { adoptDraft } from "#lib/services/tickets/adopt-draft.ts";
import { saveDraft } from "#lib/services/tickets/save-draft.ts";
import { agentContext } from "../../_server/session.ts";
import { answer } from "./attempt.ts";

type Input<Name extends keyof TicketActions> = Parameters<TicketActions[Name]>[0];

export async function saveDraftAction(input: Input<"saveDraft">): ReturnType<TicketActions["saveDraft"]> {
  let at = 0;
  return answer(
    (ctx) => {
      at = ctx.now.getTime();
      return saveDraft(ctx, input);
    },
    (saved) => (saved.kind === "saved" ? { revision: saved.revision, at } : { theirs: saved.theirs }),
    { quiet: true },
  );
}

export async function colleagueDraftsAction(ticketId: string): Promise<ColleagueDraft[]> {
  const ctx = await agentContext();
  return ctx ? readColleagueDrafts(ctx, ticketId) : [];
}

export async function adoptDraftAction(draftId: string): ReturnType<TicketActions["adoptDraft"]> {
  return answer(
    (ctx) => adoptDraft(ctx, { draftId }),
    (draft) => draft,
  );
}

export async function earlierAction({
  ticketId,
  cursor,
}: Input<"earlier">): ReturnType<TicketActions["earlier"]> {
  const ctx = await agentContext();
  return ctx && readTimeline(ctx, ticketId, cursor);
}

export async function macrosAction(): Promise<MacroView[]> {
  const ctx = await agentContext();
  return ctx ? readMacros(ctx) : [];
}

export async function applyMacroAction(input: Input<"applyMacro">): ReturnType<TicketActions["applyMacro"]> {
  return answer(
    (ctx) => applyMacro(ctx, { ...input, statusWithReply: true }),
    ({ text, status }) => ({ text, status }),
  );
}
