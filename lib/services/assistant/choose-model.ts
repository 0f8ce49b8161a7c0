import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { assistantModels } from "#db/schema/index.ts";
import { actorId } from "#lib/domain/people/actor.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { parseInput } from "../input.ts";
import { ringKnowledge } from "../settings/desk-input.ts";
import { transact } from "../transact.ts";

const Input = z.strictObject({ version: z.number().int().min(1).nullable() });

/**
 * Puts a kept version of the classifier to work. It stays until a person chooses again; null lets the newest lead, now
 * and from then on. Tickets already sorted stay as they are.
 */
export async function chooseModel(ctx: Context, input: z.input<typeof Input>): Promise<{ version: number }> {
  ctx.must("assistant.write");
  const { version } = parseInput(Input, input);
  return transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    const known = await tx
      .select({
        id: assistantModels.id,
        version: assistantModels.version,
        inUse: assistantModels.inUse,
      })
      .from(assistantModels)
      .orderBy(desc(assistantModels.version))
      .for("update");
    const wanted = version === null ? known[0] : known.find((one) => one.version === version);
    if (!wanted) throw notFound("version");
    await tx
      .update(assistantModels)
      .set({ inUse: false, chosenAt: null, chosenBy: null })
      .where(eq(assistantModels.inUse, true));
    await tx
      .update(assistantModels)
      .set({
        inUse: true,
        chosenAt: version === null ? null : ctx.now,
        chosenBy: version !== null && ctx.actor.kind === "agent" ? actorId(ctx.actor) : null,
      })
      .where(eq(assistantModels.id, wanted.id));
    await audit("assistant.version_chosen", `assistant_model:${wanted.version}`, {
      from: known.find(({ inUse }) => inUse)?.version ?? null,
      newestLeads: version === null,
    });
    await ringKnowledge(transaction);
    return { version: wanted.version };
  });
}
