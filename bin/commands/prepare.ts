import { eq } from "drizzle-orm";
import { checkDatabase } from "#bin/check-database.ts";
import { withDesk } from "#bin/desk-context.ts";
import { enterHomeWithDatabase } from "#bin/home.ts";
import { migrateDatabase } from "#bin/migrate.ts";
import { settings } from "#db/schema/index.ts";
import { seedBase } from "#db/seed/seed-base.ts";
import type { Context } from "#lib/services/context.ts";
import { ensureFirstAdmin, type FirstAdmin } from "#lib/services/people/first-admin.ts";

/** What the supervisor learns from the step between the database and the desk. */
export interface Prepared {
  applied: number;
  /** The demonstration is to be filled in. */
  fillDemo: boolean;
  demo: boolean;
  admin: FirstAdmin | null;
}

type SeedWish = { wish: "demo" | "none"; done: boolean };

/** Checks and migrates the database, gives a fresh desk its base, and sees that somebody can sign in. */
export async function prepare({ embedded }: { embedded: boolean }): Promise<void> {
  const env = enterHomeWithDatabase();
  await checkDatabase(env.databaseUrl);
  const applied = await migrateDatabase(env.databaseUrl);
  const prepared = await withDesk(async (ctx): Promise<Prepared> => {
    await seedBase(ctx, { mailFrom: env.mail.from });
    const { wish, done } = await settleWish(ctx, env.seed, embedded);
    const demo = wish === "demo";
    const admin = demo && !env.admin ? null : await ensureFirstAdmin(ctx, env.admin ?? {});
    return { applied, fillDemo: demo && !done, demo, admin };
  });
  console.log(JSON.stringify(prepared));
}

/**
 * The first start decides once and for all whether this is a demonstration; SEED=demo may still make one of it
 * later. A start killed while filling it goes on the next time.
 */
async function settleWish(ctx: Context, asked: "demo" | "none" | null, embedded: boolean): Promise<SeedWish> {
  const first: SeedWish = { wish: asked ?? (embedded ? "demo" : "none"), done: false };
  await ctx.db
    .insert(settings)
    .values({ key: "seed", value: first, updatedAt: ctx.now })
    .onConflictDoNothing();
  const [row] = await ctx.db.select({ value: settings.value }).from(settings).where(eq(settings.key, "seed"));
  const kept = row?.value as SeedWish;
  if (asked !== "demo" || kept.wish === "demo") return kept;
  await ctx.db.update(settings).set({ value: first, updatedAt: ctx.now }).where(eq(settings.key, "seed"));
  return first;
}
