import { desc, eq, inArray } from "drizzle-orm";
import { assistantModels } from "#db/schema/index.ts";
import type { AnswerCalibrator } from "#lib/domain/answers/answer-calibrator.ts";
import { type ModelMetrics, outdated } from "#lib/domain/triage/model-versions.ts";
import type { Context } from "../context.ts";
import { transact } from "../transact.ts";

export type NewModel = {
  learntFrom: string;
  bytes: Uint8Array;
  labels: string[];
  metrics: ModelMetrics;
  calibrator?: AnswerCalibrator | null;
};

/**
 * Keeps what the classifier has learnt as its next version, and puts it to work unless a person chose an older one.
 * What was learnt already is not kept twice: null.
 */
export async function keepModel(ctx: Context, model: NewModel): Promise<{ version: number } | null> {
  ctx.must("assistant.apply");
  return transact(ctx, async ({ tx, audit }) => {
    const known = await tx
      .select({
        id: assistantModels.id,
        version: assistantModels.version,
        inUse: assistantModels.inUse,
        chosenAt: assistantModels.chosenAt,
      })
      .from(assistantModels)
      .orderBy(desc(assistantModels.version))
      .for("update");
    const chosen = known.some(({ inUse, chosenAt }) => inUse && chosenAt !== null);
    const version = (known[0]?.version ?? 0) + 1;
    const [row] = await tx
      .insert(assistantModels)
      .values({ ...model, bytes: Buffer.from(model.bytes), version, trainedAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: assistantModels.id });
    if (!row) return null;
    if (!chosen) {
      await tx.update(assistantModels).set({ inUse: false }).where(eq(assistantModels.inUse, true));
      await tx.update(assistantModels).set({ inUse: true }).where(eq(assistantModels.id, row.id));
    }
    const gone = outdated([
      { id: row.id, version, inUse: !chosen },
      ...known.map((one) => ({ ...one, inUse: chosen && one.inUse })),
    ]);
    if (gone.length > 0) {
      await tx.delete(assistantModels).where(
        inArray(
          assistantModels.id,
          gone.map(({ id }) => id),
        ),
      );
    }
    await audit("assistant.learnt", `assistant_model:${version}`, { ...model.metrics, inUse: !chosen });
    return { version };
  });
}
