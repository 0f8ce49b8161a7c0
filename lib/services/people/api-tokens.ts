import { and, eq, isNull, lt, or } from "drizzle-orm";
import { z } from "zod";
import { apiTokens } from "#db/schema/index.ts";
import { hashToken, newToken } from "#lib/crypto/tokens.ts";
import type { Actor } from "#lib/domain/people/actor.ts";
import { scopes } from "#lib/domain/people/permissions.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { transact } from "../transact.ts";

const CreateInput = z.strictObject({ name: text(200, 1), scopes: z.array(z.enum(scopes)).min(1).max(4) });

/** Makes a token. The answer is the only time that it can be read; its SHA-256 is what we keep. */
export async function createApiToken(
  ctx: Context,
  input: z.input<typeof CreateInput>,
): Promise<{ id: string; token: string }> {
  ctx.must("token.write");
  const given = parseInput(CreateInput, input);
  const token = newToken("baton_api_");
  return transact(ctx, async ({ tx, audit }) => {
    const [row] = await tx
      .insert(apiTokens)
      .values({
        name: given.name,
        prefix: token.slice(0, 16),
        tokenHash: hashToken(token),
        scopes: [...new Set(given.scopes)],
        createdBy: ctx.actor.kind === "agent" ? ctx.actor.id : null,
        createdAt: ctx.now,
      })
      .returning({ id: apiTokens.id });
    await audit("token.created", `token:${row!.id}`, { name: given.name, scopes: given.scopes });
    return { id: row!.id, token };
  });
}

export async function revokeApiToken(ctx: Context, input: { tokenId: string }): Promise<void> {
  ctx.must("token.write");
  const { tokenId } = parseInput(z.strictObject({ tokenId: id() }), input);
  await transact(ctx, async ({ tx, audit }) => {
    const [row] = await tx
      .update(apiTokens)
      .set({ revokedAt: ctx.now })
      .where(and(eq(apiTokens.id, tokenId), isNull(apiTokens.revokedAt)))
      .returning({ name: apiTokens.name });
    if (!row) throw notFound("token");
    await audit("token.revoked", `token:${tokenId}`, { name: row.name });
  });
}

/** Who is behind a bearer token; null when it is unknown or revoked. Looked up by hash on every request. */
export async function actorOfToken(ctx: Context, token: string): Promise<Actor | null> {
  if (!/^baton_api_[\w-]{43}$/.test(token)) return null;
  const [row] = await ctx.db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.tokenHash, hashToken(token)), isNull(apiTokens.revokedAt)));
  if (!row) return null;
  const minuteAgo = new Date(ctx.now.getTime() - 60_000);
  if (!row.lastUsedAt || row.lastUsedAt < minuteAgo) {
    await ctx.db
      .update(apiTokens)
      .set({ lastUsedAt: ctx.now })
      .where(
        and(eq(apiTokens.id, row.id), or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, minuteAgo))),
      );
  }
  return { kind: "token", id: row.id, name: row.name, scopes: row.scopes };
}
