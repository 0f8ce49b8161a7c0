import { eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { calendars, slaClocks, slaPolicies } from "#db/schema/index.ts";
import type { Calendar } from "#lib/domain/calendars/calendar.ts";
import type { ClockFact } from "#lib/domain/sla/facts.ts";
import { whyDue } from "#lib/domain/sla/why-due.ts";
import { readFacts } from "#lib/services/clocks/read-facts.ts";
import type { Context } from "#lib/services/context.ts";
import type { ClockView, DueView } from "./ticket-view.ts";

const order = ["first_reply", "next_reply", "requester_wait", "resolution"];

const clocksOf = prepared("ticket_clocks", (db) =>
  db
    .select({ clock: slaClocks, policyName: slaPolicies.name, calendarName: calendars.name })
    .from(slaClocks)
    .leftJoin(slaPolicies, eq(slaPolicies.id, slaClocks.policyId))
    .leftJoin(calendars, eq(calendars.id, slaClocks.calendarId))
    .where(eq(slaClocks.ticketId, sql.placeholder("ticketId"))),
);

/** The clocks with their arithmetic, by the policy and the calendar in the versions that were applied. */
export async function readClocks(ctx: Context, ticketId: string): Promise<ClockView[]> {
  const [rows, facts] = await Promise.all([
    clocksOf(ctx.db).execute({ ticketId }),
    readFacts(ctx.db, [ticketId]).then((byTicket) => byTicket.get(ticketId) ?? []),
  ]);
  return rows
    .map(({ clock, policyName, calendarName }) => {
      const end = clock.metAt ?? clock.cancelledAt ?? ctx.now;
      const counted = calendarAt(facts, clock.calendarId, end);
      return {
        kind: clock.kind,
        state: clock.state,
        cycle: clock.cycle,
        startedAt: clock.startedAt.toISOString(),
        dueAt: clock.dueAt?.toISOString() ?? null,
        warnAt: clock.warnAt?.toISOString() ?? null,
        metAt: clock.metAt?.toISOString() ?? null,
        breachedAt: clock.breachedAt?.toISOString() ?? null,
        pausedSince: clock.pausedSince?.toISOString() ?? null,
        pausedSeconds: clock.pausedSeconds,
        leftMs: clock.leftMs,
        targetMinutes: clock.targetMinutes,
        priority: clock.priority,
        policy: appliedName(facts, clock.policyId) ?? policyName,
        calendar: counted && { name: calendarName ?? counted.timeZone, timeZone: counted.timeZone },
        reasons: clock.reasons.map((reason) => ({ ...reason, at: new Date(reason.at).toISOString() })),
        assistantFirstReplyAt: clock.assistantFirstReplyAt?.toISOString() ?? null,
        due: dueOf(clock, counted),
      };
    })
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The hours that were counted with at an instant. */
function calendarAt(facts: readonly ClockFact[], calendarId: string | null, at: Date): Calendar | null {
  const last = facts.findLast(
    (fact) => fact.type === "calendar_changed" && fact.calendarId === calendarId && fact.at <= at,
  );
  return last?.type === "calendar_changed" ? last.calendar : null;
}

function appliedName(facts: readonly ClockFact[], policyId: string | null): string | null {
  const last = facts.findLast((fact) => fact.type === "policy_applied" && fact.policyId === policyId);
  return (last?.type === "policy_applied" && last.policy?.name) || null;
}

/** Reasons come back from the database with their dates as text. */
function dueOf(clock: typeof slaClocks.$inferSelect, calendar: Calendar | null): DueView | null {
  const reasons = clock.reasons.map((reason) => ({ ...reason, at: new Date(reason.at) }));
  const calendars = clock.calendarId && calendar ? { [clock.calendarId]: calendar } : {};
  const due = whyDue({ ...clock, reasons }, calendars);
  return due && (JSON.parse(JSON.stringify(due)) as DueView);
}
