import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { drafts } from "#db/schema/index.ts";
import type { Actor } from "#lib/domain/people/actor.ts";
import { mapInlines, type RichDocument } from "#lib/domain/writing/document.ts";
import { joinWords } from "#lib/domain/writing/join-words.ts";
import type { Context } from "../context.ts";
import { conflict, forbidden } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { type KeptFile, keptFile, ownUpload } from "./own-files.ts";
import { saveDraft } from "./save-draft.ts";

export type AdoptedDraft = {
  kind: "reply" | "note";
  body: string;
  document: RichDocument | null;
  revision: number | null;
  files: KeptFile[];
};

/**
 * Takes over what a colleague began to write: their words go under one's own. If they write on, their words become a new draft
 * of theirs. Throws `conflict` when it has been sent or taken already.
 */
export async function adoptDraft(ctx: Context, input: { draftId: string }): Promise<AdoptedDraft> {
  ctx.must("ticket.reply");
  const { draftId } = parseInput(z.strictObject({ draftId: id() }), input);
  const { actor, now } = ctx;
  if (actor.kind !== "agent") throw forbidden();

  return transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const [theirs] = await tx
      .update(drafts)
      .set({ state: "superseded", updatedAt: now })
      .where(
        and(
          eq(drafts.id, draftId),
          eq(drafts.state, "open"),
          eq(drafts.authorKind, "agent"),
          ne(drafts.agentId, actor.id),
        ),
      )
      .returning();
    if (!theirs) throw conflict("Somebody has already dealt with this draft.");
    const { ticketId, kind, agentId } = theirs;
    const mine = await ownDraft(transaction, ticketId, actor.id, kind);
    const document = theirs.document && asMine(ctx, theirs.document, agentId!);
    const words = joinWords(mine ?? { body: "", document: null }, { body: theirs.body, document });
    const handedIn = theirs.files.flatMap((token) => ownUpload(ctx, token, asWriter(agentId!)) ?? []);
    const files = handedIn.map((upload) => keptFile(ctx, upload));
    const tokens = [...new Set([...(mine?.files ?? []), ...files.map(({ token }) => token)])];
    const saved = await saveDraft(transaction.ctx, { ticketId, kind, ...words, files: tokens });
    await emit({ type: "draft.adopted", ticketId, draftId, from: agentId });
    return { kind, ...words, files, revision: saved.kind === "saved" ? saved.revision : null };
  });
}

async function ownDraft({ tx }: Transaction, ticketId: string, agentId: string, kind: "reply" | "note") {
  const [mine] = await tx
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.ticketId, ticketId),
        eq(drafts.agentId, agentId),
        eq(drafts.kind, kind),
        eq(drafts.state, "open"),
      ),
    );
  return mine ?? null;
}

const asWriter = (agentId: string): Actor => ({ kind: "agent", id: agentId, name: "", role: "agent" });

/** A picture is handed in by one person: the same bytes under the new writer's token. */
function asMine(ctx: Context, document: RichDocument, agentId: string): RichDocument {
  return mapInlines(document, (one) => {
    if (one.type !== "image") return one;
    const upload = ownUpload(ctx, one.file, asWriter(agentId));
    return upload && { ...one, file: keptFile(ctx, upload).token };
  });
}
