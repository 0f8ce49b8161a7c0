import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { settings } from "#db/schema/index.ts";
import {
  askingWays,
  mostDelayHours,
  plainRatingSettings,
  type RatingSettings,
} from "#lib/domain/ratings/rating.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../input.ts";
import { transact } from "../transact.ts";

const key = "ratings";
const RatingSettingsInput = z.strictObject({
  ask: z.enum(askingWays),
  delayHours: z.int().min(1).max(mostDelayHours),
});

/** Whether, how and when customers are asked how it was. */
export async function readRatingSettings(db: Db): Promise<RatingSettings> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  const kept = RatingSettingsInput.safeParse(row?.value);
  return kept.success ? kept.data : plainRatingSettings;
}

/** Counts for what is solved from now on; switching off also holds back the mails that are still to be written. */
export async function saveRatingSettings(
  ctx: Context,
  input: z.input<typeof RatingSettingsInput>,
): Promise<void> {
  ctx.must("setting.write");
  const value = parseInput(RatingSettingsInput, input);
  await transact(ctx, async ({ tx, audit }) => {
    await tx
      .insert(settings)
      .values({ key, value, updatedAt: ctx.now })
      .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: ctx.now } });
    await audit("ratings.settings_updated", "ratings", value);
  });
}
