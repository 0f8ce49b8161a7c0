import { sql } from "drizzle-orm";
import { newId } from "#db/ids.ts";
import { auditEntries, outbox, ticketEvents } from "#db/schema/index.ts";
import { type Actor, actorId } from "#lib/domain/people/actor.ts";
import { cleanDeep } from "#lib/domain/text/clean.ts";
import type { TicketEvent } from "#lib/domain/tickets/events.ts";
import { type JobName, type JobPayload, parseJob } from "#lib/jobs/catalog.ts";
import { refreshAnsweredQuestions } from "./assistant/refresh-answered-questions.ts";
import { type Context, within } from "./context.ts";
import { tellOfEvent } from "./notices/tell-of-event.ts";
import { refreshSearch } from "./search/refresh-search.ts";

/** What a verb does inside its transaction. All of it happens, or nothing. */
export type Transaction = {
  /** The context whose `db` is the transaction: pass it on to helpers and inner verbs. */
  ctx: Context;
  tx: Context["db"];
  /**
   * Appends to the ticket's timeline, to the audit, and rings the bell of the open screens. `as` names whose deed it is when
   * the one who files it is another: a worker files what a customer wrote.
   */
  emit(event: TicketEvent, as?: Actor): Promise<void>;
  /** A job for the workers; it leaves when this transaction commits. */
  enqueue<Name extends JobName>(job: Name, payload: JobPayload<Name>, runAt?: Date): Promise<void>;
  /** Something that happened outside any ticket: a setting, a person, a token. */
  audit(action: string, target: string, data?: Record<string, unknown>): Promise<void>;
};

/** Transactions that are open, each with the tickets that are found by other words after it, or teach something else. */
const open = new WeakMap<Context["db"], Record<"words" | "lessons", Set<string>>>();

/** Events after which a ticket is found by other words. */
const changesWords: ReadonlySet<TicketEvent["type"]> = new Set([
  "ticket.created",
  "message.received",
  "message.replied",
  "message.noted",
  "message.unsent",
  "ticket.tagged",
  "ticket.subject_changed",
  "ticket.merged",
  "ticket.merged_in",
  "ticket.unmerged",
  "ticket.merge_undone",
  "ticket.split",
  "ticket.split_from",
]);

/** Events after which a ticket teaches another answer, or none. */
const changesLessons: ReadonlySet<TicketEvent["type"]> = new Set([
  "ticket.status_changed",
  "ticket.marked_spam",
  "ticket.trashed",
  "ticket.merged",
  "ticket.merge_undone",
  "ticket.unmerged",
]);

/** Runs `work` in one transaction; a verb called by a verb joins the transaction that is already open. */
export async function transact<Result>(
  ctx: Context,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  if (open.has(ctx.db)) return work(transactionOn(ctx));
  return ctx.db.transaction(async (db) => {
    const changed = { words: new Set<string>(), lessons: new Set<string>() };
    open.set(db, changed);
    const result = await work(transactionOn(within(ctx, { db })));
    await refreshSearch(db, [...changed.words]);
    await refreshAnsweredQuestions(db, [...changed.lessons], ctx.now);
    return result;
  });
}

function transactionOn(ctx: Context): Transaction {
  const { db: tx, actor, now } = ctx;

  async function audit(
    action: string,
    target: string,
    data: Record<string, unknown> = {},
    as: Actor = actor,
  ) {
    await tx.insert(auditEntries).values({
      at: now,
      actorKind: as.kind,
      actorId: actorId(as),
      action,
      target,
      data: cleanDeep(data),
    });
  }

  const transaction: Transaction = {
    ctx,
    tx,
    audit,
    async emit(event, as = actor) {
      const { type, ticketId, at = now, ...data } = event;
      if (changesWords.has(type)) open.get(tx)?.words.add(ticketId);
      if (changesLessons.has(type)) open.get(tx)?.lessons.add(ticketId);
      const [row] = await tx
        .insert(ticketEvents)
        .values({ ticketId, type, actorKind: as.kind, actorId: actorId(as), at, data: cleanDeep(data) })
        .returning({ seq: ticketEvents.seq });
      await audit(type, `ticket:${ticketId}`, data, as);
      await tx.execute(sql`select pg_notify('baton_live', ${JSON.stringify({ ticketId, type })})`);
      await tellOfEvent(transaction, event, { by: as, seq: row!.seq });
    },
    async enqueue(job, payload, runAt = now) {
      const id = newId();
      await tx.insert(outbox).values({ id, job, payload: parseJob(job, payload), runAt });
      await tx.execute(sql`select pg_notify('baton_outbox', '')`);
    },
  };
  return transaction;
}
