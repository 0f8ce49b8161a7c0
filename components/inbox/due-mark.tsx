"use client";
import { formatDateTime, formatDuration } from "#lib/i18n/format.ts";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useNow } from "../ui/use-now.ts";
import { useReaderZone } from "../ui/use-reader-zone.ts";

export type DueMarkProps = { at: string; warnAt: string | null; className?: string };

/** A deadline: quiet while there is time, amber from its warning on, red after it. */
export function DueMark({ at, warnAt, className }: DueMarkProps) {
  const { t, locale } = useI18n();
  const now = useNow();
  const timeZone = useReaderZone();
  const left = new Date(at).getTime() - now;
  const look = left < 0 ? "breach" : warnAt && new Date(warnAt).getTime() <= now ? "soon" : "calm";
  const time = formatDuration(locale, left);
  const words = t(left < 0 ? "inbox.overdue" : "inbox.dueIn", { time });
  return (
    <span
      suppressHydrationWarning
      title={`${words} · ${formatDateTime(locale, at, timeZone)}`}
      className={cx(
        "tabular inline-flex items-center gap-1 whitespace-nowrap text-xs",
        look === "breach" && "font-medium text-breach-text",
        look === "soon" && "font-medium text-soon-text",
        look === "calm" && "text-faint",
        className,
      )}
    >
      <span
        aria-hidden
        className={cx(
          "size-1.5 rounded-full",
          look === "breach" && "bg-breach",
          look === "soon" && "bg-soon",
          look === "calm" && "border border-line-control",
        )}
      />
      <span className="sr-only">{words}</span>
      <span aria-hidden>{left < 0 ? `−${time}` : time}</span>
    </span>
  );
}
