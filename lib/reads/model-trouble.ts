import { and, desc, gt, inArray, like, ne, or } from "drizzle-orm";
import { assistantRuns } from "#db/schema/index.ts";
import { type ModelTrouble, modelTrouble } from "#lib/domain/answers/model-trouble.ts";
import type { Context } from "#lib/services/context.ts";

const withinMs = 30 * 60_000;

/** Whether the configured model has stopped answering lately, by the ledger: every process sees the same. */
export async function readModelTrouble({ db, now }: Context): Promise<ModelTrouble | null> {
  const asked = await db
    .select({ outcome: assistantRuns.outcome, at: assistantRuns.createdAt })
    .from(assistantRuns)
    .where(
      and(
        gt(assistantRuns.createdAt, new Date(now.getTime() - withinMs)),
        inArray(assistantRuns.step, ["triage", "draft"]),
        or(ne(assistantRuns.model, "builtin"), like(assistantRuns.outcome, "fallback:%")),
      ),
    )
    .orderBy(desc(assistantRuns.createdAt), desc(assistantRuns.id))
    .limit(200);
  return modelTrouble(asked);
}
