import type { getI18n } from "#app/_server/i18n.ts";
import { Figure, type FigureProps } from "#components/dashboard/figure.tsx";
import { formatPercent, formatWait } from "#lib/i18n/format.ts";
import type { Share } from "#lib/metrics/count-tickets.ts";
import type { ReplyTime } from "#lib/metrics/first-reply.ts";
import type { Compared, Dashboard } from "#lib/reads/dashboard.ts";

export type BoardProps = { board: Dashboard; i18n: Awaited<ReturnType<typeof getI18n>>; query: string };

/** The five numbers. Each says what it is out of and what it was before. */
export function Figures({ board, i18n: { t, locale }, query }: BoardProps) {
  const share = (name: "open" | "breached" | "resolved", { now, before }: Compared<Share>): FigureProps => ({
    ...common(name),
    value: name === "resolved" ? percent(now) : String(now.value),
    beside: t("dashboard.of", { of: now.of }),
    was:
      before.of === 0
        ? t("dashboard.noBefore")
        : t("dashboard.was", { value: name === "resolved" ? percent(before) : String(before.value) }),
    change: before.of === 0 ? null : changeOf(shareOf(name, now), shareOf(name, before), name === "resolved"),
  });
  const time = (name: "person" | "assistant", { now, before }: Compared<ReplyTime>): FigureProps => ({
    ...common(name),
    value: minutes(now.median),
    beside: [
      t("dashboard.median"),
      now.p90 === null ? "" : t("dashboard.p90", { time: minutes(now.p90) }),
      `${now.value} / ${now.of}`,
    ]
      .filter(Boolean)
      .join(" · "),
    was:
      before.median === null
        ? t("dashboard.noBefore")
        : t("dashboard.was", { value: minutes(before.median) }),
    change: now.median === null || before.median === null ? null : changeOf(now.median, before.median, false),
  });
  const common = (name: "open" | "breached" | "resolved" | "person" | "assistant") => ({
    label: t(`dashboard.figure.${name}`),
    how: t(`dashboard.howFigure.${name}`),
    howLabel: t("dashboard.how"),
    href: `/dashboard/tickets?figure=${name}&${query}`,
    hrefLabel: t("dashboard.tickets"),
  });
  const percent = ({ value, of }: Share) => (of === 0 ? "–" : formatPercent(locale, value / of));
  const minutes = (value: number | null) => (value === null ? "–" : formatWait(locale, value * 60_000));

  return (
    <div>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-5">
        <Figure {...share("open", board.open)} />
        <Figure {...share("breached", board.breached)} />
        <Figure {...time("person", board.person)} />
        <Figure {...time("assistant", board.assistant)} assistant />
        <Figure {...share("resolved", board.resolved)} assistant />
      </div>
      <p className="mt-2 text-right text-xs">
        <a
          href={`/dashboard/csv/first-replies?${query}`}
          className="text-muted underline-offset-2 hover:text-ink hover:underline"
        >
          {t("dashboard.firstRepliesCsv")}
        </a>
      </p>
    </div>
  );
}

const shareOf = (name: string, { value, of }: Share): number =>
  name === "resolved" ? (of === 0 ? 0 : value / of) : value;

function changeOf(now: number, before: number, moreIsGood: boolean): FigureProps["change"] {
  if (Math.abs(now - before) < 1e-9) return { direction: "same", good: null };
  const direction = now > before ? "up" : "down";
  return { direction, good: (direction === "up") === moreIsGood };
}
