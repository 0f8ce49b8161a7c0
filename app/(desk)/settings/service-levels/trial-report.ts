import "server-only";
import type { SettingsReport } from "#components/settings/field-spec.ts";
import { clockKinds } from "#lib/domain/sla/policy.ts";
import { formatNumber, formatPercent } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import type { TrialReport } from "#lib/services/clocks/try-service-levels.ts";

/** What a policy or calendar would do now, and would have done, in sentences and one table. */
export function trialReport(
  { open, breachedNumbers, past }: TrialReport,
  { t, locale }: { t: Translate; locale: Locale },
  tookMs: number,
): SettingsReport {
  const numbers = breachedNumbers.map((number) => `#${number}`).join(", ");
  const n = (value: number) => formatNumber(locale, value);
  const kept = (tallies: TrialReport["past"]["before"]) => {
    const all = Object.values(tallies);
    const measured = all.reduce((sum, tally) => sum + tally.measured, 0);
    const breached = all.reduce((sum, tally) => sum + tally.breached, 0);
    return measured === 0 ? "–" : formatPercent(locale, 1 - breached / measured, 1);
  };
  return {
    title: t("settings.trial.title"),
    lines: [
      t("settings.trial.open", { tickets: open.tickets, sooner: n(open.sooner), later: n(open.later) }),
      t("settings.trial.breaches", { count: open.breaches, numbers }),
      t("settings.trial.past", {
        tickets: n(past.tickets),
        more: n(past.newlyBreached),
        less: n(past.noLongerBreached),
      }),
      t("settings.whatIf.kept", { share: kept(past.before), after: kept(past.after) }),
      t("settings.whatIf.took", {
        tickets: n(past.tickets),
        seconds: formatNumber(locale, tookMs / 1000, { maximumFractionDigits: 1 }),
      }),
      ...(past.isCut ? [t("settings.trial.cut")] : []),
    ],
    tickets: [
      { title: t("settings.trial.newlyLate"), numbers: past.newlyBreachedNumbers },
      { title: t("settings.trial.noLongerLate"), numbers: past.noLongerBreachedNumbers },
    ].filter(({ numbers: some }) => some.length > 0),
    table: {
      caption: t("settings.trial.title"),
      header: [
        t("settings.trial.clock"),
        t("settings.trial.measured"),
        t("settings.trial.before"),
        t("settings.trial.after"),
      ],
      rows: clockKinds.map((kind) => [
        t(`clock.${kind}`),
        n(past.after[kind].measured),
        n(past.before[kind].breached),
        n(past.after[kind].breached),
      ]),
    },
  };
}
