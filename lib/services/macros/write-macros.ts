import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { macros } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { invalid, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";
import { ChangeMacro, CreateMacro, mustWork } from "./macro-input.ts";

type Macro = typeof macros.$inferSelect;

export async function createMacro(ctx: Context, input: z.input<typeof CreateMacro>): Promise<Macro> {
  ctx.must("macro.write");
  const macro = parseInput(CreateMacro, input);
  return transact(ctx, async (transaction) => {
    await mustWork(transaction, macro);
    const [row] = await transaction.tx
      .insert(macros)
      .values({
        ...macro,
        position: sql`(select coalesce(max(position), -1) + 1 from macros)`,
        createdBy: ctx.actor.kind === "agent" ? ctx.actor.id : null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning();
    if (!row) throw invalid("There is a macro with this name.", { "name.en": "taken" });
    await transaction.audit("macro.created", `macro:${row.id}`, macro);
    return row;
  });
}

/** Changes what is given; actions are replaced as a whole. */
export async function changeMacro(
  ctx: Context,
  { macroId, ...input }: { macroId: string } & z.input<typeof ChangeMacro>,
): Promise<Macro> {
  ctx.must("macro.write");
  const change = parseInput(ChangeMacro, input);
  const which = parseInput(id(), macroId);
  return transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    const [before] = await tx.select().from(macros).where(eq(macros.id, which)).for("update");
    if (!before) throw notFound("macro");
    const next = { ...before, ...change };
    await mustWork(transaction, next);
    const [namesake] = await tx
      .select({ id: macros.id })
      .from(macros)
      .where(sql`lower(${macros.name} ->> 'en') = lower(${next.name.en}) and ${macros.id} <> ${which}`);
    if (namesake) throw invalid("There is a macro with this name.", { "name.en": "taken" });
    const [row] = await tx
      .update(macros)
      .set({ ...change, updatedAt: ctx.now })
      .where(eq(macros.id, which))
      .returning();
    await audit("macro.updated", `macro:${which}`, change);
    return row!;
  });
}

export async function deleteMacro(ctx: Context, input: { macroId: string }): Promise<void> {
  ctx.must("macro.write");
  const { macroId } = parseInput(z.strictObject({ macroId: id() }), input);
  await transact(ctx, async ({ tx, audit }) => {
    const [row] = await tx.delete(macros).where(eq(macros.id, macroId)).returning();
    if (!row) throw notFound("macro");
    await audit("macro.deleted", `macro:${macroId}`, { name: row.name });
  });
}

export async function reorderMacros(ctx: Context, input: { macroIds: string[] }): Promise<void> {
  ctx.must("macro.write");
  const { macroIds } = parseInput(z.strictObject({ macroIds: z.array(id()).max(1000) }), input);
  await transact(ctx, async ({ tx, audit }) => {
    for (const [position, macroId] of macroIds.entries())
      await tx.update(macros).set({ position }).where(eq(macros.id, macroId));
    await audit("macros.reordered", "macros", { macroIds });
  });
}
