"use client";
import { useContext } from "react";
import { adviceFor } from "#lib/domain/delivery/advice.ts";
import { formatDateTime } from "#lib/i18n/format.ts";
import type { DeliveryView } from "#lib/reads/ticket-view.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useReaderZone } from "../ui/use-reader-zone.ts";
import { MessageActionsContext } from "./message-actions.ts";

/** What became of our mail for each recipient, and what to do; while it waits, the way to take it back. */
export function DeliveryNotes({ messageId, delivery }: { messageId: string; delivery: DeliveryView }) {
  const { t, locale } = useI18n();
  const timeZone = useReaderZone();
  const actions = useContext(MessageActionsContext);
  const { state, sendAt, error, reports } = delivery;
  return (
    <div className="mt-2 flex flex-col gap-1 text-xs empty:hidden">
      {state === "queued" && sendAt && (
        <p suppressHydrationWarning className="flex flex-wrap items-center gap-2 text-muted">
          {t(error ? "delivery.retryAt" : "delivery.leavesAt", {
            date: formatDateTime(locale, sendAt, timeZone),
          })}
          {actions && !error && (
            <Button size="sm" onClick={() => actions.takeBack(messageId)}>
              {t("delivery.takeBack")}
            </Button>
          )}
        </p>
      )}
      {error && reports.length === 0 && (
        <p className="text-breach-text">
          <span className="break-words">{error}</span>
        </p>
      )}
      {reports.map((report) => (
        <p
          key={report.address}
          className={
            report.outcome === "bounced" || report.outcome === "refused"
              ? "text-breach-text"
              : "text-soon-text"
          }
        >
          <bdi className="font-medium">{report.address}</bdi> {t(`delivery.outcome.${report.outcome}`)}
          {report.status && ` (${report.status})`} {t(`delivery.advice.${adviceFor(report)}`)}
        </p>
      ))}
    </div>
  );
}
