import { and, asc, desc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { inboundEmails, mailboxes, outboundEmails, tickets } from "#db/schema/index.ts";
import { type Silence, silenceOf } from "#lib/domain/delivery/silence.ts";
import {
  doors,
  type InboundState,
  inboundStates,
  type OutboundState,
  outboundStates,
  type RecipientReport,
} from "#lib/domain/delivery/states.ts";
import type { Context } from "#lib/services/context.ts";
import { isOutboundHeld } from "#lib/services/mail/retry-mail.ts";
import { olderThan, type Position, pageOf, positionOf } from "./api/page.ts";

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** What the address of the page says; what it cannot mean is left out. */
export const LedgerFilter = z.object({
  ledger: z.enum(["in", "out"]).catch("in"),
  state: optional(z.enum([...inboundStates, ...outboundStates])),
  door: optional(z.enum(doors)),
  mailbox: optional(z.uuid()),
  q: optional(z.string().trim().min(1).max(200)),
  cursor: optional(z.string().max(100)),
});
export type LedgerFilter = z.output<typeof LedgerFilter>;

export interface LedgerRow {
  id: string;
  at: string;
  state: InboundState | OutboundState;
  /** Incoming: why it is where it is; a word of the domain. */
  reason: string | null;
  door: string | null;
  kind: string | null;
  from: string;
  to: string[];
  subject: string | null;
  ticketNumber: number | null;
  attempts: number;
  error: string | null;
  /** Outgoing: when it leaves, or is tried again. */
  dueAt: string | null;
  /** The bytes are there to download. */
  hasOriginal: boolean;
  /** Outgoing: what became of it for single recipients. */
  reports: { address: string; outcome: RecipientReport["outcome"]; status: string | null }[];
}

export interface MailLedger {
  rows: LedgerRow[];
  nextCursor: string | null;
  mailboxes: { id: string; address: string }[];
  /** Mail has stopped coming, as far as earlier weeks tell. */
  silence: Silence | null;
  /** Nothing leaves until somebody lets it. */
  held: boolean;
}

const pageSize = 50;

/** Everything that reached a door, or everything that was to leave, newest first. */
export async function readMailLedger(ctx: Context, filter: LedgerFilter): Promise<MailLedger> {
  ctx.must("ledger.read");
  const [page, boxes, silence, held] = await Promise.all([
    filter.ledger === "in" ? inbound(ctx, filter) : outbound(ctx, filter),
    ctx.db
      .select({ id: mailboxes.id, address: mailboxes.address })
      .from(mailboxes)
      .orderBy(asc(mailboxes.createdAt)),
    readSilence(ctx),
    isOutboundHeld(ctx.db),
  ]);
  return { rows: page.data, nextCursor: page.nextCursor, mailboxes: boxes, silence, held };
}

async function inbound(ctx: Context, filter: LedgerFilter) {
  const { state, door, mailbox, q } = filter;
  const t = inboundEmails;
  const rows = await ctx.db
    .select({ row: t, ticketNumber: tickets.number, subject: tickets.subject })
    .from(t)
    .leftJoin(tickets, eq(tickets.id, t.ticketId))
    .where(
      and(
        state ? sql`${t.state} = ${state}` : undefined,
        door ? eq(t.door, door) : undefined,
        mailbox ? eq(t.mailboxId, mailbox) : undefined,
        q ? or(ilike(t.envelopeFrom, like(q)), ilike(t.messageId, like(q)), byNumber(q)) : undefined,
        before(t.acceptedAt, t.id, filter.cursor),
      ),
    )
    .orderBy(desc(t.acceptedAt), desc(t.id))
    .limit(pageSize + 1);
  const page = pageOf(rows, pageSize, ({ row }): Position => ({ at: row.acceptedAt, id: row.id }));
  return {
    ...page,
    data: page.data.map(
      ({ row, ticketNumber, subject }): LedgerRow => ({
        id: row.id,
        at: row.acceptedAt.toISOString(),
        state: row.state,
        reason: row.reason,
        door: row.door,
        kind: null,
        from: row.envelopeFrom,
        to: row.envelopeTo,
        subject,
        ticketNumber,
        attempts: row.attempts,
        error: row.lastError,
        dueAt: null,
        hasOriginal: true,
        reports: [],
      }),
    ),
  };
}

async function outbound(ctx: Context, filter: LedgerFilter) {
  const { state, mailbox, q } = filter;
  const t = outboundEmails;
  const rows = await ctx.db
    .select({ row: t, ticketNumber: tickets.number })
    .from(t)
    .leftJoin(tickets, eq(tickets.id, t.ticketId))
    .where(
      and(
        state ? sql`${t.state} = ${state}` : undefined,
        mailbox ? eq(t.mailboxId, mailbox) : undefined,
        q ? or(sql`${t.to}::text ilike ${like(q)}`, ilike(t.subject, like(q)), byNumber(q)) : undefined,
        before(t.createdAt, t.id, filter.cursor),
      ),
    )
    .orderBy(desc(t.createdAt), desc(t.id))
    .limit(pageSize + 1);
  const page = pageOf(rows, pageSize, ({ row }): Position => ({ at: row.createdAt, id: row.id }));
  return {
    ...page,
    data: page.data.map(
      ({ row, ticketNumber }): LedgerRow => ({
        id: row.id,
        at: (row.sentAt ?? row.createdAt).toISOString(),
        state: row.state,
        reason: null,
        door: null,
        kind: row.kind,
        from: row.fromAddress,
        to: [...row.to, ...row.cc].map(({ address }) => address),
        subject: row.subject,
        ticketNumber,
        attempts: row.attempts,
        error: row.error,
        dueAt: row.state === "queued" ? row.sendAt.toISOString() : null,
        hasOriginal: row.sha256 !== null,
        reports: row.reports.map(({ address, outcome, status }) => ({ address, outcome, status })),
      }),
    ),
  };
}

/** This hour of the week in the four weeks before, and the last mail there is. */
async function readSilence(ctx: Context): Promise<Silence | null> {
  const weekMs = 7 * 86_400_000;
  const [last] = await ctx.db
    .select({ at: inboundEmails.acceptedAt })
    .from(inboundEmails)
    .orderBy(desc(inboundEmails.acceptedAt))
    .limit(1);
  const [first] = await ctx.db
    .select({ at: inboundEmails.acceptedAt })
    .from(inboundEmails)
    .orderBy(asc(inboundEmails.acceptedAt))
    .limit(1);
  if (!last || !first) return null;
  const weeks = [1, 2, 3, 4].filter((week) => ctx.now.getTime() - week * weekMs > first.at.getTime());
  const counts = await Promise.all(
    weeks.map((week) => {
      const end = new Date(ctx.now.getTime() - week * weekMs);
      const start = new Date(end.getTime() - 3_600_000);
      return ctx.db.$count(
        inboundEmails,
        sql`${inboundEmails.acceptedAt} between ${start.toISOString()}::timestamptz and ${end.toISOString()}::timestamptz`,
      );
    }),
  );
  return silenceOf(last.at, counts, ctx.now);
}

function before(at: PgColumn, id: PgColumn, cursor: string | undefined): SQL | undefined {
  const after = positionOf(cursor);
  return after ? olderThan(at, id, after) : undefined;
}

const like = (q: string): string => `%${q.replace(/[\\%_]/g, "\\$&")}%`;

function byNumber(q: string): SQL | undefined {
  const number = /^#?(\d{1,15})$/.exec(q)?.[1];
  return number ? eq(tickets.number, Number(number)) : undefined;
}
