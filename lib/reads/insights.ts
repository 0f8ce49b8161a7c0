import { asc } from "drizzle-orm";
import { categories } from "#db/schema/index.ts";
import {
  certificationTarget,
  clopperPearson,
  confirmationsMissing,
} from "#lib/domain/answers/certification.ts";
import type { CategoryMode } from "#lib/domain/answers/gate.ts";
import { categoryPrecision } from "#lib/metrics/category-precision.ts";
import type { Context } from "#lib/services/context.ts";
import { evidenceDays } from "#lib/services/settings/judged-answers.ts";

export type CategoryInsight = {
  id: string;
  key: string;
  name: { en: string; ko: string };
  mode: CategoryMode;
  threshold: number;
  certifiedAt: Date | null;
  volume: number;
  answerable: number;
  judged: number;
  right: number;
  held: number;
  /** Bounds of the true precision; null while nothing was judged. */
  bounds: { low: number; high: number } | null;
  /** Error-free confirmations still missing for a certificate. */
  missing: number;
};

/** What the assistant may do and what its answers prove, by category. */
export async function readInsights(ctx: Context): Promise<CategoryInsight[]> {
  ctx.must("report.read");
  const { now } = ctx;
  const stretch = { from: new Date(now.getTime() - evidenceDays * 86_400_000), to: now, now };
  const [kinds, figures] = await Promise.all([
    ctx.db.select().from(categories).orderBy(asc(categories.position), asc(categories.key)),
    categoryPrecision(ctx, stretch),
  ]);
  return kinds
    .filter(({ active }) => active)
    .map(({ id, key, name, mode, threshold, certifiedAt }) => {
      const seen = figures.find(({ categoryId }) => categoryId === id);
      const { volume = 0, answerable = 0, judged = 0, right = 0, held = 0 } = seen ?? {};
      return {
        id,
        key,
        name,
        mode,
        threshold,
        certifiedAt,
        volume,
        answerable,
        judged,
        right,
        held,
        bounds: judged === 0 ? null : clopperPearson(right, judged, certificationTarget.confidence),
        missing: confirmationsMissing(right, judged),
      };
    });
}
