import { LifeBuoy } from "lucide-react";
import Link from "next/link";
import type { Translate } from "#lib/i18n/translate.ts";

export type HelpHeaderProps = {
  t: Translate;
  name: string;
  path: string;
  demo: boolean;
  locale: "en" | "ko";
};

const linkClass = "rounded-md px-2.5 py-2 text-muted hover:bg-hover hover:text-ink";

export function HelpHeader({ t, name, path, demo, locale }: HelpHeaderProps) {
  return (
    <>
      <a
        href="#content"
        className="sr-only z-10 rounded-md bg-ink px-3 py-2 text-canvas focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("help.skip")}
      </a>
      {demo && (
        <p className="bg-soon-soft px-4 py-1.5 text-center text-sm text-soon-text">{t("help.demo")}</p>
      )}
      <header className="border-line border-b">
        <div className="mx-auto flex max-w-3xl flex-wrap items-center gap-x-1 px-4 py-2 text-base sm:flex-nowrap">
          <Link
            href="/help"
            prefetch={false}
            className="mr-auto flex min-h-11 min-w-0 items-center gap-2 font-semibold text-md tracking-tight"
          >
            <LifeBuoy aria-hidden className="size-5 shrink-0 text-accent-text" />
            <span className="truncate">{name}</span>
          </Link>
          <form action="/api/help/language" method="post" className="order-2 sm:order-last">
            <input type="hidden" name="to" value={path} />
            <button
              type="submit"
              name="locale"
              value={locale === "en" ? "ko" : "en"}
              lang={locale === "en" ? "ko" : "en"}
              className={`${linkClass} min-h-11`}
            >
              {t("help.language")}
            </button>
          </form>
          <nav className="-ml-2.5 order-last flex w-full sm:order-none sm:ml-0 sm:w-auto">
            <Link href="/help/ask" prefetch={false} className={linkClass}>
              {t("help.nav.ask")}
            </Link>
            <Link href="/help/new" prefetch={false} className={linkClass}>
              {t("help.nav.write")}
            </Link>
          </nav>
        </div>
      </header>
    </>
  );
}
