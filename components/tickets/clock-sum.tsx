"use client";
import type { ShutDay } from "#lib/domain/calendars/explain-due.ts";
import type { TicketStatus } from "#lib/domain/tickets/status.ts";
import { formatDateTime, formatDuration } from "#lib/i18n/format.ts";
import type { DueStepView, DueView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../ui/i18n-provider.tsx";

/** "Fri 17:40 + 20 min, weekend and 설날 skipped, Mon 09:00 + 40 min": each step that leads to the deadline. */
export function ClockSum({ due }: { due: DueView }) {
  const { t, locale } = useI18n();
  // In the zone of the business hours: the arithmetic is only right there.
  const when = (at: string) => formatDateTime(locale, at, due.timeZone);
  const steps = due.steps.filter((step) => step.kind !== "counted" || step.minutes > 0);
  return (
    <div className="mt-3 border-line border-t pt-3">
      <h5 className="mb-1 text-faint text-xs">{t("clock.sum", { zone: due.timeZone })}</h5>
      <ol className="tabular flex flex-col gap-1 text-xs">
        {steps.slice(0, 20).map((step) => (
          <li key={`${step.kind}${step.from}`} className={step.kind === "counted" ? "" : "text-muted"}>
            {words(step)}
          </li>
        ))}
        {steps.length > 20 && <li className="text-faint">…</li>}
        <li className="font-medium">{due.dueAt ? t("clock.step.due", { at: when(due.dueAt) }) : null}</li>
      </ol>
    </div>
  );

  function words(step: DueStepView): string {
    switch (step.kind) {
      case "counted":
        return t("clock.step.counted", {
          from: when(step.from),
          time: formatDuration(locale, step.minutes * 60_000),
        });
      case "shut": {
        const shut = t("clock.step.shut", { to: when(step.to) });
        if (step.days.length === 0) return shut;
        return `${shut} · ${t("clock.step.skipped", { days: step.days.map(day).join(", ") })}`;
      }
      case "paused": {
        const status = t(`status.${step.status as TicketStatus}`);
        const from = when(step.from);
        return step.to
          ? t("clock.step.paused", { from, to: when(step.to), status })
          : t("clock.step.pausedSince", { from, status });
      }
    }
  }

  function day(shut: ShutDay): string {
    const date = shut.date.slice(5).replace("-", "/");
    if (shut.because !== "holiday") return t(`clock.day.${shut.because}`, { date });
    const name = (locale === "ko" && shut.name_ko) || shut.name;
    return t("clock.day.holiday", { date, name });
  }
}
