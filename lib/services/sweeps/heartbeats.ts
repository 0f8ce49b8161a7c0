import { eq } from "drizzle-orm";
import { heartbeats } from "#db/schema/index.ts";
import { cleanDeep } from "#lib/domain/text/clean.ts";
import type { Context } from "../context.ts";

/** Small facts of the running parts, for `ready` and `doctor`. */
export type BeatName =
  | `queue.canary.${string}`
  | "queue.health"
  | "queue.mark"
  | "mail.in"
  | "mail.out"
  | "audit.sealed";

/** The newest fact of a name replaces the older one. */
export async function beat(ctx: Context, name: BeatName, data: Record<string, unknown> = {}): Promise<void> {
  const values = { name, at: ctx.now, data: cleanDeep(data) };
  await ctx.db.insert(heartbeats).values(values).onConflictDoUpdate({ target: heartbeats.name, set: values });
}

export async function readBeat(
  ctx: Pick<Context, "db">,
  name: BeatName,
): Promise<{ at: Date; data: Record<string, unknown> } | null> {
  const [row] = await ctx.db.select().from(heartbeats).where(eq(heartbeats.name, name));
  return row ?? null;
}
