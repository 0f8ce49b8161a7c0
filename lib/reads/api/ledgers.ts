import { and, desc, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { assistantRuns, auditEntries, inboundEmails, outboundEmails, tickets } from "#db/schema/index.ts";
import { inboundStates, outboundStates } from "#lib/domain/delivery/states.ts";
import type { Context } from "#lib/services/context.ts";
import { olderThan, type Page, pageOf, pageQuery, positionOf } from "./page.ts";

export const InboundQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(inboundStates).optional(),
  messageId: z.string().min(1).max(998).optional(),
});

/** Everything that reached a door, newest first. */
export async function listInbound(
  ctx: Context,
  query: z.output<typeof InboundQuery>,
): Promise<Page<unknown>> {
  ctx.must("ledger.read");
  const after = positionOf(query.cursor);
  const rows = await ctx.db
    .select({
      id: inboundEmails.id,
      door: inboundEmails.door,
      sha256: inboundEmails.sha256,
      messageId: inboundEmails.messageId,
      acceptedAt: inboundEmails.acceptedAt,
      state: inboundEmails.state,
      reason: inboundEmails.reason,
      ticketNumber: tickets.number,
      attempts: inboundEmails.attempts,
      error: inboundEmails.lastError,
    })
    .from(inboundEmails)
    .leftJoin(tickets, eq(tickets.id, inboundEmails.ticketId))
    .where(
      and(
        query.state ? eq(inboundEmails.state, query.state) : undefined,
        query.messageId ? eq(inboundEmails.messageId, bare(query.messageId)) : undefined,
        after ? olderThan(inboundEmails.acceptedAt, inboundEmails.id, after) : undefined,
      ),
    )
    .orderBy(desc(inboundEmails.acceptedAt), desc(inboundEmails.id))
    .limit(query.limit + 1);
  return pageOf(rows, query.limit, (row) => ({ at: row.acceptedAt, id: row.id }));
}

export const OutboundQuery = z.strictObject({ ...pageQuery, state: z.enum(outboundStates).optional() });

/** Everything that was sent or is to be sent, newest first. */
export async function listOutbound(
  ctx: Context,
  query: z.output<typeof OutboundQuery>,
): Promise<Page<unknown>> {
  ctx.must("ledger.read");
  const after = positionOf(query.cursor);
  const rows = await ctx.db
    .select({
      id: outboundEmails.id,
      ticketNumber: tickets.number,
      causeId: outboundEmails.causeId,
      kind: outboundEmails.kind,
      messageId: outboundEmails.messageId,
      state: outboundEmails.state,
      attempts: outboundEmails.attempts,
      createdAt: outboundEmails.createdAt,
      sentAt: outboundEmails.sentAt,
      error: outboundEmails.error,
    })
    .from(outboundEmails)
    .leftJoin(tickets, eq(tickets.id, outboundEmails.ticketId))
    .where(
      and(
        query.state ? eq(outboundEmails.state, query.state) : undefined,
        after ? olderThan(outboundEmails.createdAt, outboundEmails.id, after) : undefined,
      ),
    )
    .orderBy(desc(outboundEmails.createdAt), desc(outboundEmails.id))
    .limit(query.limit + 1);
  return pageOf(rows, query.limit, (row) => ({ at: row.createdAt, id: row.id }));
}

export const RunsQuery = z.strictObject({ ...pageQuery, messageId: z.uuid().optional() });

/** Every step of the assistant, newest first. */
export async function listRuns(ctx: Context, query: z.output<typeof RunsQuery>): Promise<Page<unknown>> {
  ctx.must("ledger.read");
  const after = positionOf(query.cursor);
  const rows = await ctx.db
    .select({
      id: assistantRuns.id,
      ticketNumber: tickets.number,
      messageId: assistantRuns.messageId,
      step: assistantRuns.step,
      model: assistantRuns.model,
      promptVersion: assistantRuns.promptVersion,
      attempt: assistantRuns.attempt,
      outcome: assistantRuns.outcome,
      applied: assistantRuns.applied,
      gates: assistantRuns.gates,
      costUsd: assistantRuns.costUsd,
      latencyMs: assistantRuns.latencyMs,
      createdAt: assistantRuns.createdAt,
    })
    .from(assistantRuns)
    .innerJoin(tickets, eq(tickets.id, assistantRuns.ticketId))
    .where(
      and(
        query.messageId ? eq(assistantRuns.messageId, query.messageId) : undefined,
        after ? olderThan(assistantRuns.createdAt, assistantRuns.id, after) : undefined,
      ),
    )
    .orderBy(desc(assistantRuns.createdAt), desc(assistantRuns.id))
    .limit(query.limit + 1);
  return pageOf(rows, query.limit, (row) => ({ at: row.createdAt, id: row.id }));
}

export const AuditQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.coerce.number().int().min(1).optional(),
});

/** The sealed audit, newest first. Only admins, and tokens with their scope, see it. */
export async function listAudit(ctx: Context, query: z.output<typeof AuditQuery>): Promise<Page<unknown>> {
  ctx.must("audit.read");
  const rows = await ctx.db
    .select()
    .from(auditEntries)
    .where(
      and(
        sql`${auditEntries.seq} is not null`,
        query.cursor ? lt(auditEntries.seq, query.cursor) : undefined,
      ),
    )
    .orderBy(desc(auditEntries.seq))
    .limit(query.limit + 1);
  const data = rows.slice(0, query.limit);
  return { data, nextCursor: rows.length > query.limit ? String(data.at(-1)!.seq) : null };
}

const bare = (id: string) => id.replace(/^<|>$/g, "");
