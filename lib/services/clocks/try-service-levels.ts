import { and, desc, gte, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { customers, tickets } from "#db/schema/index.ts";
import type { Calendar } from "#lib/domain/calendars/calendar.ts";
import type { SlaBook } from "#lib/domain/sla/facts.ts";
import type { ClockKind, SlaPolicy } from "#lib/domain/sla/policy.ts";
import { previewChange, type ReplayedTicket, type Tally, whatIf } from "#lib/domain/sla/what-if.ts";
import type { Context } from "../context.ts";
import { readFacts } from "./read-facts.ts";
import { type DeskBook, offered, readSlaBook } from "./sla-book.ts";

/** What is to be tried in place of what is saved; a policy without an id would come last. */
export type Proposal = {
  policy?: Omit<SlaPolicy, "id"> & { id: string | null; active: boolean };
  calendar?: Calendar & { id: string };
};

export type TrialReport = {
  /** What applying it now would do to open tickets. */
  open: { tickets: number; sooner: number; later: number; breaches: number };
  /** Some of those it would make late at once, by number. */
  breachedNumbers: number[];
  /** The last quarter, as it was and as if the proposal had always held. */
  past: {
    tickets: number;
    /** Older ones in the quarter that were left out. */
    isCut: boolean;
    before: Record<ClockKind, Tally>;
    after: Record<ClockKind, Tally>;
    newlyBreached: number;
    noLongerBreached: number;
    /** The newest of each, by number. */
    newlyBreachedNumbers: number[];
    noLongerBreachedNumbers: number[];
  };
};

/** Newest first, so that an answer comes in seconds on any desk. */
const most = { open: 20_000, past: 20_000 };
const batch = 2_000;
const QUARTER_DAYS = 91;

/** Tries a policy or a calendar on the open tickets and on the last quarter. Writes nothing. */
export async function tryServiceLevels(ctx: Context, proposal: Proposal): Promise<TrialReport> {
  ctx.must("sla.write");
  const { db, now } = ctx;
  const book = await readSlaBook(db);
  const current = offered(book);
  const proposed = proposedBook(book, proposal);
  const numbers = new Map<string, number>();

  const opened = await readReplayed(db, openTickets, most.open, numbers);
  const changes = previewChange(opened, current, proposed, now);
  const late = [...new Set(changes.filter((change) => change.breaches).map((change) => change.ticketId))];

  const since = new Date(now.getTime() - QUARTER_DAYS * 86_400_000);
  const arrived = await readReplayed(db, gte(tickets.createdAt, since), most.past, numbers);
  const past = whatIf(arrived, current, proposed, now);
  const sooner = changes.filter(
    ({ dueBefore, dueAfter }) => dueAfter && (!dueBefore || dueAfter < dueBefore),
  );
  const named = (ids: readonly string[]) => ids.slice(0, 10).map((id) => numbers.get(id)!);
  return {
    open: {
      tickets: new Set(changes.map((change) => change.ticketId)).size,
      sooner: sooner.length,
      later: changes.length - sooner.length,
      breaches: late.length,
    },
    breachedNumbers: named(late),
    past: {
      tickets: arrived.length,
      isCut: arrived.length === most.past,
      before: past.before,
      after: past.after,
      newlyBreached: past.newlyBreached.length,
      noLongerBreached: past.noLongerBreached.length,
      newlyBreachedNumbers: named(past.newlyBreached),
      noLongerBreachedNumbers: named(past.noLongerBreached),
    },
  };
}

function proposedBook(book: DeskBook, { policy, calendar }: Proposal): SlaBook {
  const known: SlaPolicy[] = offered(book).policies.filter((one) => one.id !== policy?.id);
  const place = book.policies.filter((one) => one.active).findIndex((one) => one.id === policy?.id);
  const tried: SlaPolicy[] = policy?.active ? [{ ...policy, id: policy.id ?? "proposed" }] : [];
  known.splice(place === -1 ? known.length : place, 0, ...tried);
  const calendars: Record<string, Calendar> = { ...book.calendars };
  if (calendar) calendars[calendar.id] = calendar;
  return { policies: known, calendars };
}

const openTickets = and(
  inArray(tickets.status, ["new", "open", "pending", "on_hold"]),
  isNull(tickets.mergedIntoId),
  sql`not ${tickets.isSpam} and ${tickets.trashedAt} is null`,
);

async function readReplayed(
  db: Db,
  which: ReturnType<typeof and>,
  limit: number,
  numbers: Map<string, number>,
): Promise<ReplayedTicket[]> {
  const { id, number, mailboxId, queueId, categoryId, customerId, language, channel, priority, tags } =
    tickets;
  const rows = await db
    .select({
      ...{ id, number, mailboxId, queueId, categoryId, customerId, language, channel, priority, tags },
      companyId: customers.companyId,
      vip: customers.vip,
    })
    .from(tickets)
    .innerJoin(customers, sql`${customers.id} = ${tickets.customerId}`)
    .where(which)
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(limit);
  const replayed: ReplayedTicket[] = [];
  for (let at = 0; at < rows.length; at += batch) {
    const some = rows.slice(at, at + batch);
    const facts = await readFacts(
      db,
      some.map((row) => row.id),
    );
    for (const traits of some) {
      numbers.set(traits.id, traits.number);
      replayed.push({ id: traits.id, traits, facts: facts.get(traits.id)! });
    }
  }
  return replayed;
}
