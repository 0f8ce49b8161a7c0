import "server-only";
import {
  AuditQuery,
  InboundQuery,
  listAudit,
  listInbound,
  listOutbound,
  listRuns,
  OutboundQuery,
  RunsQuery,
} from "#lib/reads/api/ledgers.ts";
import { listRatings, RatingsQuery } from "#lib/reads/api/ratings.ts";
import { readQueueHealth } from "#lib/reads/readiness.ts";
import { operation } from "../operation.ts";

export const inboundLedger = operation({
  method: "GET",
  path: "/api/v1/inbound",
  summary: "Everything that reached a door, with its state and reason, newest first.",
  query: InboundQuery,
  run: (ctx, { query }) => listInbound(ctx, query),
});

export const outboundLedger = operation({
  method: "GET",
  path: "/api/v1/outbound",
  summary: "Everything sent or to be sent, with its delivery, newest first.",
  query: OutboundQuery,
  run: (ctx, { query }) => listOutbound(ctx, query),
});

export const runsLedger = operation({
  method: "GET",
  path: "/api/v1/assistant-runs",
  summary: "Every step of the assistant, newest first.",
  query: RunsQuery,
  run: (ctx, { query }) => listRuns(ctx, query),
});

export const auditLedger = operation({
  method: "GET",
  path: "/api/v1/audit",
  summary: "The hash-chained audit, newest first.",
  query: AuditQuery,
  run: (ctx, { query }) => listAudit(ctx, query),
});

export const ratingsLedger = operation({
  method: "GET",
  path: "/api/v1/csat",
  summary: "What customers rated, with their words and who had answered, the newest rating first.",
  query: RatingsQuery,
  run: (ctx, { query }) => listRatings(ctx, query),
});

export const queueHealth = operation({
  method: "GET",
  path: "/api/v1/queues/health",
  summary: "How much work waits, and for how long.",
  run(ctx) {
    ctx.must("ledger.read");
    return readQueueHealth(ctx);
  },
});
