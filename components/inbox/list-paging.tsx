"use client";
import Link from "next/link";
import type { InboxFilter } from "#lib/reads/inbox-filter.ts";
import { buttonClass } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { inboxHref } from "./inbox-href.ts";

/** On to the older ones, and back to the newest. */
export function ListPaging({ filter, nextCursor }: { filter: InboxFilter; nextCursor: string | null }) {
  const { t } = useI18n();
  if (!nextCursor && !filter.cursor) return null;
  return (
    <nav aria-label={t("inbox.list")} className="flex justify-center gap-2 p-4">
      {filter.cursor && (
        <Link
          href={inboxHref({ ...filter, cursor: undefined }) as never}
          className={buttonClass("quiet", "sm")}
        >
          {t("inbox.newest")}
        </Link>
      )}
      {nextCursor && (
        <Link
          href={inboxHref({ ...filter, cursor: nextCursor }) as never}
          className={buttonClass("secondary", "sm")}
        >
          {t("inbox.older")}
        </Link>
      )}
    </nav>
  );
}
