import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { newId } from "#db/ids.ts";
import { agents, sessions } from "#db/schema/index.ts";
import { TooManyWaiting } from "#lib/crypto/in-turn.ts";
import { hashPassword, needsRehash, verifyPassword } from "#lib/crypto/passwords.ts";
import { hashToken } from "#lib/crypto/tokens.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import { type Context, within } from "../context.ts";
import { rateLimited, ServiceError } from "../errors.ts";
import { parseInput } from "../input.ts";
import { forgetHits, hit, type RateLimit, takeBackHit } from "../limit-rate.ts";
import { transact } from "../transact.ts";

const SignInInput = z.strictObject({
  email: z.string().max(320),
  password: z.string().max(1000),
  /** The browser's address, as far as we trust it. */
  address: z.string().max(64),
  userAgent: z.string().default(""),
});

const fifteenMinutes = 900;
const byAccount = (email: string): RateLimit => ({
  // Hashed: the table of counters is not a list of who tried.
  key: `sign-in:account:${hashToken(email)}`,
  limit: 20,
  windowSeconds: fifteenMinutes,
});
const byAddress = (address: string): RateLimit => ({
  key: `sign-in:address:${address}`,
  limit: 20,
  windowSeconds: fifteenMinutes,
});

export type SignedIn = { sessionId: string; agentId: string; name: string; email: string };

/**
 * Checks e-mail and password and opens a session. An unknown address, a wrong password, a disabled person and
 * one without a password are the same answer after the same work: null. More than twenty bad tries by account
 * or by address in fifteen minutes: `rate_limited`, also for the right password.
 */
export async function signIn(ctx: Context, input: z.input<typeof SignInInput>): Promise<SignedIn | null> {
  const { password, address, userAgent, ...given } = parseInput(SignInInput, input);
  const email = clean(given.email).trim().toLowerCase();
  const limits = [byAccount(email), byAddress(address)];
  const waits = await Promise.all(limits.map((limit) => hit(ctx.db, ctx.now, limit)));
  if (Math.max(...waits) > 0) throw rateLimited(Math.max(...waits));

  const [agent] = await ctx.db
    .select()
    .from(agents)
    .where(eq(sql`lower(${agents.email})`, email));
  const fits = await verify(password, agent?.active ? agent.passwordHash : null);
  if (!agent || !fits) return null;

  await forgetHits(ctx.db, limits[0]!.key);
  await takeBackHit(ctx.db, ctx.now, limits[1]!);
  if (needsRehash(agent.passwordHash!)) {
    await ctx.db
      .update(agents)
      .set({ passwordHash: await hashPassword(password) })
      .where(eq(agents.id, agent.id));
  }
  const sessionId = await openSession(ctx, { agent, userAgent, how: "password" });
  return { sessionId, agentId: agent.id, name: agent.name, email: agent.email };
}

async function verify(password: string, stored: string | null): Promise<boolean> {
  try {
    return await verifyPassword(password, stored);
  } catch (cause) {
    if (!(cause instanceof TooManyWaiting)) throw cause;
    throw new ServiceError("unavailable", "Too many people are signing in. Please try again in a moment.", {
      retryAfter: 2,
      cause,
    });
  }
}

const sessionDays = 7;

/** A session of its own for each browser; its row is looked at on every request. */
export async function openSession(
  ctx: Context,
  input: { agent: typeof agents.$inferSelect; userAgent: string; how: "password" | "demo" },
): Promise<string> {
  const { agent, userAgent, how } = input;
  const actor = { kind: "agent", id: agent.id, name: agent.name, role: agent.role } as const;
  return transact(within(ctx, { actor }), async ({ tx, audit }) => {
    const id = newId(ctx.now.getTime());
    await tx.insert(sessions).values({
      id,
      agentId: agent.id,
      createdAt: ctx.now,
      lastSeenAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + sessionDays * 86_400_000),
      userAgent: truncate(clean(userAgent), 400),
    });
    await audit("session.opened", `agent:${agent.id}`, { sessionId: id, how });
    return id;
  });
}
