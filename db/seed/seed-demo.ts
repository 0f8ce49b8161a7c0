import { eq } from "drizzle-orm";
import { settings } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import { transact } from "#lib/services/transact.ts";
import { seedShop } from "./seed-shop.ts";

/** Fills the demonstration. Killed half-way and started again, it adds what is missing. Needs the base. */
export async function seedDemo(ctx: Context): Promise<{ tickets: number }> {
  const [demo] = await ctx.db.select().from(settings).where(eq(settings.key, "demo"));
  if (!demo) await transact(ctx, seedShop);
  return { tickets: 0 };
}
