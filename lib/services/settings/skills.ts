import { eq } from "drizzle-orm";
import { z } from "zod";
import { skills } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { invalid, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";
import { bothLanguages, skillKey } from "./desk-input.ts";

const CreateSkill = z.strictObject({ key: skillKey(), name: bothLanguages(100) });

export async function createSkill(ctx: Context, input: z.input<typeof CreateSkill>): Promise<{ id: string }> {
  ctx.must("queue.write");
  const skill = parseInput(CreateSkill, input);
  return transact(ctx, async ({ tx, audit }) => {
    const [row] = await tx.insert(skills).values(skill).onConflictDoNothing().returning({ id: skills.id });
    if (!row) throw invalid("There is a skill with this key.", { key: "taken" });
    await audit("skill.created", `skill:${row.id}`, skill);
    return row;
  });
}

const UpdateSkill = z.strictObject({ skillId: id(), name: bothLanguages(100) });

/** The key stays: triage and routing rules name the skill by it. */
export async function updateSkill(ctx: Context, input: z.input<typeof UpdateSkill>): Promise<void> {
  ctx.must("queue.write");
  const { skillId, name } = parseInput(UpdateSkill, input);
  await transact(ctx, async ({ tx, audit }) => {
    const rows = await tx
      .update(skills)
      .set({ name })
      .where(eq(skills.id, skillId))
      .returning({ id: skills.id });
    if (rows.length === 0) throw notFound("skill");
    await audit("skill.updated", `skill:${skillId}`, { name });
  });
}

/** Takes the skill from everybody and everything that asks for it. */
export async function deleteSkill(ctx: Context, input: { skillId: string }): Promise<void> {
  ctx.must("queue.write");
  const { skillId } = parseInput(z.strictObject({ skillId: id() }), input);
  await transact(ctx, async ({ tx, audit }) => {
    const [row] = await tx.delete(skills).where(eq(skills.id, skillId)).returning({ key: skills.key });
    if (!row) throw notFound("skill");
    await audit("skill.deleted", `skill:${skillId}`, { key: row.key });
  });
}
