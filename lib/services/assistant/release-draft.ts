import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { assistantRuns, drafts, messages } from "#db/schema/index.ts";
import type { AnswerCheck } from "#lib/domain/answers/draft.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import { conflict } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { ticketForUpdate, updateTicket } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";
import { sendAnswer } from "./send-answer.ts";

const DraftRef = z.strictObject({ ticketId: id(), draftId: id() });

/** A person lets a held answer of the assistant go out, unchanged, as the assistant's. */
export async function releaseDraft(
  ctx: Context,
  input: z.input<typeof DraftRef>,
): Promise<{ messageId: string }> {
  ctx.must("ticket.reply");
  const { ticketId, draftId } = parseInput(DraftRef, input);

  return transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const ticket = await ticketForUpdate(tx, ticketId);
    const draft = await take(transaction, ticketId, draftId, "sent");
    await refuseUnsupported(transaction, draft.runId);
    const [message] = await tx
      .select()
      .from(messages)
      .where(and(eq(messages.ticketId, ticketId), eq(messages.authorKind, "customer")))
      .orderBy(desc(messages.createdAt), desc(messages.id))
      .limit(1);
    if (!message?.fromAddress) throw conflict("There is nobody to send this to.");
    await emit({ type: "draft.released", ticketId, draftId, edited: false });
    const messageId = await sendAnswer(
      transaction,
      ticket,
      { ...draft, text: draft.body, sentences: draft.sentences ?? [] },
      { message, runId: draft.runId ?? draft.id, close: true, draftId },
    );
    await refreshClocks(transaction, ticketId);
    return { messageId };
  });
}

/** What no source says does not leave by one click: a person writes that themselves. */
async function refuseUnsupported({ tx }: Transaction, runId: string | null): Promise<void> {
  if (!runId) return;
  const decision = tx
    .select({ messageId: assistantRuns.messageId })
    .from(assistantRuns)
    .where(eq(assistantRuns.id, runId));
  const runs = await tx
    .select({ step: assistantRuns.step, model: assistantRuns.model, output: assistantRuns.output })
    .from(assistantRuns)
    .where(
      and(
        inArray(assistantRuns.messageId, decision),
        inArray(assistantRuns.step, ["draft", "check"]),
        eq(assistantRuns.applied, true),
      ),
    );
  // An extractive draft is its sources' own sentences.
  if (runs.find(({ step }) => step === "draft")?.model === "builtin") return;
  const check = runs.find(({ step }) => step === "check");
  const unsupported = (check?.output as Partial<AnswerCheck> | undefined)?.unsupported ?? [];
  if (unsupported.length > 0) throw conflict("The draft says things that none of its sources says.");
}

/** A person throws the assistant's draft away; that counts against its category. */
export async function discardDraft(ctx: Context, input: z.input<typeof DraftRef>): Promise<void> {
  ctx.must("ticket.reply");
  const { ticketId, draftId } = parseInput(DraftRef, input);

  await transact(ctx, async (transaction) => {
    const ticket = await ticketForUpdate(transaction.tx, ticketId);
    await take(transaction, ticketId, draftId, "discarded");
    await transaction.emit({ type: "draft.discarded", ticketId, draftId });
    await updateTicket(transaction, ticket, { assistantState: "handed_off" });
  });
}

async function take(
  { tx, ctx }: Transaction,
  ticketId: string,
  draftId: string,
  state: "sent" | "discarded",
) {
  const [draft] = await tx
    .update(drafts)
    .set({ state, updatedAt: ctx.now })
    .where(
      and(
        eq(drafts.id, draftId),
        eq(drafts.ticketId, ticketId),
        eq(drafts.authorKind, "assistant"),
        inArray(drafts.state, ["open", "held"]),
      ),
    )
    .returning();
  if (!draft) throw conflict("Somebody has already dealt with this draft.");
  return draft;
}
