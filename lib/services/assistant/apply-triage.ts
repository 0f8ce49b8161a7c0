import { eq } from "drizzle-orm";
import { categories, messages } from "#db/schema/index.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import { applyPolicy } from "../clocks/apply-policy.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import { asAssistant, type Context } from "../context.ts";
import { placeInQueue } from "../routing/route-ticket.ts";
import { setPriority } from "../tickets/set-priority.ts";
import { type Ticket, ticketForUpdate, updateTicket } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";
import { personActedSince } from "./person-acted.ts";
import { appliedRun, type RunFacts, recordRun } from "./record-run.ts";

export type TriageResult = {
  ticketId: string;
  messageId: string;
  /** The ticket's version when the assistant read it. */
  basedOnVersion: number;
  evidence: TriageEvidence;
  run: RunFacts;
};

export type TriageOutcome = "applied" | "already_applied" | "person_acted";

/**
 * Sorts a ticket by what the assistant noticed: category, priority, queue, clocks; then asks for an answer.
 * A person's action since the message wins: the run is kept, nothing is changed by it.
 */
export async function applyTriage(ctx: Context, result: TriageResult): Promise<TriageOutcome> {
  ctx.must("assistant.apply");
  const { messageId, evidence, basedOnVersion } = result;

  return transact(asAssistant(ctx), async (transaction) => {
    const { tx, emit, enqueue } = transaction;
    let ticket = await ticketForUpdate(tx, result.ticketId);
    if (await appliedRun(transaction, messageId, "triage")) return "already_applied";

    const [message] = await tx.select().from(messages).where(eq(messages.id, messageId));
    const acted = !message || (await personActedSince(transaction, ticket.id, message.createdAt));
    const runId = await recordRun(transaction, {
      ...result.run,
      ticketId: ticket.id,
      messageId,
      step: "triage",
      applied: !acted,
      outcome: acted ? "person_acted" : result.run.outcome,
      basedOnVersion,
      output: { category: evidence.category.id, confidence: evidence.category.confidence },
      evidence,
    });
    if (acted) {
      await emit({ type: "assistant.discarded", ticketId: ticket.id, runId, reason: "person_acted" });
      // Somebody has it: nothing is owed any more.
      if (ticket.assistantState === "waiting") {
        await updateTicket(transaction, ticket, { assistantState: "off" });
      }
      return "person_acted";
    }

    ticket = await sort(transaction, ticket, evidence);
    await nameLanguage(transaction, message, evidence);
    await emit({ type: "assistant.triaged", ticketId: ticket.id, runId, applied: true });
    const place = await placeInQueue(transaction, ticket, evidence);
    ticket = await setPriority(transaction, place.ticket, place.priority, "rules");
    await applyPolicy(transaction, ticket);
    await refreshClocks(transaction, ticket.id);
    if (!message.autoKind) await enqueue("ticket.draft_reply", { ticketId: ticket.id, messageId });
    return "applied";
  });
}

async function sort(transaction: Transaction, ticket: Ticket, evidence: TriageEvidence): Promise<Ticket> {
  const { category, language, anger, urgency, complexity, sentiment } = evidence;
  const categoryId = category.accepted ? await existing(transaction, category.id) : null;
  const changed = await updateTicket(transaction, ticket, {
    language: language.code === "und" ? ticket.language : language.code,
    sentiment,
    anger: anger.score,
    urgency: urgency.level,
    complexity: complexity.level,
    assistantState: ticket.assistantState === "waiting" ? "sorted" : ticket.assistantState,
    ...(categoryId && !ticket.categoryId && { categoryId }),
  });
  if (changed.categoryId !== ticket.categoryId) {
    await transaction.emit({
      type: "ticket.category_changed",
      ticketId: ticket.id,
      from: ticket.categoryId,
      to: changed.categoryId,
      corrected: false,
    });
  }
  return changed;
}

/** What the message is written in, where its sender's mailer did not say. */
async function nameLanguage(
  { tx }: Transaction,
  message: typeof messages.$inferSelect,
  { language }: TriageEvidence,
): Promise<void> {
  if (message.language !== null || language.code === "und") return;
  await tx.update(messages).set({ language: language.code }).where(eq(messages.id, message.id));
}

/** The assistant may have sorted by a category that was removed meanwhile. */
async function existing({ tx }: Transaction, categoryId: string | null): Promise<string | null> {
  if (!categoryId) return null;
  const [row] = await tx.select({ id: categories.id }).from(categories).where(eq(categories.id, categoryId));
  return row?.id ?? null;
}
