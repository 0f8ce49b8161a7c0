import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { deskContext } from "#app/_server/desk.ts";
import { getI18n } from "#app/_server/i18n.ts";
import { FoundList } from "#components/help/help-search.tsx";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { searchArticles } from "#lib/reads/help.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("help.ask.title") };
}

/** Less of the question than this in an article is chance. */
const leastCoverage = 0.34;

/** What the articles say, with their names, or the way to a person. No dead end. */
export default async function AskPage({ searchParams }: PageProps<"/help/ask">) {
  const { q } = await searchParams;
  const question = typeof q === "string" ? q.slice(0, 1000) : "";
  const { t, locale } = await getI18n();
  const found = await searchArticles(deskContext(), { question, lang: locale, limit: 4 });
  const fitting = found.filter(({ coverage }) => coverage >= leastCoverage);
  const [best, ...others] = fitting;
  const toPerson = `/help/new?body=${encodeURIComponent(question)}`;
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-8 px-4 py-10">
      <header>
        <h1 className="font-semibold text-2xl tracking-tight">{t("help.ask.title")}</h1>
        <p className="mt-1 text-muted">{t("help.ask.lead")}</p>
      </header>
      <form action="/help/ask" className="flex flex-col items-start gap-3">
        <Field label={t("help.ask.label")} className="w-full">
          <Textarea
            size="lg"
            name="q"
            className="min-h-20"
            required
            maxLength={1000}
            defaultValue={question}
          />
        </Field>
        <Button type="submit" look="primary" size="lg">
          {t("help.ask.submit")}
        </Button>
      </form>
      {question && (
        <section role="status" className="flex flex-col gap-4">
          {best ? (
            <>
              <div className="border-accent border-l-2 pl-4" lang={best.lang}>
                <h2 className="font-semibold" lang={locale}>
                  {t("help.ask.answer")}
                </h2>
                <p className="mt-2 whitespace-pre-line leading-relaxed">{best.excerpt}</p>
                <Link
                  href={`/help/articles/${best.slug}`}
                  prefetch={false}
                  className="mt-3 flex items-center gap-2 text-accent-text hover:underline"
                >
                  <BookOpen aria-hidden className="size-4 shrink-0" />
                  <span lang={locale}>{t("help.ask.from", { title: best.title })}</span>
                </Link>
              </div>
              {others.length > 0 && (
                <div>
                  <h2 className="font-semibold">{t("help.ask.also")}</h2>
                  <FoundList found={others} />
                </div>
              )}
            </>
          ) : (
            <p>{t("help.ask.none")}</p>
          )}
          <Link
            href={toPerson}
            prefetch={false}
            className={buttonClass(best ? "secondary" : "primary", "lg")}
          >
            {t(best ? "help.ask.person" : "help.nav.write")}
          </Link>
        </section>
      )}
    </div>
  );
}
