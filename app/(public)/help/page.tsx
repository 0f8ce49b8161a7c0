import type { Metadata } from "next";
import Link from "next/link";
import { deskContext } from "#app/_server/desk.ts";
import { getI18n } from "#app/_server/i18n.ts";
import { HelpSearch } from "#components/help/help-search.tsx";
import { TopicList } from "#components/help/topic-list.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { readHelpCentre, searchArticles } from "#lib/reads/help.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("help.name") };
}

export default async function HelpPage({ searchParams }: PageProps<"/help">) {
  const { q } = await searchParams;
  const question = typeof q === "string" ? q.slice(0, 300) : "";
  const { t, locale } = await getI18n();
  const ctx = deskContext();
  const [topics, found] = await Promise.all([
    readHelpCentre(ctx, locale),
    searchArticles(ctx, { question, lang: locale, limit: 12 }),
  ]);
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-10 px-4 py-10 sm:py-14">
      <HelpSearch t={t} question={question} found={question ? found : null} />
      {topics.length > 0 ? (
        <TopicList topics={topics} other={t("help.home.otherTopics")} />
      ) : (
        <p className="text-muted">{t("help.home.noArticles")}</p>
      )}
      <section className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-6">
        <div>
          <h2 className="font-semibold">{t("help.home.nothingHelps")}</h2>
          <p className="text-muted">{t("help.home.writeInstead")}</p>
        </div>
        <Link href="/help/new" prefetch={false} className={buttonClass("primary", "lg")}>
          {t("help.nav.write")}
        </Link>
      </section>
    </div>
  );
}
