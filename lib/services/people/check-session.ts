import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { agents, sessions } from "#db/schema/index.ts";
import type { Context } from "../context.ts";

export type CheckedSession = {
  sessionId: string;
  agent: { id: string; name: string; role: "agent" | "manager" | "admin"; locale: "en" | "ko" };
};

const idleMs = 12 * 3_600_000;
/** How stale `last_seen_at` may get before it is written again. */
const seenEveryMs = 5 * 60_000;

/**
 * Who is behind a session, as the rows say now. Null when it was revoked, expired, idle for twelve hours, or
 * its person is disabled. Nothing is cached: revoking works with the next request.
 */
export async function checkSession(ctx: Context, sessionId: string): Promise<CheckedSession | null> {
  const idleSince = new Date(ctx.now.getTime() - idleMs);
  const [row] = await ctx.db
    .select({
      id: agents.id,
      name: agents.name,
      role: agents.role,
      locale: agents.locale,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(agents, eq(agents.id, sessions.agentId))
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, ctx.now),
        gt(sessions.lastSeenAt, idleSince),
        eq(agents.active, true),
      ),
    );
  if (!row) return null;
  const { lastSeenAt, ...agent } = row;
  if (ctx.now.getTime() - lastSeenAt.getTime() > seenEveryMs) {
    await ctx.db
      .update(sessions)
      .set({ lastSeenAt: ctx.now })
      .where(and(eq(sessions.id, sessionId), lt(sessions.lastSeenAt, ctx.now)));
  }
  return { sessionId, agent };
}
