import { eq } from "drizzle-orm";
import { withDesk } from "#bin/desk-context.ts";
import { settings } from "#db/schema/index.ts";
import { seedDemo } from "#db/seed/index.ts";

/** Fills the demonstration through the real intake. Again after being interrupted, it adds what is missing. */
export async function seed(): Promise<void> {
  const filled = await withDesk(async (ctx) => {
    const result = await seedDemo(ctx);
    await ctx.db
      .update(settings)
      .set({ value: { wish: "demo", done: true }, updatedAt: ctx.now })
      .where(eq(settings.key, "seed"));
    return result;
  });
  console.log(JSON.stringify(filled ?? {}));
}
