import { count, sql } from "drizzle-orm";
import {
  assistantRuns,
  inboundEmails,
  outboundEmails,
  outbox,
  slaClocks,
  tickets,
} from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import { readQueueHealth } from "./readiness.ts";

/** The desk in Prometheus' text format 0.0.4. Figures from rows, so every web process says the same. */
export async function readPrometheus(ctx: Context): Promise<string> {
  const { db } = ctx;
  const byStatus = await db
    .select({ label: tickets.status, value: count() })
    .from(tickets)
    .groupBy(tickets.status);
  const inbound = await db
    .select({ label: inboundEmails.state, value: count() })
    .from(inboundEmails)
    .groupBy(inboundEmails.state);
  const outbound = await db
    .select({ label: outboundEmails.state, value: count() })
    .from(outboundEmails)
    .groupBy(outboundEmails.state);
  const clocks = await db
    .select({ label: slaClocks.state, value: count() })
    .from(slaClocks)
    .groupBy(slaClocks.state);
  const runs = await db
    .select({ label: assistantRuns.outcome, value: count() })
    .from(assistantRuns)
    .where(sql`${assistantRuns.step} = 'decide'`)
    .groupBy(assistantRuns.outcome);
  const [undispatched] = await db.select({ value: count() }).from(outbox).where(sql`dispatched_at is null`);
  const health = await readQueueHealth(ctx);
  return [
    gauge("baton_tickets", "Tickets by status.", "status", byStatus),
    gauge("baton_inbound", "Messages in the mail ledger by state.", "state", inbound),
    gauge("baton_outbound", "Outgoing mails by state.", "state", outbound),
    gauge("baton_sla_clocks", "Clocks by state.", "state", clocks),
    gauge("baton_decisions", "Decisions of the gate by outcome.", "outcome", runs),
    gauge("baton_outbox_waiting", "Jobs that have not reached the queue yet.", null, [
      { label: "", value: undispatched?.value ?? 0 },
    ]),
    gauge("baton_queue_waiting", "Jobs that wait.", null, [{ label: "", value: health.waiting }]),
    gauge("baton_queue_oldest_seconds", "Age of the oldest waiting job.", null, [
      { label: "", value: health.oldestAgeMs / 1000 },
    ]),
  ].join("");
}

function gauge(
  name: string,
  help: string,
  label: string | null,
  rows: { label: string; value: number }[],
): string {
  const lines = rows.map(
    (row) => `${name}${label ? `{${label}="${escaped(row.label)}"}` : ""} ${row.value}\n`,
  );
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join("")}`;
}

const escaped = (text: string) => text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n");
