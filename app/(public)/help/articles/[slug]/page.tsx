import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { deskContext } from "#app/_server/desk.ts";
import { getI18n } from "#app/_server/i18n.ts";
import { ArticleBody } from "#components/help/article-body.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { formatDate } from "#lib/i18n/format.ts";
import { type ArticlePage, readArticle } from "#lib/reads/help.ts";

type Props = PageProps<"/help/articles/[slug]">;

async function articleOf({ params }: Props): Promise<ArticlePage> {
  const { slug } = await params;
  const { locale } = await getI18n();
  const article = /^[\w-]{1,120}$/.test(slug) ? await readArticle(deskContext(), slug, locale) : null;
  if (!article) notFound();
  return article;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await articleOf(props)).title };
}

export default async function ArticlePageView(props: Props) {
  const article = await articleOf(props);
  const { t, locale, timeZone } = await getI18n();
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-8 px-4 py-10">
      <article lang={article.lang}>
        {article.categoryName && (
          <p className="text-base text-muted" lang={locale}>
            {article.categoryName}
          </p>
        )}
        <h1 className="mt-1 mb-6 text-balance font-semibold text-2xl tracking-tight">{article.title}</h1>
        {article.lang !== locale && (
          <p className="mb-6 rounded-md bg-sunken px-3 py-2 text-base text-muted" lang={locale}>
            {t(locale === "ko" ? "help.article.otherLanguage" : "help.article.otherLanguageKo")}
          </p>
        )}
        <ArticleBody body={article.body} />
        <p className="mt-8 text-muted text-sm" lang={locale}>
          {t("help.article.updated", { date: formatDate(locale, article.updatedAt, timeZone) })}
        </p>
      </article>
      {article.related.length > 0 && (
        <nav aria-labelledby="related" className="border-line border-t pt-6">
          <h2 id="related" className="mb-1 font-semibold">
            {t("help.article.related")}
          </h2>
          <ul>
            {article.related.map(({ slug, title }) => (
              <li key={slug}>
                <Link
                  href={`/help/articles/${slug}`}
                  prefetch={false}
                  className="block py-1.5 text-accent-text hover:underline"
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <section className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-6">
        <p>{t("help.article.still")}</p>
        <Link href="/help/new" prefetch={false} className={buttonClass("secondary", "lg")}>
          {t("help.nav.write")}
        </Link>
      </section>
    </div>
  );
}
