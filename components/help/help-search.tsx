import Link from "next/link";
import type { Translate } from "#lib/i18n/translate.ts";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/input.tsx";

export type FoundLine = { slug: string; title: string; excerpt: string };
export type HelpSearchProps = { t: Translate; question: string; found: FoundLine[] | null };

/** A plain form that asks by GET: the result has an address and works without JavaScript. */
export function HelpSearch({ t, question, found }: HelpSearchProps) {
  return (
    <section className="flex flex-col gap-4">
      <h1 className="text-balance font-semibold text-2xl tracking-tight">{t("help.home.title")}</h1>
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is not known to every screen reader yet */}
      <form action="/help" role="search" className="flex gap-2">
        <Input
          size="lg"
          type="search"
          name="q"
          defaultValue={question}
          maxLength={300}
          aria-label={t("help.home.search")}
          placeholder={t("help.home.placeholder")}
        />
        <Button type="submit" look="primary" size="lg">
          {t("help.home.search")}
        </Button>
      </form>
      {found && (
        <div role="status" className="flex flex-col gap-1">
          <p className="text-muted">{t("help.home.results", { count: found.length })}</p>
          <FoundList found={found} />
        </div>
      )}
    </section>
  );
}

export function FoundList({ found }: { found: readonly FoundLine[] }) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {found.map(({ slug, title, excerpt }) => (
        <li key={slug}>
          <Link href={`/help/articles/${slug}`} prefetch={false} className="group block py-3">
            <span className="font-medium text-accent-text group-hover:underline">{title}</span>
            <span className="mt-0.5 line-clamp-2 block text-base text-muted">{excerpt}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
