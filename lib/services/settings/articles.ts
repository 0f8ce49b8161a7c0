import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { articles, articleVersions } from "#db/schema/index.ts";
import { locales } from "#lib/i18n/locale.ts";
import type { Context } from "../context.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { ringKnowledge } from "./desk-input.ts";

export const articleSlug = () => z.string().regex(/^[a-z0-9][a-z0-9-]{0,118}$/);

const fields = {
  title: text(300, 1),
  body: text(100_000, 1),
  categoryId: id().nullable(),
  mayAutoAnswer: z.boolean(),
  published: z.boolean(),
};

const CreateArticle = z.strictObject({
  slug: articleSlug(),
  lang: z.enum(locales),
  ...fields,
  categoryId: fields.categoryId.default(null),
  mayAutoAnswer: fields.mayAutoAnswer.default(false),
  published: fields.published.default(false),
});
export type CreateArticle = z.input<typeof CreateArticle>;

/** The same article in the other language has the same slug. */
export async function createArticle(ctx: Context, input: CreateArticle): Promise<{ id: string }> {
  ctx.must("article.write");
  const { published, ...article } = parseInput(CreateArticle, input);
  return transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    const [row] = await tx
      .insert(articles)
      .values({ ...article, publishedAt: published ? ctx.now : null, updatedAt: ctx.now })
      .onConflictDoNothing()
      .returning();
    if (!row) throw invalid("There is an article with this address in this language.", { slug: "taken" });
    await keepVersion(transaction, row);
    await audit("article.created", `article:${row.id}`, { slug: row.slug, lang: row.lang, published });
    await ringKnowledge(transaction);
    return { id: row.id };
  });
}

const UpdateArticle = z.strictObject({
  articleId: id(),
  /** The version that was read: somebody else's words are never overwritten. */
  version: z.int(),
  ...z.object(fields).partial().shape,
});
export type UpdateArticle = z.input<typeof UpdateArticle>;

/** New words make a new version; every version stays readable, because replies quote them. */
export async function updateArticle(ctx: Context, input: UpdateArticle): Promise<{ version: number }> {
  ctx.must("article.write");
  const { articleId, version, published, ...changes } = parseInput(UpdateArticle, input);
  return transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    const [before] = await tx.select().from(articles).where(eq(articles.id, articleId));
    if (!before) throw notFound("article");
    const words =
      (changes.title ?? before.title) !== before.title || (changes.body ?? before.body) !== before.body;
    const [row] = await tx
      .update(articles)
      .set({
        ...changes,
        ...(published !== undefined && { publishedAt: published ? (before.publishedAt ?? ctx.now) : null }),
        ...(words && { version: sql`${articles.version} + 1` }),
        updatedAt: ctx.now,
      })
      .where(and(eq(articles.id, articleId), eq(articles.version, version)))
      .returning();
    if (!row) throw conflict("Somebody changed this article in the meantime. Look at it again.");
    if (words) await keepVersion(transaction, row);
    const { body, ...said } = changes;
    await audit("article.updated", `article:${articleId}`, {
      ...said,
      ...(published !== undefined && { published }),
      version: row.version,
    });
    await ringKnowledge(transaction);
    return { version: row.version };
  });
}

/** Sent replies keep their own excerpts. */
export async function deleteArticle(ctx: Context, input: { articleId: string }): Promise<void> {
  ctx.must("article.write");
  const { articleId } = parseInput(z.strictObject({ articleId: id() }), input);
  await transact(ctx, async (transaction) => {
    const [row] = await transaction.tx.delete(articles).where(eq(articles.id, articleId)).returning();
    if (!row) throw notFound("article");
    await transaction.audit("article.deleted", `article:${articleId}`, { slug: row.slug, lang: row.lang });
    await ringKnowledge(transaction);
  });
}

async function keepVersion({ tx, ctx }: Transaction, article: typeof articles.$inferSelect): Promise<void> {
  const { id: articleId, version, title, body } = article;
  const writtenBy = ctx.actor.kind === "agent" ? ctx.actor.id : null;
  await tx.insert(articleVersions).values({ articleId, version, title, body, writtenBy, createdAt: ctx.now });
}
