"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { formatDateTime } from "#lib/i18n/format.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useReaderZone } from "../ui/use-reader-zone.ts";

/** What one should know before answering. */
export function TicketNotices({
  ticket,
  onUndoMerge,
  onUnblock,
}: {
  ticket: TicketView;
  onUndoMerge: () => void;
  onUnblock: () => void;
}) {
  const { t, locale } = useI18n();
  const timeZone = useReaderZone();
  const { mergedInto, followUpOf, needsReview, status, closesAt } = ticket;
  return (
    <div className="flex flex-col gap-1.5 empty:hidden">
      {mergedInto !== null && (
        <Notice>
          <Link href={`/tickets/${mergedInto}` as never} className="underline underline-offset-2">
            {t("ticket.mergedInto", { number: mergedInto })}
          </Link>{" "}
          <button type="button" onClick={onUndoMerge} className="font-medium underline underline-offset-2">
            {t("merge.undo")}
          </button>
        </Notice>
      )}
      {followUpOf !== null && (
        <Notice>
          <Link href={`/tickets/${followUpOf}` as never} className="underline underline-offset-2">
            {t("ticket.followUpOf", { number: followUpOf })}
          </Link>
        </Notice>
      )}
      {ticket.customer.blocked && (
        <Notice soon>
          {t("block.isBlocked")}{" "}
          <button type="button" onClick={onUnblock} className="font-medium underline underline-offset-2">
            {t("block.unblock")}
          </button>
        </Notice>
      )}
      {needsReview && <Notice soon>{t("ticket.needsReview")}</Notice>}
      {status === "closed" && <Notice>{t("ticket.closed")}</Notice>}
      {status === "solved" && closesAt && (
        <Notice>{t("ticket.closesIn", { date: formatDateTime(locale, closesAt, timeZone) })}</Notice>
      )}
    </div>
  );
}

function Notice({ soon, children }: { soon?: boolean; children: ReactNode }) {
  return (
    <p
      suppressHydrationWarning
      className={cx(
        "rounded-md px-3 py-1.5 text-xs",
        soon ? "bg-soon-soft text-soon-text" : "bg-sunken text-muted",
      )}
    >
      {children}
    </p>
  );
}
