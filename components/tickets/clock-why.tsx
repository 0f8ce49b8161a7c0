"use client";
import type { ReactNode } from "react";
import { formatDateTime, formatDuration } from "#lib/i18n/format.ts";
import type { ClockView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useReaderZone } from "../ui/use-reader-zone.ts";
import { ClockSum } from "./clock-sum.tsx";

/** The arithmetic of a deadline: target, hours, pauses, and each event that moved it. */
export function ClockWhy({ clock }: { clock: ClockView }) {
  const { t, locale } = useI18n();
  const timeZone = useReaderZone();
  return (
    <div>
      <h4 className="mb-2 font-medium text-sm">
        {t(`clock.${clock.kind}`)} <span className="font-normal text-faint">{t("clock.why")}</span>
      </h4>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-xs">
        <Line name={t("clock.policy")}>
          {clock.policy ?? t("ticket.none")} · {t(`priority.${clock.priority}`)}
        </Line>
        {clock.targetMinutes !== null && (
          <Line name={t("clock.target")}>{formatDuration(locale, clock.targetMinutes * 60_000)}</Line>
        )}
        <Line name={t("clock.calendar")}>
          {clock.calendar ? `${clock.calendar.name} (${clock.calendar.timeZone})` : t("clock.always")}
        </Line>
        {clock.pausedSeconds > 0 && (
          <Line name={t("clock.pausedFor")}>{formatDuration(locale, clock.pausedSeconds * 1000)}</Line>
        )}
        {clock.dueAt && <Line name={t("clock.due")}>{formatDateTime(locale, clock.dueAt, timeZone)}</Line>}
      </dl>
      {clock.due && <ClockSum due={clock.due} />}
      <ol className="mt-3 flex flex-col gap-1.5 border-line border-t pt-3 text-xs">
        {clock.reasons.map((reason) => (
          <li key={`${reason.at}-${reason.event}-${reason.why}`}>
            <span className="font-medium">{t(`clock.event.${reason.event}`)}</span>
            <span className="text-muted">
              {" · "}
              {t(`clock.because.${reason.why}`)}
              {reason.targetMinutes ? ` · ${formatDuration(locale, reason.targetMinutes * 60_000)}` : ""}
            </span>
            <span className="block text-faint">{formatDateTime(locale, reason.at, timeZone)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="tabular">{children}</dd>
    </>
  );
}
