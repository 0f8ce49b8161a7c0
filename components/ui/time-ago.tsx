"use client";
import { formatAge, formatDateTime } from "#lib/i18n/format.ts";
import { useI18n } from "./i18n-provider.tsx";
import { useNow } from "./use-now.ts";
import { useReaderZone } from "./use-reader-zone.ts";

export type TimeAgoProps = {
  /** An instant: ISO string or ms. */
  at: string | number;
  /** Exact instead of relative. */
  exact?: boolean;
  className?: string;
};

/** "2h", "3d", "Nov 3"; the exact time on hover and for screen readers, in the reader's zone. */
export function TimeAgo({ at, exact, className }: TimeAgoProps) {
  const { locale } = useI18n();
  const now = useNow();
  const timeZone = useReaderZone();
  const full = formatDateTime(locale, at, timeZone);
  return (
    <time dateTime={new Date(at).toISOString()} title={full} className={className} suppressHydrationWarning>
      {exact ? full : formatAge(locale, at, now, timeZone)}
    </time>
  );
}
