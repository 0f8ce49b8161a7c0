import { asc, eq } from "drizzle-orm";
import { calendars, slaClocks, slaPolicies } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import type { ClockView } from "./ticket-view.ts";

const order = ["first_reply", "next_reply", "requester_wait", "resolution"];

/** The clocks with their arithmetic, as it was stored with each event. */
export async function readClocks(ctx: Context, ticketId: string): Promise<ClockView[]> {
  const rows = await ctx.db
    .select({
      clock: slaClocks,
      policy: slaPolicies.name,
      calendar: { name: calendars.name, timeZone: calendars.timeZone },
    })
    .from(slaClocks)
    .leftJoin(slaPolicies, eq(slaPolicies.id, slaClocks.policyId))
    .leftJoin(calendars, eq(calendars.id, slaClocks.calendarId))
    .where(eq(slaClocks.ticketId, ticketId))
    .orderBy(asc(slaClocks.kind));
  return rows
    .map(({ clock, policy, calendar }) => ({
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
      policy,
      calendar,
      reasons: clock.reasons.map((reason) => ({ ...reason, at: new Date(reason.at).toISOString() })),
      assistantFirstReplyAt: clock.assistantFirstReplyAt?.toISOString() ?? null,
    }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
