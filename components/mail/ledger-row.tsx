"use client";
import { Download } from "lucide-react";
import Link from "next/link";
import { useTransition } from "react";
import type { LedgerRow } from "#lib/reads/mail-ledger.ts";
import { Badge } from "../ui/badge.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { reasonWords } from "./reason-words.ts";

export type LedgerActions = {
  retry: (id: string) => Promise<void>;
  /** Outgoing only. */
  markArrived?: (id: string) => Promise<void>;
};

const tones = {
  failed: "breach",
  unknown: "breach",
  held: "soon",
  pending: "soon",
  processing: "soon",
} as const;

/** One mail: where it is, why, and what can be done about it. */
export function LedgerLine({
  row,
  actions,
  mayRetry,
}: {
  row: LedgerRow;
  actions: LedgerActions;
  mayRetry: boolean;
}) {
  const { t } = useI18n();
  const [busy, start] = useTransition();
  const { id, state, door, kind, ticketNumber, error, attempts, dueAt, reports } = row;
  const isDeferred = state === "queued" && attempts > 0;
  const stuck = state === "failed" || state === "unknown" || isDeferred;
  return (
    <li data-mail={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <Badge tone={tones[state as keyof typeof tones] ?? "neutral"}>{t(`ledger.state.${state}`)}</Badge>
      <div className="min-w-0 flex-1 basis-64">
        <p className="truncate text-sm">
          <bdi>{row.from || t("ledger.nobody")}</bdi> → <bdi>{row.to.join(", ") || "–"}</bdi>
        </p>
        <p className="text-muted text-xs">
          {row.subject && <bdi className="mr-2 text-ink">{row.subject}</bdi>}
          {reasonWords(row, t)}
        </p>
        {dueAt && (
          <p className="text-muted text-xs">
            {t(isDeferred ? "ledger.nextTry" : "ledger.leavesAt")} <TimeAgo at={dueAt} />
          </p>
        )}
        {reports.map(({ address, outcome, status }) => (
          <p key={address} className="break-words text-breach-text text-xs">
            <bdi>{address}</bdi> {t(`ledger.report.${outcome}`)} {status}
          </p>
        ))}
        {error && (
          <p className="break-words text-breach-text text-xs">
            {error} {attempts > 1 && t("ledger.attempts", { n: attempts })}
          </p>
        )}
      </div>
      <span className="text-faint text-xs uppercase">{door ?? kind}</span>
      {ticketNumber !== null && (
        <Link
          href={`/tickets/${ticketNumber}` as never}
          className="tabular text-accent-text text-xs hover:underline"
        >
          #{ticketNumber}
        </Link>
      )}
      <TimeAgo at={row.at} className="text-faint text-xs" />
      {row.hasOriginal && (
        <a
          href={`/attachments/original/${id}`}
          download
          aria-label={t("ledger.original")}
          title={t("ledger.original")}
          className={buttonClass("quiet", "sm")}
        >
          <Download aria-hidden />
        </a>
      )}
      {stuck && mayRetry && (
        <Button size="sm" disabled={busy} onClick={() => start(() => actions.retry(id))}>
          {t(isDeferred ? "ledger.sendNow" : "ui.retry")}
        </Button>
      )}
      {state === "unknown" && mayRetry && actions.markArrived && (
        <Button size="sm" disabled={busy} onClick={() => start(() => actions.markArrived?.(id))}>
          {t("ledger.markArrived")}
        </Button>
      )}
    </li>
  );
}
