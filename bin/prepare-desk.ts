import { eq } from "drizzle-orm";
import { settings } from "#db/schema/index.ts";
import { seedBase } from "#db/seed/seed-base.ts";
import type { Env } from "#lib/env.ts";
import type { Context } from "#lib/services/context.ts";
import { ensureFirstAdmin, type FirstAdmin } from "#lib/services/people/first-admin.ts";
import { checkDatabase } from "./check-database.ts";
import { contextOn } from "./desk-context.ts";
import { migrateDatabase } from "./migrate.ts";

/** What a start learns from the step between the database and the desk. */
export interface Prepared {
  applied: number;
  /** Of the server. */
  postgres: string;
  /** This desk is a demonstration. */
  demo: boolean;
  /** It has yet to be filled in. */
  fillDemo: boolean;
  admin: FirstAdmin | null;
}

type Seed = { wish: "demo" | "none"; done: boolean };

/**
 * Checks and migrates the database, gives a fresh desk its base, and sees that somebody can sign in. As often as
 * one likes, from as many machines as one likes.
 */
export async function prepareDesk(env: Env, databaseUrl: string): Promise<Prepared> {
  const { version } = await checkDatabase(databaseUrl);
  const applied = await migrateDatabase(databaseUrl);
  return contextOn(databaseUrl, env, async (ctx) => {
    await seedBase(ctx, { mailFrom: env.mail.from });
    const { wish, done } = await settleSeed(ctx, env);
    const demo = wish === "demo";
    const admin = demo && !env.admin ? null : await ensureFirstAdmin(ctx, env.admin ?? {});
    return { applied, postgres: version, demo, fillDemo: demo && !done, admin };
  });
}

/**
 * The first start decides once and for all whether this is a demonstration; SEED=demo may still make one of it
 * later. A start that was killed while filling it goes on the next time.
 */
async function settleSeed(ctx: Context, env: Env): Promise<Seed> {
  const first: Seed = { wish: env.seed ?? (env.databaseUrl ? "none" : "demo"), done: false };
  await ctx.db
    .insert(settings)
    .values({ key: "seed", value: first, updatedAt: ctx.now })
    .onConflictDoNothing();
  const [row] = await ctx.db.select({ value: settings.value }).from(settings).where(eq(settings.key, "seed"));
  const kept = row?.value as Seed;
  if (env.seed !== "demo" || kept.wish === "demo") return kept;
  await ctx.db.update(settings).set({ value: first, updatedAt: ctx.now }).where(eq(settings.key, "seed"));
  return first;
}

export async function seedDone(ctx: Context): Promise<void> {
  const value: Seed = { wish: "demo", done: true };
  await ctx.db.update(settings).set({ value, updatedAt: ctx.now }).where(eq(settings.key, "seed"));
}
