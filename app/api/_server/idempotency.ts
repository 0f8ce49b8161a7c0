import "server-only";
import { createHash } from "node:crypto";
import { and, eq, lt } from "drizzle-orm";
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

  const [claimed] = await ctx.db
    .insert(idempotencyKeys)
    .values({ owner, key, bodyHash, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (!claimed) return replay(ctx, mine, bodyHash, work);
  return keep(ctx, mine, work);
}

async function replay(
  ctx: Context,
  mine: ReturnType<typeof and>,
  bodyHash: string,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const [known] = await ctx.db.select().from(idempotencyKeys).where(mine);
  if (known && known.bodyHash !== bodyHash) {
    throw new ServiceError("invalid", "This Idempotency-Key was used with another body.");
  }
  if (known && known.status !== null) return { status: known.status, body: known.response };
  if (known && ctx.now.getTime() - known.createdAt.getTime() < staleMs) {
    throw new ServiceError("conflict", "The first request with this Idempotency-Key is still running.", {
      retryAfter: 1,
    });
  }
  return keep(ctx, mine, work);
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
