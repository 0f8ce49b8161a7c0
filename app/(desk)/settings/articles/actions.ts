"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Context } from "#lib/services/context.ts";
import { createArticle, deleteArticle, updateArticle } from "#lib/services/settings/articles.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

const back = "/settings/articles?saved=1";

export async function saveArticle(
  article: { id: string; version: number } | null,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { word, choice, checked } = readForm(form);
  const fields = {
    title: word("title"),
    body: word("body"),
    categoryId: choice("categoryId"),
    mayAutoAnswer: checked("mayAutoAnswer"),
    published: checked("published"),
  };
  const work = (ctx: Context): Promise<unknown> =>
    article
      ? updateArticle(ctx, { articleId: article.id, version: article.version, ...fields })
      : createArticle(ctx, { slug: word("slug"), lang: word("lang") as Locale, ...fields });
  return save(form, work, { back });
}

export async function removeArticle(
  articleId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  return save(form, (ctx) => deleteArticle(ctx, { articleId }), { back });
}
