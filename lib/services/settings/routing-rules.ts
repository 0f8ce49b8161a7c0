import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { priorityRules, settings, skillRules, skills } from "#db/schema/index.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import type { Context } from "../context.ts";
import { invalid, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { RoutingSettings } from "../routing/routing-settings.ts";
import { type Transaction, transact } from "../transact.ts";
import { routeConditions } from "./conditions-input.ts";
import { ringDesk } from "./desk-input.ts";

const position = z.int().min(0).max(10_000);
const SkillRuleInput = z.strictObject({
  ruleId: id().optional(),
  position,
  conditions: routeConditions,
  /** A skill's key, or `*`: every skill that is asked for already. */
  skill: z.string().min(1).max(64),
  minLevel: z.int().min(1).max(3),
});

/** A row that asks for a skill; all rows that hold are asked. */
export async function saveSkillRule(
  ctx: Context,
  input: z.input<typeof SkillRuleInput>,
): Promise<{ id: string }> {
  ctx.must("queue.write");
  const { ruleId, ...values } = parseInput(SkillRuleInput, input);
  return transact(ctx, async (transaction) => {
    const { tx } = transaction;
    if (values.skill !== "*") {
      const [known] = await tx.select({ id: skills.id }).from(skills).where(eq(skills.key, values.skill));
      if (!known) throw invalid("There is no such skill.", { skill: "There is no such skill." });
    }
    const [row] = ruleId
      ? await tx
          .update(skillRules)
          .set(values)
          .where(eq(skillRules.id, ruleId))
          .returning({ id: skillRules.id })
      : await tx.insert(skillRules).values(values).returning({ id: skillRules.id });
    if (!row) throw notFound("rule");
    await changed(
      transaction,
      `skill_rule.${ruleId ? "updated" : "created"}`,
      `skill_rule:${row.id}`,
      values,
    );
    return row;
  });
}

const PriorityRuleInput = z.strictObject({
  ruleId: id().optional(),
  position,
  conditions: routeConditions,
  priority: z.enum(priorities),
});

/** A row that decides the priority; the first that holds. */
export async function savePriorityRule(
  ctx: Context,
  input: z.input<typeof PriorityRuleInput>,
): Promise<{ id: string }> {
  ctx.must("queue.write");
  const { ruleId, ...values } = parseInput(PriorityRuleInput, input);
  return transact(ctx, async (transaction) => {
    const { tx } = transaction;
    const [row] = ruleId
      ? await tx
          .update(priorityRules)
          .set(values)
          .where(eq(priorityRules.id, ruleId))
          .returning({ id: priorityRules.id })
      : await tx.insert(priorityRules).values(values).returning({ id: priorityRules.id });
    if (!row) throw notFound("rule");
    const verb = ruleId ? "updated" : "created";
    await changed(transaction, `priority_rule.${verb}`, `priority_rule:${row.id}`, values);
    return row;
  });
}

export async function deleteRule(ctx: Context, input: { ruleId: string }): Promise<void> {
  ctx.must("queue.write");
  const { ruleId } = parseInput(z.strictObject({ ruleId: id() }), input);
  await transact(ctx, async (transaction) => {
    const { tx } = transaction;
    const gone = [
      ...(await tx.delete(skillRules).where(eq(skillRules.id, ruleId)).returning({ id: skillRules.id })),
      ...(await tx
        .delete(priorityRules)
        .where(eq(priorityRules.id, ruleId))
        .returning({ id: priorityRules.id })),
    ];
    if (gone.length === 0) throw notFound("rule");
    await changed(transaction, "routing_rule.deleted", `routing_rule:${ruleId}`);
  });
}

/** When a ticket goes on from a person who is away, or who lets it wait. */
export async function saveRouting(ctx: Context, input: z.input<typeof RoutingSettings>): Promise<void> {
  ctx.must("queue.write");
  const value = parseInput(RoutingSettings, input);
  await transact(ctx, async (transaction) => {
    await transaction.tx
      .insert(settings)
      .values({ key: "routing", value, updatedAt: ctx.now })
      .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value`, updatedAt: ctx.now } });
    await changed(transaction, "routing.updated", "routing", value);
  });
}

/** The line is looked at anew by the new rules. */
async function changed(
  transaction: Transaction,
  action: string,
  target: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  await transaction.audit(action, target, data);
  await transaction.enqueue("tickets.route_waiting", {});
  await ringDesk(transaction);
}
