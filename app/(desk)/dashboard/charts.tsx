import { AttainmentChart } from "#components/dashboard/attainment-chart.tsx";
import { BacklogChart } from "#components/dashboard/backlog-chart.tsx";
import { BarList } from "#components/dashboard/bar-list.tsx";
import { Panel } from "#components/dashboard/panel.tsx";
import { StackedBar } from "#components/dashboard/stacked-bar.tsx";
import { formatPercent } from "#lib/i18n/format.ts";
import type { MessageKey } from "#lib/i18n/translate.ts";
import { ageBuckets } from "#lib/metrics/backlog-by-queue.ts";
import type { BoardProps } from "./figures.tsx";
import { SatisfactionPanel } from "./satisfaction-panel.tsx";

/** Few, large charts; each with the table behind it. */
export function Charts({ board, i18n, query }: BoardProps) {
  const { t, locale } = i18n;
  const words = {
    how: t("dashboard.how"),
    table: t("dashboard.table"),
    csv: t("dashboard.csv"),
    nothing: t("dashboard.nothing"),
  };
  const csv = (table: string) => `/dashboard/csv/${table}?${query}`;
  const day = (iso: string) =>
    new Intl.DateTimeFormat(locale, { month: "numeric", day: "numeric", timeZone: "UTC" }).format(
      new Date(`${iso}T00:00:00Z`),
    );
  const queueName = (name: { en: string; ko: string } | null) =>
    name?.[locale] ?? t("dashboard.backlog.none");
  const tickets = (figure: string) => `/dashboard/tickets?figure=${figure}&${query}`;
  const reason = (key: string) => t(`assistant.reason.${key}` as MessageKey);
  const mostHandOffs = Math.max(0, ...board.handOffs.map((line) => line.tickets));

  return (
    <div className="mt-3 grid grid-cols-1 gap-3 lg:grid-cols-2">
      <Panel
        title={t("dashboard.attainment.title")}
        how={t("dashboard.attainment.how")}
        words={words}
        csvHref={csv("attainment")}
        table={{
          header: ["day", "met", "missed", "share"].map((name) =>
            t(`dashboard.attainment.${name}` as MessageKey),
          ),
          rows: board.attainment.map(({ day: iso, met, due }) => [
            day(iso),
            met,
            due - met,
            formatPercent(locale, met / due),
          ]),
        }}
      >
        <AttainmentChart
          days={board.attainment.map(({ day: iso, met, due }) => ({ day: day(iso), met, missed: due - met }))}
          words={{ met: t("dashboard.attainment.met"), missed: t("dashboard.attainment.missed") }}
        />
      </Panel>
      <Panel
        title={t("dashboard.backlog.title")}
        how={t("dashboard.backlog.how")}
        words={words}
        csvHref={csv("backlog")}
        table={{
          header: [
            t("dashboard.backlog.queue"),
            ...ageBuckets.map((age) => t(`dashboard.backlog.${age}`)),
            t("dashboard.backlog.total"),
          ],
          rows: board.backlog.map((line) => [
            queueName(line.name),
            ...ageBuckets.map((age) => line[age]),
            <a
              key="total"
              href={line.key ? `/inbox?queue=${line.key}` : "/inbox"}
              className="hover:underline"
            >
              {line.total}
            </a>,
          ]),
        }}
      >
        <BacklogChart
          queues={board.backlog.map((line) => ({ ...line, queue: queueName(line.name) }))}
          words={{
            under4h: t("dashboard.backlog.under4h"),
            under1d: t("dashboard.backlog.under1d"),
            under3d: t("dashboard.backlog.under3d"),
            older: t("dashboard.backlog.older"),
          }}
        />
      </Panel>
      <OutcomesPanel board={board} i18n={i18n} query={query} words={words} csvHref={csv("outcomes")} />
      <Panel
        assistant
        title={t("dashboard.handOff.title")}
        how={t("dashboard.handOff.how")}
        words={words}
        csvHref={csv("hand-offs")}
        table={{
          header: [t("dashboard.handOff.reason"), t("dashboard.handOff.tickets")],
          rows: board.handOffs.map((line) => [reason(line.reason), line.tickets]),
        }}
      >
        <BarList
          tone="assistant"
          whole={mostHandOffs}
          lines={board.handOffs.map((line) => ({
            key: line.reason,
            label: reason(line.reason),
            value: line.tickets,
            href: tickets(`handoff.${line.reason}`),
          }))}
        />
      </Panel>
      <SatisfactionPanel
        board={board}
        i18n={i18n}
        query={query}
        words={words}
        csvHref={csv("satisfaction")}
      />
      <Panel
        className="lg:col-span-2"
        title={t("dashboard.load.title")}
        how={t("dashboard.load.how")}
        words={words}
        csvHref={csv("load")}
        table={{
          header: ["queue", "waiting", "unassigned", "online", "capacity"].map((name) =>
            t(`dashboard.load.${name}` as MessageKey),
          ),
          rows: board.load.map((line) => [
            line.name[locale],
            line.waiting,
            line.unassigned,
            `${line.membersOnline} / ${line.members}`,
            `${line.held} / ${line.capacity}`,
          ]),
        }}
      >
        <div className="grid gap-x-10 sm:grid-cols-2">
          {[
            board.load.slice(0, Math.ceil(board.load.length / 2)),
            board.load.slice(Math.ceil(board.load.length / 2)),
          ].map((half) => (
            <BarList
              key={half[0]?.key ?? "none"}
              tone="plain"
              whole={1}
              lines={half.map((line) => ({
                key: line.key,
                label: line.name[locale],
                value: line.capacity === 0 ? 0 : line.held / line.capacity,
                shown:
                  line.membersOnline === 0
                    ? t("dashboard.load.nobody")
                    : `${line.held} / ${line.capacity} · ${t("dashboard.load.unassigned")} ${line.unassigned}`,
                href: `/inbox?queue=${line.key}`,
                over: line.held > line.capacity,
              }))}
            />
          ))}
        </div>
      </Panel>
    </div>
  );
}

