import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { categories, categorySkills } from "#db/schema/index.ts";
import { standardTopics, topicsByName } from "#lib/domain/triage/standard-topics.ts";
import type { Context } from "../context.ts";
import { invalid, notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { bothLanguages, key, neededSkills, ringDesk, ringKnowledge } from "./desk-input.ts";

const fields = {
  name: bothLanguages(100),
  description: bothLanguages(1000, 0),
  examples: z.array(text(500, 1)).max(200),
  topics: z.array(z.enum(standardTopics)).max(standardTopics.length).nullable(),
  queueId: id().nullable(),
  mode: z.enum(["off", "draft", "hold", "auto"]),
  threshold: z.number().min(0.5).max(1),
  active: z.boolean(),
  skills: neededSkills(),
};

const CreateCategory = z.strictObject({
  key: key(),
  name: fields.name,
  ...z.object(fields).omit({ name: true }).partial().shape,
});

export async function createCategory(
  ctx: Context,
  input: z.input<typeof CreateCategory>,
): Promise<{ id: string }> {
  ctx.must("assistant.write");
  const { skills, ...category } = parseInput(CreateCategory, input);
  return transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    const [row] = await tx
      .insert(categories)
      .values({ ...category, position: sql`(select coalesce(max(position), -1) + 1 from categories)` })
      .onConflictDoNothing()
      .returning({ id: categories.id });
    if (!row) throw invalid("There is a category with this key.", { key: "taken" });
    await writeSkills(transaction, row.id, skills);
    await audit("category.created", `category:${row.id}`, category);
    await ringBoth(transaction);
    return row;
  });
}

const UpdateCategory = z.strictObject({ categoryId: id(), ...z.object(fields).partial().shape });

/** A new mode holds from the next answer on; answers already sent stay. */
export async function updateCategory(ctx: Context, input: z.input<typeof UpdateCategory>): Promise<void> {
  ctx.must("assistant.write");
  const { categoryId, skills, ...changes } = parseInput(UpdateCategory, input);
  await transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    const [before] = await tx.select().from(categories).where(eq(categories.id, categoryId)).for("update");
    if (!before) throw notFound("category");
    if (Object.keys(changes).length > 0) {
      await tx.update(categories).set(changes).where(eq(categories.id, categoryId));
    }
    await writeSkills(transaction, categoryId, skills);
    const { examples, ...said } = changes;
    await audit("category.updated", `category:${categoryId}`, {
      ...said,
      ...(examples && { examples: examples.length }),
      ...(changes.mode && { from: before.mode }),
    });
    await ringBoth(transaction);
  });
}

/** One press: each active category stands for the topics its name suggests, where nobody has said otherwise yet. */
export async function confirmSuggestedTopics(ctx: Context): Promise<{ confirmed: number }> {
  ctx.must("assistant.write");
  return transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    const open = await tx
      .select()
      .from(categories)
      .where(and(eq(categories.active, true), isNull(categories.topics)))
      .for("update");
    for (const { id: categoryId, name, key } of open) {
      const topics = topicsByName(Object.values(name), key);
      await tx.update(categories).set({ topics }).where(eq(categories.id, categoryId));
      await audit("category.topics_confirmed", `category:${categoryId}`, { topics });
    }
    if (open.length > 0) await ringKnowledge(transaction);
    return { confirmed: open.length };
  });
}

/** Tickets keep no category then. Rather make it inactive if its figures matter. */
export async function deleteCategory(ctx: Context, input: { categoryId: string }): Promise<void> {
  ctx.must("assistant.write");
  const { categoryId } = parseInput(z.strictObject({ categoryId: id() }), input);
  await transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    const [row] = await tx
      .delete(categories)
      .where(eq(categories.id, categoryId))
      .returning({ key: categories.key });
    if (!row) throw notFound("category");
    await audit("category.deleted", `category:${categoryId}`, { key: row.key });
    await ringBoth(transaction);
  });
}

export async function reorderCategories(ctx: Context, input: { categoryIds: string[] }): Promise<void> {
  ctx.must("assistant.write");
  const { categoryIds } = parseInput(z.strictObject({ categoryIds: z.array(id()).max(500) }), input);
  await transact(ctx, async (transaction) => {
    for (const [position, categoryId] of categoryIds.entries()) {
      await transaction.tx.update(categories).set({ position }).where(eq(categories.id, categoryId));
    }
    await transaction.audit("categories.reordered", "categories", { categoryIds });
    await ringBoth(transaction);
  });
}

async function writeSkills(
  { tx }: Transaction,
  categoryId: string,
  skills: { skillId: string; minLevel: number }[] | undefined,
): Promise<void> {
  if (!skills) return;
  await tx.delete(categorySkills).where(eq(categorySkills.categoryId, categoryId));
  const rows = skills.map((skill) => ({ categoryId, ...skill }));
  if (rows.length > 0) await tx.insert(categorySkills).values(rows).onConflictDoNothing();
}

async function ringBoth(transaction: Transaction): Promise<void> {
  await ringKnowledge(transaction);
  await ringDesk(transaction);
}
