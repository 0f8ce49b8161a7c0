import "server-only";
import { createHash } from "node:crypto";
import { and, eq, isNull, lt } from "drizzle-orm";
import { idempotencyKeys } from "#db/schema/index.ts";
import { actorId } from "#lib/domain/people/actor.ts";
import type { Context } from "#lib/services/context.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { bad } from "./read-body.ts";

const dayMs = 86_400_000;
/** A first request that died half-way gives its key back after this. */
const staleMs = 60_000;

export type Answer = { status: number; body: unknown };

/**
 * Runs `work` once for a key: the same key and body get the same answer for a day, another body is refused
 * with 422, and a second request while the first still runs is told to come back.
 */
export async function once(
  ctx: Context,
  key: string | null,
  body: unknown,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (key === null) return work();
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw bad("The Idempotency-Key is 1 to 200 printable characters.");
  const owner = `${ctx.actor.kind}:${actorId(ctx.actor) ?? ""}`;
  const bodyHash = createHash("sha256")
    .update(JSON.stringify(body) ?? "")
    .digest("hex");
  const mine = and(eq(idempotencyKeys.owner, owner), eq(idempotencyKeys.key, key));
  await ctx.db
    .delete(idempotencyKeys)
    .where(and(mine, lt(idempotencyKeys.createdAt, new Date(ctx.now.getTime() - dayMs))));

  for (let tries = 0; tries < 3; tries++) {
    if (await claim(ctx, { owner, key, bodyHash })) return keep(ctx, mine, work);
    const [known] = await ctx.db.select().from(idempotencyKeys).where(mine);
    // The first request failed in this very moment and gave the key back.
    if (!known) continue;
    if (known.bodyHash !== bodyHash) {
      throw new ServiceError("invalid", "This Idempotency-Key was used with another body.");
    }
    if (known.status !== null) return { status: known.status, body: known.response };
    const isStale = ctx.now.getTime() - known.createdAt.getTime() >= staleMs;
    if (isStale && (await takeOver(ctx, mine, known.createdAt))) return keep(ctx, mine, work);
    break;
  }
  throw new ServiceError("conflict", "The first request with this Idempotency-Key is still running.", {
    retryAfter: 1,
  });
}

type Key = { owner: string; key: string; bodyHash: string };

async function claim(ctx: Context, key: Key): Promise<boolean> {
  const claimed = await ctx.db
    .insert(idempotencyKeys)
    .values({ ...key, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  return claimed.length > 0;
}

/** Of several that find a stale key only one gets it. */
async function takeOver(ctx: Context, mine: ReturnType<typeof and>, createdAt: Date): Promise<boolean> {
  const taken = await ctx.db
    .update(idempotencyKeys)
    .set({ createdAt: ctx.now })
    .where(and(mine, eq(idempotencyKeys.createdAt, createdAt), isNull(idempotencyKeys.status)))
    .returning({ key: idempotencyKeys.key });
  return taken.length > 0;
}

async function keep(
  ctx: Context,
  mine: ReturnType<typeof and>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    const answer = await work();
    await ctx.db.update(idempotencyKeys).set({ status: answer.status, response: answer.body }).where(mine);
    return answer;
  } catch (error) {
    // Nothing happened, so the same key may try again.
    await ctx.db.delete(idempotencyKeys).where(mine);
    throw error;
  }
}
