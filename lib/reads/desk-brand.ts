import { inArray } from "drizzle-orm";
import { settings } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";

export type DeskBrand = {
  /** Null until an administrator names the desk. */
  name: { en: string; ko: string } | null;
  /** "#rrggbb" */
  colour: string | null;
  demo: boolean;
};

/** What the customer's pages are dressed in. */
export async function readDeskBrand(ctx: Context): Promise<DeskBrand> {
  const rows = await ctx.db
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(inArray(settings.key, ["desk", "demo"]));
  const desk = Object(rows.find(({ key }) => key === "desk")?.value) as {
    name?: DeskBrand["name"];
    colour?: string;
  };
  return {
    name: desk.name ?? null,
    colour: /^#[0-9a-f]{6}$/i.test(desk.colour ?? "") ? desk.colour! : null,
    demo: rows.some(({ key, value }) => key === "demo" && value === true),
  };
}
