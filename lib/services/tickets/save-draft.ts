import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { drafts } from "#db/schema/index.ts";
import { clean } from "#lib/domain/text/clean.ts";
import type { Context } from "../context.ts";
import { forbidden } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";

const DraftInput = z.strictObject({
  ticketId: id(),
  kind: z.enum(["reply", "note"]),
  /** Kept as typed, trailing spaces too; empty forgets the draft. */
  body: z.string().max(200_000).transform(clean),
});

/** Keeps what an agent is typing: one open draft a person, ticket and kind. */
export async function saveDraft(ctx: Context, input: z.input<typeof DraftInput>): Promise<{ savedAt: Date }> {
  ctx.must("ticket.reply");
  const { ticketId, kind, body } = parseInput(DraftInput, input);
  const { actor, now } = ctx;
  if (actor.kind !== "agent") throw forbidden();

  return transact(ctx, async ({ tx }) => {
    const mine = and(
      eq(drafts.ticketId, ticketId),
      eq(drafts.agentId, actor.id),
      eq(drafts.kind, kind),
      eq(drafts.state, "open"),
    );
    if (body.trim() === "") {
      await tx.update(drafts).set({ state: "discarded", updatedAt: now }).where(mine);
      return { savedAt: now };
    }
    await tx
      .insert(drafts)
      .values({ ticketId, authorKind: "agent", agentId: actor.id, kind, body, updatedAt: now })
      .onConflictDoUpdate({
        target: [drafts.ticketId, drafts.agentId, drafts.kind],
        targetWhere: sql`state = 'open' and author_kind = 'agent'`,
        set: { body, updatedAt: now },
      });
    return { savedAt: now };
  });
}
