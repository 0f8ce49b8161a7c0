import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { customers, drafts, mailboxes, messages, outboundEmails, outbox, tickets } from "#db/schema/index.ts";
import type { Assistant } from "#lib/ai/assistant.ts";
import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { safeHtmlOf } from "#lib/channels/email/safe-html-of.ts";
import type { Actor } from "#lib/domain/people/actor.ts";
import { readOwnRating } from "#lib/reads/rating.ts";
import { readEvidence, readThread } from "#lib/reads/thread.ts";
import { applyTriage } from "#lib/services/assistant/apply-triage.ts";
import { fileDraft } from "#lib/services/assistant/file-draft.ts";
import { releaseDraft } from "#lib/services/assistant/release-draft.ts";
import { refreshClocks } from "#lib/services/clocks/refresh-clocks.ts";
import { type Context, within } from "#lib/services/context.ts";
import { confirmAnswer } from "#lib/services/customers/confirm-answer.ts";
import { readOwnOrders } from "#lib/services/customers/read-own-orders.ts";
import { fileInboundEmail } from "#lib/services/intake/file-inbound-email.ts";
import { claimInboundEmail } from "#lib/services/intake/finish-inbound-email.ts";
import { receiveForm } from "#lib/services/intake/receive-form.ts";
import { recordForm } from "#lib/services/intake/record-form.ts";
import { readRaw, recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";
import { claimOutboundEmail, markEmailSent } from "#lib/services/mail/outbound-states.ts";
import { rateTicket } from "#lib/services/ratings/rate-ticket.ts";
import { closeSolvedTickets } from "#lib/services/sweeps/close-solved-tickets.ts";
import { addNote } from "#lib/services/tickets/add-note.ts";
import { assignTicket } from "#lib/services/tickets/assign-ticket.ts";
import { askForPerson, replyAsCustomer } from "#lib/services/tickets/reply-as-customer.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { solveTicket } from "#lib/services/tickets/solve-ticket.ts";
import { transact } from "#lib/services/transact.ts";
import { type Person, people, type Step, type Story } from "./story.ts";
import { writeMail } from "./write-mail.ts";

export type Stage = {
  assistant: Assistant /** By the first part of the address: "daniel". */;
  agents: Record<string, Actor>;
};

/**
 * Plays one story as it would have gone, at its own times: the mail through the intake, the assistant's steps,
 * then what people did, by the same verbs that everybody uses. All in one transaction, so that a filling which
 * is killed leaves no half story, and the workers never hear of jobs that are already done. Mails that the
 * story sent are marked as sent: nothing of a made-up past leaves the house.
 */
export async function playStory(ctx: Context, story: Story, stage: Stage): Promise<void> {
  const start = startOf(story, ctx.now);
  await transact(ctx, async (transaction) => {
    const { ctx: inner, tx, audit } = transaction;
    const at = (minutes: number) => within(inner, { now: new Date(start.getTime() + minutes * 60_000) });
    const ticketId = await comeIn(at(0), story);
    await assist(at, 0, ticketId, stage.assistant);
    for (const step of story.later ?? []) {
      if (at(step.after).now > ctx.now) break;
      await take(at, step, { ticketId, story, stage });
    }
    if (start.getTime() < ctx.now.getTime() - dayMs) await finishDraft(at, ticketId, story, stage);
    await rate(at, ticketId, story);
    await deliverMails(inner, ticketId);
    await closeInTime(inner, ticketId);
    await refreshClocks(transaction, ticketId);
    await tx.delete(outbox).where(sql`xmin = pg_current_xact_id()::xid`);
    await audit("demo.story_played", `story:${story.key}`, { ticketId });
  });
}

type At = (minutes: number) => Context;
type Play = { ticketId: string; story: Story; stage: Stage };

async function comeIn(ctx: Context, story: Story): Promise<string> {
  const person = people[story.who]!;
  const { id } =
    story.door === "form"
      ? await recordForm(
          ctx,
          {
            name: person.name,
            email: person.address,
            subject: story.subject,
            body: story.body,
            locale: /\p{Script=Hangul}/u.test(story.body) ? "ko" : "en",
            formId: `story-${story.key}`,
          },
          { acceptedAt: ctx.now },
        )
      : await mailIn(ctx, person, story.subject, story.body, `${story.key}@mail.example.com`);
  const ticketId = await deliver(ctx, id);
  if (person.vip) {
    const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
    await ctx.db.update(customers).set({ vip: true }).where(eq(customers.id, ticket!.customerId));
  }
  return ticketId;
}

async function mailIn(
  ctx: Context,
  from: Person,
  subject: string,
  body: string,
  messageId: string,
  inReplyTo?: string,
) {
  const [mailbox] = await ctx.db.select().from(mailboxes).orderBy(asc(mailboxes.createdAt)).limit(1);
  const to = mailbox!.address;
  return recordInboundEmail(ctx, {
    door: "smtp",
    raw: writeMail({ from, to, subject, body, messageId, inReplyTo, date: ctx.now }),
    envelopeFrom: from.address,
    envelopeTo: [to],
    acceptedAt: ctx.now,
  });
}

/** What the worker does with a row of the ledger. */
async function deliver(ctx: Context, inboundEmailId: string): Promise<string> {
  const row = await claimInboundEmail(ctx, inboundEmailId);
  const raw = await readRaw(ctx, inboundEmailId);
  if (!row || !raw) throw new Error("the story's message is not in the ledger");
  if (row.door === "form") return (await receiveForm(ctx, { row, raw }))!.ticketId;
  const email = await parseEmail(raw);
  await fileInboundEmail(ctx, { row, email, safeHtml: safeHtmlOf(email) });
  const [message] = await ctx.db
    .select({ ticketId: messages.ticketId })
    .from(messages)
    .where(eq(messages.messageId, email.messageId!));
  if (!message) throw new Error("the story's mail made no message");
  return message.ticketId;
}

/** What the workers do with a new message: a few seconds later it is sorted, and answered or handed over. */
async function assist(at: At, minutes: number, ticketId: string, assistant: Assistant): Promise<void> {
  const sorting = at(minutes + 0.05);
  const message = await newestOfCustomer(sorting, ticketId);
  const thread = await readThread(sorting, ticketId);
  if (!thread) return;
  const { output: evidence, ...run } = await assistant.triage(thread);
  const triage = { ticketId, messageId: message.id, basedOnVersion: thread.version, evidence, run };
  if ((await applyTriage(sorting, triage)) !== "applied") return;

  const writing = at(minutes + 0.1);
  const sorted = await readThread(writing, ticketId);
  const found = await readEvidence(writing, message.id);
  if (!sorted || !found) return;
  const own = await readOwnOrders(writing, { ticketId, messageId: message.id });
  const drafted = await assistant.draftReply(sorted, found, own);
  const checked = await assistant.checkAnswer(drafted.output, sorted);
  const summary = await assistant.summarise(sorted, found);
  await fileDraft(writing, {
    ticketId,
    messageId: message.id,
    basedOnVersion: sorted.version,
    evidence: found,
    draft: { output: drafted.output, run: drafted },
    check: { output: checked.output, run: checked },
    summary: summary.output,
    handOff: summary.summary,
  });
}

async function take(at: At, step: Step, { ticketId, story, stage }: Play): Promise<void> {
  const now = at(step.after);
  if ("agent" in step) {
    const actor = stage.agents[step.agent];
    if (!actor) throw new Error(`nobody is called ${step.agent}`);
    const ctx = within(now, { actor });
    if ("take" in step) await assignTicket(ctx, { ticketId, agentId: actorIdOf(actor) });
    else if ("note" in step) await addNote(ctx, { ticketId, body: step.note });
    else if ("reply" in step)
      await replyToTicket(ctx, { ticketId, body: step.reply, status: step.status ?? "pending" });
    else if ("solve" in step) await solveUnlessSolved(ctx, ticketId);
    else await releaseIfHeld(ctx, ticketId);
    return;
  }
  const customer = within(now, { actor: await customerOf(now, ticketId) });
  if ("asksForPerson" in step) return askForPerson(customer, { ticketId });
  if ("confirms" in step) return confirmIfAnswered(customer, ticketId);
  if (story.door === "form") {
    await replyAsCustomer(customer, {
      ticketId,
      body: step.customer,
      formId: `story-${story.key}-${step.after}`,
    });
  } else {
    const first = `${story.key}@mail.example.com`;
    const id = `${story.key}-${step.after}@mail.example.com`;
    const subject = `Re: ${story.subject}`;
    await deliver(now, (await mailIn(now, people[story.who]!, subject, step.customer, id, first)).id);
  }
  await assist(at, step.after, ticketId, stage.assistant);
}

const actorIdOf = (actor: Actor): string => ("id" in actor ? actor.id : "");

async function solveUnlessSolved(ctx: Context, ticketId: string): Promise<void> {
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
  if (ticket?.status !== "solved") await solveTicket(ctx, { ticketId });
}

async function releaseIfHeld(ctx: Context, ticketId: string): Promise<void> {
  const [draft] = await ctx.db
    .select({ id: drafts.id })
    .from(drafts)
    .where(
      and(
        eq(drafts.ticketId, ticketId),
        eq(drafts.authorKind, "assistant"),
        inArray(drafts.state, ["open", "held"]),
      ),
    );
  if (draft) await releaseDraft(ctx, { ticketId, draftId: draft.id });
}

async function confirmIfAnswered(ctx: Context, ticketId: string): Promise<void> {
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
  if (ticket?.assistantState === "answered") await confirmAnswer(ctx, { ticketId });
}

/** What waited for a day with a draft on it: somebody who speaks the language sent that. */
async function finishDraft(at: At, ticketId: string, story: Story, stage: Stage): Promise<void> {
  const agent = [...story.body].length % 2;
  const name = /\p{Script=Hangul}/u.test(story.body) ? ["doyun", "sora"][agent] : ["emma", "daniel"][agent];
  const actor = stage.agents[name!];
  const ctx = at(35 + ([...story.body].length % 150));
  const [draft] = await ctx.db
    .select({ id: drafts.id, body: drafts.body, status: tickets.status })
    .from(drafts)
    .innerJoin(tickets, eq(tickets.id, drafts.ticketId))
    .where(
      and(
        eq(drafts.ticketId, ticketId),
        eq(drafts.authorKind, "assistant"),
        eq(drafts.state, "open"),
        inArray(tickets.status, ["new", "open"]),
        isNull(tickets.firstPersonReplyAt),
      ),
    );
  if (!draft || !actor) return;
  const reply = { ticketId, body: draft.body, draftId: draft.id, status: "solved" } as const;
  await replyToTicket(within(ctx, { actor }), reply);
}

async function rate(at: At, ticketId: string, { rating }: Story): Promise<void> {
  if (!rating) return;
  const ctx = at(rating.after);
  const customer = within(ctx, { actor: await customerOf(ctx, ticketId) });
  if (!(await readOwnRating(customer))?.open) return;
  await rateTicket(customer, { ticketId, score: rating.score, comment: rating.words });
}

async function customerOf(ctx: Context, ticketId: string): Promise<Actor> {
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
  return { kind: "customer", id: ticket!.customerId, ticketId };
}

async function newestOfCustomer(ctx: Context, ticketId: string) {
  const [message] = await ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.authorKind, "customer")))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1);
  return message!;
}

