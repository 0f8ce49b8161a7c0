import { desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { agents, assistantModels } from "#db/schema/index.ts";
import type { AnswerCalibrator } from "#lib/domain/answers/answer-calibrator.ts";
import type { ModelMetrics } from "#lib/domain/triage/model-versions.ts";
import type { Context } from "#lib/services/context.ts";

export type ModelVersion = {
  version: number;
  trainedAt: Date;
  inUse: boolean;
  /** By a person, who then keeps newer ones waiting. */
  chosen: { by: string | null; at: Date } | null;
  metrics: ModelMetrics;
};

/** The kept versions of the classifier, newest first. */
export async function readModelVersions(ctx: Context): Promise<ModelVersion[]> {
  ctx.must("report.read");
  const rows = await ctx.db
    .select({
      version: assistantModels.version,
      trainedAt: assistantModels.trainedAt,
      inUse: assistantModels.inUse,
      chosenAt: assistantModels.chosenAt,
      chosenBy: agents.name,
      metrics: assistantModels.metrics,
    })
    .from(assistantModels)
    .leftJoin(agents, eq(agents.id, assistantModels.chosenBy))
    .orderBy(desc(assistantModels.version));
  return rows.map(({ chosenAt, chosenBy, ...row }) => ({
    ...row,
    chosen: chosenAt && { by: chosenBy, at: chosenAt },
  }));
}

/** What sorts the desk's tickets and says when to answer them; null while names and phrases do. */
export async function readModelInUse(
  db: Db,
): Promise<{ classifier: Buffer; calibrator: AnswerCalibrator | undefined } | null> {
  const [row] = await db
    .select({ bytes: assistantModels.bytes, calibrator: assistantModels.calibrator })
    .from(assistantModels)
    .where(eq(assistantModels.inUse, true));
  return row ? { classifier: row.bytes, calibrator: row.calibrator ?? undefined } : null;
}
