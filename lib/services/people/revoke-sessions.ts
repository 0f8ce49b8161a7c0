import { and, eq, isNull, ne } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { forbidden } from "../errors.ts";
import { type Transaction, transact } from "../transact.ts";

/** Signs one browser out. Its own or somebody else's by an administrator. */
export async function revokeSession(ctx: Context, input: { sessionId: string }): Promise<void> {
  await transact(ctx, async ({ tx, audit }) => {
    const [row] = await tx
      .update(sessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(sessions.id, input.sessionId), isNull(sessions.revokedAt)))
      .returning({ agentId: sessions.agentId });
    if (!row) return;
    mayTouch(ctx, row.agentId);
    await audit("session.revoked", `agent:${row.agentId}`, { sessionId: input.sessionId });
  });
}

/** Signs a person out everywhere, except in one browser if wanted. Works at once. */
export async function revokeSessions(
  ctx: Context,
  input: { agentId: string; except?: string },
): Promise<{ revoked: number }> {
  mayTouch(ctx, input.agentId);
  return transact(ctx, async (transaction) => ({ revoked: await endSessions(transaction, input) }));
}

/** For verbs that change what a person may do. */
export async function endSessions(
  { tx, ctx, audit }: Transaction,
  { agentId, except }: { agentId: string; except?: string },
): Promise<number> {
  const rows = await tx
    .update(sessions)
    .set({ revokedAt: ctx.now })
    .where(
      and(
        eq(sessions.agentId, agentId),
        isNull(sessions.revokedAt),
        except ? ne(sessions.id, except) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  if (rows.length > 0) await audit("sessions.revoked", `agent:${agentId}`, { count: rows.length });
  return rows.length;
}

function mayTouch(ctx: Context, agentId: string): void {
  if (ctx.actor.kind === "agent" && ctx.actor.id === agentId) return;
  if (ctx.actor.kind === "visitor") throw forbidden();
  ctx.must("agent.write");
}
