import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { drafts } from "#db/schema/index.ts";
import { clean } from "#lib/domain/text/clean.ts";
import type { RichDocument } from "#lib/domain/writing/document.ts";
import type { Context } from "../context.ts";
import { forbidden } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";
import { documentInput } from "./document-input.ts";

const words = (max: number) => z.string().max(max).transform(clean);

const DraftInput = z.strictObject({
  ticketId: id(),
  kind: z.enum(["reply", "note"]),
  /** Kept as typed, trailing spaces too; empty forgets the draft. */
  body: words(200_000),
  /** The same words with their look. */
  document: documentInput().nullable().default(null),
  /** Tokens of the files that are to go with it; left out, they stay what they are. */
  files: z.array(z.string().max(4000)).max(20).optional(),
  /** Who is to get it, as written so far; null for whom the ticket would answer. */
  recipients: z
    .strictObject({ to: words(20_000), cc: words(20_000) })
    .nullable()
    .optional(),
  /** The assistant's draft that it grew from. */
  grewFromId: id().nullable().optional(),
  /** The save that this window saw last; null for none. Left out, the words replace whatever is there. */
  revision: z.int().nullable().optional(),
});

export type SavedDraft =
  | { kind: "saved"; revision: number | null }
  /** Another window of the same person has written since; nothing was overwritten. */
  | { kind: "conflict"; theirs: { body: string; document: RichDocument | null; revision: number } };

/**
 * Keeps what an agent is typing: one open draft a person, ticket and kind. Words are never overwritten unseen: a window
 * that is behind gets the newer words back.
 */
export async function saveDraft(ctx: Context, input: z.input<typeof DraftInput>): Promise<SavedDraft> {
  ctx.must("ticket.reply");
  const { ticketId, kind, body, document, revision, grewFromId, ...rest } = parseInput(DraftInput, input);
  const { actor, now } = ctx;
  if (actor.kind !== "agent") throw forbidden();

  return transact(ctx, async ({ tx }) => {
    const mine = and(
      eq(drafts.ticketId, ticketId),
      eq(drafts.agentId, actor.id),
      eq(drafts.kind, kind),
      eq(drafts.state, "open"),
    );
    const [kept] = await tx.select().from(drafts).where(mine).for("update");
    const differs = kept && kept.body !== body;
    if (kept && differs && revision !== undefined && revision !== kept.revision)
      return {
        kind: "conflict",
        theirs: { body: kept.body, document: kept.document, revision: kept.revision },
      };
    if (body.trim() === "" && !rest.files?.length) {
      await tx.update(drafts).set({ state: "discarded", updatedAt: now }).where(mine);
      return { kind: "saved", revision: null };
    }
    const said = {
      body,
      document,
      ...rest,
      ...(grewFromId !== undefined && { grewFromId: await known(tx, ticketId, grewFromId) }),
      updatedAt: now,
    };
    const [saved] = await tx
      .insert(drafts)
      .values({ ticketId, authorKind: "agent", agentId: actor.id, kind, ...said })
      .onConflictDoUpdate({
        target: [drafts.ticketId, drafts.agentId, drafts.kind],
        targetWhere: sql`state = 'open' and author_kind = 'agent'`,
        set: { ...said, revision: sql`${drafts.revision} + 1` },
      })
      .returning({ revision: drafts.revision });
    return { kind: "saved", revision: saved!.revision };
  });
}

async function known(tx: Context["db"], ticketId: string, draftId: string | null): Promise<string | null> {
  if (!draftId) return null;
  const [draft] = await tx
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(eq(drafts.id, draftId), eq(drafts.ticketId, ticketId), eq(drafts.authorKind, "assistant")));
  return draft?.id ?? null;
}
