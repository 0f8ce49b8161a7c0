import Link from "next/link";
import { BarList } from "#components/dashboard/bar-list.tsx";
import { Panel, type PanelProps } from "#components/dashboard/panel.tsx";
import { formatPercent } from "#lib/i18n/format.ts";
import type { SatisfactionLine } from "#lib/metrics/satisfaction.ts";
import type { BoardProps } from "./figures.tsx";

/** How customers found it: the share in figures, then by who answered. */
export function SatisfactionPanel({
  board: {
    satisfaction: { good, asked, lines },
  },
  i18n: { t, locale },
  query,
  ...panel
}: BoardProps & Pick<PanelProps, "words" | "csvHref">) {
  const percent = (value: number, of: number) => (of === 0 ? "–" : formatPercent(locale, value / of));
  const nameOf = ({ answeredBy, name }: SatisfactionLine) =>
    answeredBy === "assistant"
      ? t("dashboard.satisfaction.assistant")
      : (name ?? t("dashboard.satisfaction.left"));
  const tickets = (figure: string) => `/dashboard/tickets?figure=${figure}&${query}`;
  const bad = good.now.of - good.now.value;
  return (
    <Panel
      {...panel}
      className="lg:col-span-2"
      title={t("dashboard.satisfaction.title")}
      how={t("dashboard.satisfaction.how")}
      table={{
        header: [
          t("dashboard.satisfaction.who"),
          t("dashboard.satisfaction.good"),
          t("dashboard.satisfaction.rated"),
          t("dashboard.satisfaction.askedHead"),
          t("dashboard.satisfaction.goodShare"),
        ],
        rows: lines.map((line) => [
          nameOf(line),
          line.good,
          line.rated,
          line.asked,
          percent(line.good, line.rated),
        ]),
      }}
    >
      <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
        <div>
          <p className="flex flex-wrap items-baseline gap-x-2">
            <Link
              href={tickets("rated.good")}
              prefetch={false}
              title={t("dashboard.tickets")}
              className="tabular font-semibold text-2xl tracking-tight hover:underline"
            >
              {percent(good.now.value, good.now.of)}
            </Link>
            <span className="text-muted text-xs">
              {t("dashboard.satisfaction.share", { good: good.now.value, rated: good.now.of })}
            </span>
          </p>
          <ul className="mt-1 flex flex-col gap-1 text-muted text-xs">
            <li>
              {good.before.of === 0
                ? t("dashboard.noBefore")
                : t("dashboard.satisfaction.was", { value: percent(good.before.value, good.before.of) })}
            </li>
            <li>
              {asked.of === 0 ? (
                t("dashboard.satisfaction.nobodyAsked")
              ) : (
                <Link href={tickets("rated.asked")} prefetch={false} className="hover:underline">
                  {t("dashboard.satisfaction.asked", { rated: asked.value, asked: asked.of })}
                </Link>
              )}
            </li>
            <li>
              <Link href={tickets("rated.bad")} prefetch={false} className="hover:underline">
                {t("dashboard.satisfaction.bad", { bad })}
              </Link>
            </li>
          </ul>
        </div>
        <BarList
          tone="plain"
          whole={1}
          lines={lines.map((line) => ({
            key: `${line.answeredBy} ${line.agentId}`,
            label: nameOf(line),
            value: line.rated === 0 ? 0 : line.good / line.rated,
            shown: `${line.good} / ${line.rated}`,
          }))}
        />
      </div>
    </Panel>
  );
}
