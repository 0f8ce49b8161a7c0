import type { Metadata } from "next";
import { getI18n } from "#app/_server/i18n.ts";
import { requireManager } from "#app/_server/session.ts";
import { FilterBar } from "#components/dashboard/filter-bar.tsx";
import { DeskPage } from "#components/shell/desk-page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { formatDate, formatLanguage } from "#lib/i18n/format.ts";
import {
  type DashboardChoices,
  DashboardFilter,
  periods,
  readDashboard,
  readDashboardChoices,
} from "#lib/reads/dashboard.ts";
import { Charts } from "./charts.tsx";
import { Figures } from "./figures.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("dashboard.title") };
}

export default async function DashboardPage({ searchParams }: PageProps<"/dashboard">) {
  const ctx = await requireManager();
  const filter = DashboardFilter.parse(await searchParams);
  const i18n = await getI18n();
  const { t, locale, timeZone } = i18n;
  const [board, choices] = await Promise.all([
    readDashboard(ctx, filter, timeZone),
    readDashboardChoices(ctx),
  ]);
  const query = queryOf(filter);
  return (
    <DeskPage>
      <PageHeader
        title={t("dashboard.title")}
        description={t("dashboard.lead", {
          from: formatDate(locale, board.from, timeZone),
          to: formatDate(locale, board.to, timeZone),
          days: filter.days,
        })}
      />
      <FilterBar
        label={t("dashboard.filter.label")}
        show={t("dashboard.filter.show")}
        controls={controls()}
      />
      <Figures board={board} i18n={i18n} query={query} />
      <Charts board={board} i18n={i18n} query={query} />
    </DeskPage>
  );

  function controls() {
    const all = { value: "", label: t("dashboard.filter.all") };
    const inLocale = (list: DashboardChoices["queues"]) => [
      all,
      ...list.map(({ id, name }) => ({ value: id, label: name[locale] })),
    ];
    const named = (list: DashboardChoices["agents"]) => [
      all,
      ...list.map(({ id, name }) => ({ value: id, label: name })),
    ];
    return [
      {
        name: "days",
        label: t("dashboard.filter.period"),
        value: String(filter.days),
        options: periods.map((days) => ({
          value: String(days),
          label: t("dashboard.filter.days", { days }),
        })),
      },
      {
        name: "queue",
        label: t("dashboard.filter.queue"),
        value: filter.queue ?? "",
        options: inLocale(choices.queues),
      },
      {
        name: "category",
        label: t("dashboard.filter.category"),
        value: filter.category ?? "",
        options: inLocale(choices.categories),
      },
      {
        name: "language",
        label: t("dashboard.filter.language"),
        value: filter.language ?? "",
        options: [
          all,
          ...choices.languages.map((code) => ({ value: code, label: formatLanguage(locale, code) })),
        ],
      },
      {
        name: "agent",
        label: t("dashboard.filter.agent"),
        value: filter.agent ?? "",
        options: named(choices.agents),
      },
      {
        name: "mailbox",
        label: t("dashboard.filter.mailbox"),
        value: filter.mailbox ?? "",
        options: named(choices.mailboxes),
      },
    ];
  }
}

/** The filter as it stands in an address, with what is set alone. */
function queryOf(filter: DashboardFilter): string {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined);
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
}