/** Every mail that the story sent has arrived, a moment after it was written. */
async function deliverMails(ctx: Context, ticketId: string): Promise<void> {
  const waiting = await ctx.db
    .select({ id: outboundEmails.id, sendAt: outboundEmails.sendAt })
    .from(outboundEmails)
    .where(and(eq(outboundEmails.ticketId, ticketId), eq(outboundEmails.state, "queued")))
    .orderBy(asc(outboundEmails.sendAt));
  for (const { id, sendAt } of waiting) {
    const then = within(ctx, { now: new Date(sendAt.getTime() + 1500) });
    await claimOutboundEmail(then, id);
    await markEmailSent(then, { outboundEmailId: id, response: "demonstration: not sent" });
  }
}

/** Solved tickets close by themselves in the past, too. */
async function closeInTime(ctx: Context, ticketId: string): Promise<void> {
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
  if (ticket?.closesAt && ticket.closesAt < ctx.now) {
    await closeSolvedTickets(within(ctx, { now: ticket.closesAt }));
  }
}

const dayMs = 86_400_000;
const seoulHoursAhead = 9;

function startOf({ at }: Story, now: Date): Date {
  if ("minutesAgo" in at) return new Date(now.getTime() - at.minutesAgo * 60_000);
  const seoul = new Date(now.getTime() + seoulHoursAhead * 3_600_000);
  const midnight = Date.UTC(seoul.getUTCFullYear(), seoul.getUTCMonth(), seoul.getUTCDate());
  return new Date(midnight - at.daysAgo * dayMs + (at.hour - seoulHoursAhead) * 3_600_000);
}
