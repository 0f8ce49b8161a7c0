import { and, eq, gt, inArray, isNull, ne, notExists, or } from "drizzle-orm";
import { assistantRuns, drafts, messages } from "#db/schema/index.ts";
import type { AnswerCheck, DraftReply } from "#lib/domain/answers/draft.ts";
import { decideAnswer, type GateDecision, type HandOffReason } from "#lib/domain/answers/gate.ts";
import type { HandOffSummary } from "#lib/domain/answers/hand-off.ts";
import { isOpen } from "#lib/domain/tickets/status.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import { asAssistant, type Context } from "../context.ts";
import { automaticMailTo } from "../mail/automatic-mail.ts";
import { routeToPerson } from "../routing/route-ticket.ts";
import { type Ticket, ticketForUpdate, updateTicket } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";
import { acknowledge } from "./acknowledge.ts";
import { categoryPolicyOf, gatePolicy, gateTicketOf } from "./gate-facts.ts";
import { appliedRun, type RunFacts, recordRun } from "./record-run.ts";
import { sendAnswer } from "./send-answer.ts";

export type FiledDraft = {
  ticketId: string;
  messageId: string;
  basedOnVersion: number;
  /** Null when triage gave nothing: then a person answers. */
  evidence: TriageEvidence | null;
  draft: { output: DraftReply; run: RunFacts } | null;
  check: { output: AnswerCheck; run: RunFacts } | null;
  /** What the customer wants, what was tried, what is missing: for the person who takes over. */
  summary: string;
  /** The same in parts, for the screen to word. */
  handOff?: HandOffSummary | null;
};

type Message = typeof messages.$inferSelect;

/**
 * Decides what becomes of an answer and does it: send and close, hold, keep as a draft for a person, or
 * hand over; with every gate kept. Runs once a message: the second run finds the decision and leaves.
 */
export async function fileDraft(ctx: Context, filed: FiledDraft): Promise<GateDecision | null> {
  ctx.must("assistant.apply");

  return transact(asAssistant(ctx), async (transaction) => {
    const ticket = await ticketForUpdate(transaction.tx, filed.ticketId);
    if (await appliedRun(transaction, filed.messageId, "decide")) return null;
    const [message] = await transaction.tx.select().from(messages).where(eq(messages.id, filed.messageId));
    if (!message) return null;

    const decision = await decide(transaction, ticket, message, filed);
    const runId = await recordRuns(transaction, ticket, filed, decision);
    const person = decision.reason === "person_here";
    const superseded = decision.gates.some((gate) => gate.key === "newest_message" && !gate.passed);
    if (superseded && (await newerIsUndecided(transaction, message))) return decision;
    if (decision.kind === "send")
      await sendAnswer(transaction, ticket, filed.draft!.output, { message, runId, close: decision.close });
    else await leaveToPeople(transaction, ticket, message, filed, decision, { runId, route: !person });
    await refreshClocks(transaction, ticket.id);
    return decision;
  });
}

/**
 * A newer message that will have its own decision. One that nobody looks at (an auto-reply, a stranger's) or that
 * was decided first, because mails overtake each other, would leave the ticket in nobody's hands.
 */
async function newerIsUndecided({ tx }: Transaction, message: Message): Promise<boolean> {
  const decided = tx
    .select({ id: assistantRuns.id })
    .from(assistantRuns)
    .where(
      and(
        eq(assistantRuns.messageId, messages.id),
        eq(assistantRuns.step, "decide"),
        eq(assistantRuns.applied, true),
      ),
    );
  const [newer] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, message.ticketId),
        eq(messages.authorKind, "customer"),
        isNull(messages.autoKind),
        isNull(messages.unverified),
        ne(messages.id, message.id),
        or(
          gt(messages.createdAt, message.createdAt),
          and(eq(messages.createdAt, message.createdAt), gt(messages.id, message.id)),
        ),
        notExists(decided),
      ),
    )
    .limit(1);
  return newer !== undefined;
}

async function decide(
  transaction: Transaction,
  ticket: Ticket,
  message: Message,
  filed: FiledDraft,
): Promise<GateDecision> {
  const mayMail =
    !message.noAckReason &&
    !message.unverified &&
    message.fromAddress !== null &&
    (await automaticMailTo(transaction, { ticket, address: message.fromAddress, kind: "answer" })).allowed;
  return decideAnswer({
    evidence: filed.evidence,
    draft: filed.draft?.output ?? null,
    check: filed.check?.output ?? null,
    category: await categoryPolicyOf(transaction, ticket.categoryId),
    ticket: await gateTicketOf(transaction, ticket, message, filed.draft?.output ?? null),
    policy: mayMail ? gatePolicy : { ...gatePolicy, channels: [] },
    now: transaction.ctx.now,
  });
}

