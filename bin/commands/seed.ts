import { withDesk } from "#bin/desk-context.ts";
import { seedDone } from "#bin/prepare-desk.ts";
import { seedDemo } from "#db/seed/index.ts";

/** Fills the demonstration through the real intake. Again after being interrupted, it adds what is missing. */
export async function seed(): Promise<void> {
  await withDesk(async (ctx) => {
    await seedDemo(ctx);
    await seedDone(ctx);
  });
  console.log("{}");
}
