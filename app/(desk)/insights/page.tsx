import type { Metadata } from "next";
import Link from "next/link";
import { getI18n } from "#app/_server/i18n.ts";
import { requireManager } from "#app/_server/session.ts";
import { How } from "#components/dashboard/figure.tsx";
import { ModeSwitch } from "#components/dashboard/mode-switch.tsx";
import { ModelVersions } from "#components/dashboard/model-versions.tsx";
import { PrecisionBar } from "#components/dashboard/precision-bar.tsx";
import { DeskPage } from "#components/shell/desk-page.tsx";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { certificationTarget } from "#lib/domain/answers/certification.ts";
import { formatDate, formatDateTime, formatPercent } from "#lib/i18n/format.ts";
import { readModelVersions } from "#lib/reads/assistant-models.ts";
import { readInsights } from "#lib/reads/insights.ts";
import { readModelTrouble } from "#lib/reads/model-trouble.ts";
import { chooseVersion, setCertified, setMode } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("insights.title") };
}

export default async function InsightsPage() {
  const ctx = await requireManager();
  const [rows, versions, trouble, { t, locale, timeZone }] = await Promise.all([
    readInsights(ctx),
    readModelVersions(ctx),
    readModelTrouble(ctx),
    getI18n(),
  ]);
  const chosen = versions.find(({ inUse }) => inUse)?.chosen;
  const held = rows.reduce((sum, row) => sum + row.held, 0);
  const percent = (share: number) => formatPercent(locale, share);
  return (
    <DeskPage>
      <PageHeader
        title={t("insights.title")}
        description={t("insights.lead")}
        actions={
          <Link
            href="/inbox?view=held"
            prefetch={false}
            className={buttonClass(held > 0 ? "assistant" : "secondary", "md")}
          >
            {t("insights.held", { count: held })}
          </Link>
        }
      />
      {trouble && (
        <p role="status" className="mb-4 rounded-md border border-soon-text/40 px-3 py-2 text-sm">
          <b className="text-soon-text">{t("insights.trouble.title")}</b>{" "}
          {t(`insights.trouble.${isReason(trouble.reason) ? trouble.reason : "unavailable"}`, {
            since: formatDateTime(locale, trouble.since, timeZone),
          })}
        </p>
      )}
      <How label={t("insights.how")}>{t("insights.howBody")}</How>
      <ul className="mt-4 divide-y divide-line border-line border-y">
        {rows.map((row) => (
          <li
            key={row.id}
            className="grid grid-cols-1 gap-x-6 gap-y-2 py-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,12rem)_auto_minmax(0,1fr)_12rem] lg:items-center"
          >
            <div className="min-w-0">
              <h2 className="truncate font-medium text-sm">{row.name[locale]}</h2>
              <p className="tabular text-muted text-xs">
                {t("insights.volume")} {row.volume} · {t("insights.answerable")} {row.answerable}
              </p>
            </div>
            <ModeSwitch
              label={`${t("insights.mode")}: ${row.name[locale]}`}
              action={setMode.bind(null, row.id)}
              value={row.mode}
              options={(["off", "draft", "hold", "auto"] as const).map((mode) => ({
                value: mode,
                label: t(`insights.modes.${mode}`),
                hint: t(`insights.modeHint.${mode}`),
              }))}
            />
            <div className="min-w-0 text-sm">
              {row.bounds ? (
                <>
                  <PrecisionBar
                    low={row.bounds.low}
                    high={row.bounds.high}
                    measured={row.right / row.judged}
                    target={certificationTarget.precision}
                  />
                  <p className="tabular mt-1 text-muted text-xs">
                    {percent(row.right / row.judged)} ·{" "}
                    {t("insights.interval", {
                      low: percent(row.bounds.low),
                      high: percent(row.bounds.high),
                      right: row.right,
                      judged: row.judged,
                    })}
                  </p>
                </>
              ) : (
                <p className="text-muted text-xs">{t("insights.none")}</p>
              )}
            </div>
            <div className="flex flex-wrap items-center justify-between gap-2 text-xs lg:justify-end">
              <span className="text-muted lg:text-right">
                {row.certifiedAt
                  ? t("insights.certified", { date: formatDate(locale, row.certifiedAt, timeZone) })
                  : row.missing === 0
                    ? t("insights.enough")
                    : t("insights.missing", { count: row.missing })}
                {row.certifiedAt && row.missing > 0 && (
                  <span className="block">{t("insights.missing", { count: row.missing })}</span>
                )}
                {row.mode === "auto" && !row.certifiedAt && (
                  <span className="block text-soon-text">{t("insights.autoWaits")}</span>
                )}
              </span>
              {(row.certifiedAt || row.missing === 0) && (
                <form action={setCertified.bind(null, row.id, row.certifiedAt === null)}>
                  <Button type="submit" size="sm">
                    {t(row.certifiedAt ? "insights.withdraw" : "insights.certify")}
                  </Button>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
      <ModelVersions
        title={t("insights.versions.title")}
        lead={t("insights.versions.lead")}
        empty={t("insights.versions.empty")}
        words={{
          inUse: t("insights.versions.inUse"),
          press: t("insights.versions.use"),
          use: (name) => t("insights.versions.useNamed", { name }),
        }}
        versions={versions.map(({ version, trainedAt, inUse, metrics }) => ({
          version,
          name: t("insights.versions.name", { version }),
          trained: formatDateTime(locale, trainedAt, timeZone),
          facts: [
            t("insights.versions.rows", { count: metrics.rows }),
            metrics.heldOut !== null && t("insights.versions.heldOut", { share: percent(metrics.heldOut) }),
            metrics.newer &&
              t("insights.versions.newer", {
                count: metrics.newer.rows,
                share: percent(metrics.newer.before),
              }),
            metrics.agrees !== null && t("insights.versions.agrees", { share: percent(metrics.agrees) }),
          ].filter((fact) => typeof fact === "string"),
          inUse,
          use: chooseVersion.bind(null, version),
        }))}
        below={
          chosen && (
            <div className="mt-3 flex flex-wrap items-center gap-3 text-sm">
              <p className="text-muted">
                {t("insights.versions.chosen", { date: formatDateTime(locale, chosen.at, timeZone) })}
              </p>
              <form action={chooseVersion.bind(null, null)}>
                <Button type="submit" size="sm">
                  {t("insights.versions.newestLeads")}
                </Button>
              </form>
            </div>
          )
        }
      />
    </DeskPage>
  );
}

const reasons = ["timeout", "denied", "limited", "unavailable", "invalid", "breaker"] as const;
const isReason = (word: string): word is (typeof reasons)[number] =>
  (reasons as readonly string[]).includes(word);
