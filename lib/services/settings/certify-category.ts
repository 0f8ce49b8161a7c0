import { eq } from "drizzle-orm";
import { z } from "zod";
import { categories } from "#db/schema/index.ts";
import { isCertifiable } from "#lib/domain/answers/certification.ts";
import type { Context } from "../context.ts";
import { conflict, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";
import { ringKnowledge } from "./desk-input.ts";
import { judgedAnswers } from "./judged-answers.ts";

const Input = z.strictObject({ categoryId: id(), certified: z.boolean() });

/**
 * A manager accepts the evidence, or takes that back. Accepting is refused while the confirmed decisions do
 * not prove 95 % at 90 % confidence, whoever asks.
 */
export async function certifyCategory(ctx: Context, input: z.input<typeof Input>): Promise<void> {
  ctx.must("assistant.write");
  const { categoryId, certified } = parseInput(Input, input);
  await transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    const [category] = await tx.select().from(categories).where(eq(categories.id, categoryId)).for("update");
    if (!category) throw notFound("category");
    const { right, judged } = await judgedAnswers(transaction.ctx, categoryId);
    if (certified && !isCertifiable(right, judged)) {
      throw conflict("There are not enough confirmed answers yet to certify this category.");
    }
    await tx
      .update(categories)
      .set({ certifiedAt: certified ? ctx.now : null })
      .where(eq(categories.id, categoryId));
    await audit(
      certified ? "category.certified" : "category.certification_withdrawn",
      `category:${categoryId}`,
      {
        right,
        judged,
      },
    );
    await ringKnowledge(transaction);
  });
}
