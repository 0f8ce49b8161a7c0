import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { agents, sessions } from "#db/schema/index.ts";
import type { Context } from "../context.ts";

export type CheckedSession = {
  sessionId: string;
  agent: Pick<
    typeof agents.$inferSelect,
    "id" | "name" | "email" | "role" | "availability" | "backAt" | "locale"
  >;
};

const idleMs = 12 * 3_600_000;
/** How stale `last_seen_at` may get before it is written again. */
const seenEveryMs = 5 * 60_000;

const openSession = prepared("open_session", (db) =>
  db
    .select({
      id: agents.id,
      name: agents.name,
      email: agents.email,
      role: agents.role,
      availability: agents.availability,
      backAt: agents.backAt,
      locale: agents.locale,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(agents, eq(agents.id, sessions.agentId))
    .where(
      and(
        eq(sessions.id, sql.placeholder("sessionId")),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql.placeholder("now")),
        gt(sessions.lastSeenAt, sql.placeholder("idleSince")),
        eq(agents.active, true),
      ),
    ),
);

/**
 * Who is behind a session, as the rows say now. Null when it was revoked, expired, idle for twelve hours, or
 * its person is disabled. Nothing is cached: revoking works with the next request.
 */
export async function checkSession(ctx: Context, sessionId: string): Promise<CheckedSession | null> {
  const idleSince = new Date(ctx.now.getTime() - idleMs);
  const [row] = await openSession(ctx.db).execute({ sessionId, now: ctx.now, idleSince });
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
