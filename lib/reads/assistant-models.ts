import { desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { agents, assistantModels } from "#db/schema/index.ts";
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

/** The classifier that sorts the desk's tickets; null while names and phrases do. */
export async function readModelInUse(db: Db): Promise<Buffer | null> {
  const [row] = await db
    .select({ bytes: assistantModels.bytes })
    .from(assistantModels)
    .where(eq(assistantModels.inUse, true));
  return row?.bytes ?? null;
}