type PanelWords = Record<"how" | "table" | "csv" | "nothing", string>;

/** One bar of all that was answered, cut so that each ticket is in one part; the stages overlap, the table has them. */
function OutcomesPanel({
  board,
  i18n: { t, locale },
  query,
  words,
  csvHref,
}: BoardProps & { words: PanelWords; csvHref: string }) {
  const of = Object.fromEntries(board.outcomes.map((line) => [line.stage, line.value])) as Record<
    string,
    number
  >;
  const href = (stage: string) => `/dashboard/tickets?figure=outcome.${stage}&${query}`;
  const back = of.reopened ?? 0;
  const durable = of.durable ?? 0;
  const confirmed = Math.max(0, Math.min(of.confirmed ?? 0, (of.answered ?? 0) - back - durable));
  const assumed = Math.max(0, Math.min(of.assumed ?? 0, (of.answered ?? 0) - back - durable - confirmed));
  const open = Math.max(0, (of.answered ?? 0) - back - durable - confirmed - assumed);
  const violet = (share: number) => `color-mix(in srgb, var(--assistant) ${share}%, var(--canvas))`;
  return (
    <Panel
      assistant
      title={t("dashboard.outcomes.title")}
      how={t("dashboard.outcomes.how")}
      words={words}
      csvHref={csvHref}
      table={{
        header: [t("dashboard.outcomes.stage"), t("dashboard.outcomes.count"), t("dashboard.outcomes.share")],
        rows:
          (of.answered ?? 0) === 0
            ? []
            : board.outcomes.map(({ stage, value, of: all }) => [
                t(`dashboard.outcomes.${stage}`),
                `${value} / ${all}`,
                all === 0 ? "–" : formatPercent(locale, value / all),
              ]),
      }}
    >
      <StackedBar
        parts={[
          {
            key: "durable",
            label: t("dashboard.outcomes.durable"),
            value: durable,
            colour: violet(100),
            href: href("durable"),
          },
          {
            key: "confirmed",
            label: t("dashboard.outcomes.confirmed"),
            value: confirmed,
            colour: violet(75),
            href: href("confirmed"),
          },
          {
            key: "assumed",
            label: t("dashboard.outcomes.assumed"),
            value: assumed,
            colour: violet(50),
            href: href("assumed"),
          },
          { key: "open", label: t("dashboard.outcomes.unsettled"), value: open, colour: violet(25) },
          {
            key: "reopened",
            label: t("dashboard.outcomes.reopened"),
            value: back,
            colour: "var(--breach)",
            href: href("reopened"),
          },
        ]}
      />
    </Panel>
  );
}
