import Link from "next/link";
import type { FieldSpec } from "#components/settings/field-spec.ts";
import { PressForm } from "#components/settings/press-form.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm, SettingsList } from "#components/settings/settings-list.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { readArticles, readArticleToEdit, readCategories } from "#lib/reads/settings.ts";
import { named } from "../_server/fields.ts";
import { openSettings } from "../_server/settings-page.ts";
import { removeArticle, saveArticle } from "./actions.ts";

export default async function ArticlesPage({ searchParams }: PageProps<"/settings/articles">) {
  const { ctx, t, locale, edit, search, list } = await openSettings("article.write", searchParams);
  const [articles, categories, article] = await Promise.all([
    readArticles(ctx, search),
    readCategories(ctx),
    readArticleToEdit(ctx, edit),
  ]);
  const fields: FieldSpec[] = [
    {
      kind: "text",
      name: "slug",
      label: t("settings.articles.slug"),
      hint: t("settings.articles.slugHint"),
      value: article?.slug ?? "",
      required: true,
      readOnly: article !== null,
      maxLength: 119,
    },
    ...(article
      ? []
      : [
          {
            kind: "select" as const,
            name: "lang",
            label: t("settings.articles.lang"),
            value: locale,
            options: [
              { value: "en", label: t("settings.en") },
              { value: "ko", label: t("settings.ko") },
            ],
          },
        ]),
    {
      kind: "text",
      name: "title",
      label: t("settings.articles.titleField"),
      value: article?.title ?? "",
      required: true,
      maxLength: 300,
    },
    {
      kind: "textarea",
      name: "body",
      label: t("settings.articles.body"),
      hint: t("settings.articles.bodyHint"),
      value: article?.body ?? "",
      rows: 12,
      required: true,
      maxLength: 100_000,
    },
    {
      kind: "select",
      name: "categoryId",
      label: t("settings.articles.category"),
      value: article?.categoryId ?? "",
      options: [{ value: "", label: t("settings.none") }, ...named(locale, categories)],
    },
    {
      kind: "check",
      name: "mayAutoAnswer",
      label: t("settings.articles.auto"),
      value: article?.mayAutoAnswer ?? false,
    },
    {
      kind: "check",
      name: "published",
      label: t("settings.articles.published"),
      value: article ? article.publishedAt !== null : true,
    },
  ];
  return (
    <SettingsList
      {...list}
      title={t("settings.articles.title")}
      lead={t("settings.articles.lead")}
      addHref="/settings/articles?edit=new"
      header={[
        t("settings.articles.titleField"),
        t("settings.articles.lang"),
        t("settings.articles.category"),
        t("settings.articles.published"),
        t("settings.articles.autoShort"),
      ]}
      rows={articles.map((line) => ({
        key: line.id,
        editHref: `/settings/articles?edit=${line.id}`,
        cells: [
          <span key="title" lang={line.lang}>
            {line.title}
          </span>,
          t(`settings.${line.lang}`),
          line.categoryName?.[locale] ?? t("settings.none"),
          line.publishedAt
            ? t("settings.articles.version", { version: line.version })
            : t("settings.articles.draft"),
          line.mayAutoAnswer ? t("settings.yes") : t("settings.no"),
        ],
      }))}
    >
      {article || edit === "new" ? (
        <OpenForm
          title={article?.title ?? t("settings.add")}
          below={
            article && (
              <>
                {article.publishedAt && (
                  <Link
                    href={`/help/articles/${article.slug}`}
                    prefetch={false}
                    className={buttonClass("secondary", "md")}
                  >
                    {t("settings.articles.view")}
                  </Link>
                )}
                <PressForm
                  action={removeArticle.bind(null, article.id)}
                  label={t("settings.delete")}
                  sure={t("settings.deleteSure")}
                />
              </>
            )
          }
        >
          <SettingsForm
            key={`${edit}-${article?.version ?? 0}`}
            action={saveArticle.bind(null, article && { id: article.id, version: article.version })}
            fields={fields}
            submit={t("settings.save")}
          />
        </OpenForm>
      ) : (
        <form action="/settings/articles" className="mb-4 flex max-w-sm gap-2">
          <Input
            type="search"
            name="q"
            defaultValue={search}
            aria-label={t("settings.articles.filter")}
            placeholder={t("settings.articles.filter")}
          />
          <button type="submit" className={buttonClass("secondary", "md")}>
            {t("ui.search")}
          </button>
        </form>
      )}
    </SettingsList>
  );
}
