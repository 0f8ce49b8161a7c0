import { and, eq, gt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { rateLimits } from "#db/schema/index.ts";
import { rateLimited } from "./errors.ts";

export type RateLimit = {
  /** What is counted, e.g. `form:192.0.2.1`. Never an unhashed secret. */
  key: string;
  /** Most hits in any stretch of `windowSeconds`. */
  limit: number;
  windowSeconds: number;
};

/** A window is counted in this many pieces, so that it slides instead of starting anew. */
const pieces = 15;

/**
 * Counts one hit, then throws `rate_limited` with the seconds to wait when that was too many. Counting comes
 * first: parallel requests cannot slip through together.
 */
export async function limitRate(db: Db, now: Date, limit: RateLimit): Promise<void> {
  const retryAfter = await hit(db, now, limit);
  if (retryAfter > 0) throw rateLimited(retryAfter);
}

/** The same as a value: 0 when allowed, otherwise seconds until the next try may succeed. */
export async function hit(db: Db, now: Date, { key, limit, windowSeconds }: RateLimit): Promise<number> {
  const piece = Math.max(1, Math.round(windowSeconds / pieces)) * 1000;
  const start = new Date(Math.floor(now.getTime() / piece) * piece);
  await db
    .insert(rateLimits)
    .values({ key, windowStart: start })
    .onConflictDoUpdate({
      target: [rateLimits.key, rateLimits.windowStart],
      set: { hits: sql`${rateLimits.hits} + 1` },
    });
  const since = new Date(now.getTime() - windowSeconds * 1000);
  const rows = await db
    .select({ windowStart: rateLimits.windowStart, hits: rateLimits.hits })
    .from(rateLimits)
    .where(and(eq(rateLimits.key, key), gt(rateLimits.windowStart, since)))
    .orderBy(rateLimits.windowStart);

  let sum = rows.reduce((total, row) => total + row.hits, 0);
  if (sum <= limit) return 0;
  for (const row of rows) {
    sum -= row.hits;
    const free = row.windowStart.getTime() + windowSeconds * 1000 - now.getTime();
    if (sum < limit) return Math.max(1, Math.ceil(free / 1000));
  }
  return windowSeconds;
}

/** Forgets the hits of a key: a right password after some wrong ones. */
export async function forgetHits(db: Db, key: string): Promise<void> {
  await db.delete(rateLimits).where(eq(rateLimits.key, key));
}

/** Takes one hit back. */
export async function takeBackHit(db: Db, now: Date, { key, windowSeconds }: RateLimit): Promise<void> {
  const piece = Math.max(1, Math.round(windowSeconds / pieces)) * 1000;
  const start = new Date(Math.floor(now.getTime() / piece) * piece);
  await db
    .update(rateLimits)
    .set({ hits: sql`greatest(${rateLimits.hits} - 1, 0)` })
    .where(and(eq(rateLimits.key, key), eq(rateLimits.windowStart, start)));
}
