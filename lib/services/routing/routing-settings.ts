import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { settings } from "#db/schema/index.ts";

const minutes = z.int().min(1).max(10_080).nullable();

export const RoutingSettings = z.strictObject({
  /** After so many minutes an absent person's waiting tickets go to somebody else; null: they stay. */
  awayMinutes: minutes,
  /** After so many minutes without an answer a ticket goes to somebody else; null: it stays. */
  waitMinutes: minutes,
});
export type RoutingSettings = z.output<typeof RoutingSettings>;

export const standardRouting: RoutingSettings = { awayMinutes: 15, waitMinutes: null };

/** The desk's own, or what a new desk starts with. */
export async function readRoutingSettings(db: Db): Promise<RoutingSettings> {
  const [row] = await db.select().from(settings).where(eq(settings.key, "routing"));
  return { ...standardRouting, ...(row?.value as Partial<RoutingSettings> | undefined) };
}
