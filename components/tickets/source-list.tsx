"use client";
import { BookOpen, Package } from "lucide-react";
import type { SourceRef } from "#lib/domain/answers/draft.ts";
import { formatDateTime } from "#lib/i18n/format.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useReaderZone } from "../ui/use-reader-zone.ts";

/** What the words stand on; each opens to the passage as it stood when it was used. */
export function SourceList({ sources }: { sources: readonly SourceRef[] }) {
  const { t, locale } = useI18n();
  const timeZone = useReaderZone();
  if (sources.length === 0) return null;
  return (
    <section aria-label={t("ticket.sources")} className="mt-2">
      <ol className="flex flex-col gap-0.5">
        {sources.map((source, at) => (
          <li key={`${source.id}-${source.version}`}>
            <details className="group">
              <summary className="flex list-none items-center gap-1.5 rounded-sm text-assistant-text text-xs hover:underline [&::-webkit-details-marker]:hidden">
                <span className="tabular">[{at + 1}]</span>
                {source.kind === "order" ? (
                  <Package aria-hidden className="size-3 shrink-0" />
                ) : (
                  <BookOpen aria-hidden className="size-3 shrink-0" />
                )}
                <span className="truncate">{source.title}</span>
                <span className="shrink-0 text-faint">
                  {source.kind === "order"
                    ? t("ticket.sourceAsOf", { at: formatDateTime(locale, source.version, timeZone) })
                    : t("ticket.sourceVersion", { version: source.version })}
                </span>
              </summary>
              <blockquote className="keep-words mt-1 mb-2 whitespace-pre-wrap border-assistant-line border-l-2 pl-3 text-muted text-xs">
                {source.excerpt}
              </blockquote>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
