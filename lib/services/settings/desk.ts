import { z } from "zod";
import { settings } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../input.ts";
import { transact } from "../transact.ts";
import { bothLanguages } from "./desk-input.ts";

const DeskInput = z.strictObject({
  name: bothLanguages(60),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
});

/** The desk's name and its one brand colour, on the customer's pages. */
export async function saveDesk(ctx: Context, input: z.input<typeof DeskInput>): Promise<void> {
  ctx.must("setting.write");
  const value = parseInput(DeskInput, input);
  await transact(ctx, async ({ tx, audit }) => {
    await tx
      .insert(settings)
      .values({ key: "desk", value, updatedAt: ctx.now })
      .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: ctx.now } });
    await audit("desk.updated", "desk", value);
  });
}
