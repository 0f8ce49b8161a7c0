import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { agents, oneTimeTokens } from "#db/schema/index.ts";
import { hashToken, newToken } from "#lib/crypto/tokens.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../transact.ts";

export type LinkPurpose = "set_up" | "invite" | "reset";
export type OneTimeLink = { url: string; expiresAt: Date };

const hours: Record<LinkPurpose, number> = { set_up: 1, invite: 72, reset: 1 };
const page: Record<LinkPurpose, string> = { set_up: "set-up", invite: "welcome", reset: "reset" };

/** Makes a link that works once. Older links of the same person stop working. Only its hash is kept. */
export async function makeLink(
  { tx, ctx, audit }: Transaction,
  { agentId, purpose }: { agentId: string; purpose: LinkPurpose },
): Promise<OneTimeLink> {
  await forgetLinks(tx, agentId);
  const token = newToken("baton_link_");
  const expiresAt = new Date(ctx.now.getTime() + hours[purpose] * 3_600_000);
  await tx
    .insert(oneTimeTokens)
    .values({ purpose, agentId, tokenHash: hashToken(token), expiresAt, createdAt: ctx.now });
  await audit("link.made", `agent:${agentId}`, { purpose });
  return { url: `${ctx.config.publicUrl}/sign-in/${page[purpose]}/${token}`, expiresAt };
}

/** Whose link this is, for the page behind it. Null when it is unknown, used, expired or for something else. */
export async function readLink(
  ctx: Context,
  { token, purposes }: { token: string; purposes: readonly LinkPurpose[] },
) {
  if (typeof token !== "string" || !/^baton_link_[\w-]{43}$/.test(token)) return null;
  const [row] = await ctx.db
    .select({ id: oneTimeTokens.id, purpose: oneTimeTokens.purpose, agent: agents })
    .from(oneTimeTokens)
    .innerJoin(agents, eq(agents.id, oneTimeTokens.agentId))
    .where(
      and(
        eq(oneTimeTokens.tokenHash, hashToken(token)),
        inArray(oneTimeTokens.purpose, [...purposes]),
        isNull(oneTimeTokens.usedAt),
        gt(oneTimeTokens.expiresAt, ctx.now),
        eq(agents.active, true),
      ),
    );
  return row ?? null;
}

/** Uses the link up. False when somebody was faster. */
export async function useLink({ tx, ctx }: Transaction, linkId: string): Promise<boolean> {
  const rows = await tx
    .update(oneTimeTokens)
    .set({ usedAt: ctx.now })
    .where(
      and(eq(oneTimeTokens.id, linkId), isNull(oneTimeTokens.usedAt), gt(oneTimeTokens.expiresAt, ctx.now)),
    )
    .returning({ id: oneTimeTokens.id });
  return rows.length === 1;
}

export async function forgetLinks(tx: Context["db"], agentId: string): Promise<void> {
  await tx.delete(oneTimeTokens).where(and(eq(oneTimeTokens.agentId, agentId), isNull(oneTimeTokens.usedAt)));
}