async function recordRuns(
  transaction: Transaction,
  ticket: Ticket,
  { messageId, basedOnVersion, draft, check, summary, handOff }: FiledDraft,
  decision: GateDecision,
): Promise<string> {
  const common = { ticketId: ticket.id, messageId, basedOnVersion, applied: true };
  if (draft) {
    const { output, run } = draft;
    await recordRun(transaction, {
      ...common,
      ...run,
      step: "draft",
      output: { ...output },
      sources: output.sources,
    });
  }
  if (check)
    await recordRun(transaction, { ...common, ...check.run, step: "check", output: { ...check.output } });
  return recordRun(transaction, {
    ...common,
    step: "decide",
    model: "rules",
    promptVersion: "1",
    inputHash: draft?.run.inputHash ?? "",
    attempt: 1,
    outcome: decision.kind,
    costUsd: 0,
    latencyMs: 0,
    output: { kind: decision.kind, reason: decision.reason, close: decision.close, summary, handOff },
    gates: decision.gates,
  });
}

/** Draft, hold or hand-off: what was written stays for the person, and somebody fitting is found. */
async function leaveToPeople(
  transaction: Transaction,
  ticket: Ticket,
  message: Message,
  filed: FiledDraft,
  decision: GateDecision,
  { runId, route }: { runId: string; route: boolean },
): Promise<void> {
  const { emit } = transaction;
  const held = decision.kind === "hold";
  const draft = filed.draft?.output;
  const useful =
    draft?.answerable === true &&
    decision.reason !== "injection_suspected" &&
    mayBeShown(decision) &&
    isOpen(ticket.status) &&
    !(await personReplied(transaction, message));
  if (useful) {
    const draftId = await keepDraft(transaction, ticket, draft, {
      runId,
      held,
      basedOnVersion: filed.basedOnVersion,
    });
    await emit({
      type: "assistant.drafted",
      ticketId: ticket.id,
      runId,
      draftId,
      held,
      reason: decision.reason,
    });
  }
  const handedOff = decision.kind === "hand_off";
  if (handedOff) {
    const reason = decision.reason as HandOffReason;
    await emit({ type: "assistant.handed_off", ticketId: ticket.id, runId, reason, summary: filed.summary });
  }
  const changed = await updateTicket(transaction, ticket, {
    assistantState: held ? "held" : handedOff || !useful ? "handed_off" : "draft_ready",
    handOffReason: decision.reason,
  });
  if (route) {
    await routeToPerson(transaction, changed, filed.evidence);
    await acknowledge(transaction, ticket, message);
  }
}

/** A person was quicker, as while a slow model writes: a draft beside their answer would only be in the way. */
async function personReplied({ tx }: Transaction, message: Message): Promise<boolean> {
  const [reply] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, message.ticketId),
        eq(messages.authorKind, "agent"),
        eq(messages.kind, "reply"),
        gt(messages.createdAt, message.createdAt),
      ),
    )
    .limit(1);
  return reply !== undefined;
}

/** What cites somebody else's order is not even shown as a draft, nor is any where the assistant only sorts. */
const mayBeShown = ({ gates }: GateDecision): boolean =>
  !gates.some(({ key, passed }) => (key === "own_sources" || key === "mode") && !passed);

async function keepDraft(
  { tx, ctx }: Transaction,
  ticket: Ticket,
  draft: DraftReply,
  options: { runId: string; held: boolean; basedOnVersion: number },
): Promise<string> {
  await tx
    .update(drafts)
    .set({ state: "superseded", updatedAt: ctx.now })
    .where(
      and(
        eq(drafts.ticketId, ticket.id),
        eq(drafts.authorKind, "assistant"),
        inArray(drafts.state, ["open", "held"]),
      ),
    );
  const [row] = await tx
    .insert(drafts)
    .values({
      ticketId: ticket.id,
      authorKind: "assistant",
      state: options.held ? "held" : "open",
      language: draft.language,
      body: draft.text,
      sentences: draft.sentences,
      sources: draft.sources,
      runId: options.runId,
      basedOnVersion: options.basedOnVersion,
      updatedAt: ctx.now,
    })
    .returning({ id: drafts.id });
  return row!.id;
}
