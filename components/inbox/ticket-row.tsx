"use client";
import { Flame } from "lucide-react";
import Link from "next/link";
import { memo } from "react";
import type { ListColumn } from "#lib/domain/lists/list-filter.ts";
import { formatDateTime, formatLanguage } from "#lib/i18n/format.ts";
import { StatusIcon } from "../tickets/status-icon.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { useReaderZone } from "../ui/use-reader-zone.ts";
import { AssistantMark } from "./assistant-mark.tsx";
import { DueMark } from "./due-mark.tsx";
import type { ListRow } from "./list-row.ts";
import { Marked } from "./marked.tsx";

export type TicketRowProps = {
  row: ListRow;
  href: string;
  /** Shown beside the list. */
  open: boolean;
  /** Where j and k stand. */
  current: boolean;
  picked: boolean;
  /** The browser has taken over: there is something to pick it with. */
  live: boolean;
  /** What it shows beside who, when and what about. */
  columns: readonly ListColumn[];
  onPick: (number: number, picked: boolean) => void;
  onOpen: (number: number) => void;
};

/** Three short lines: who and when, the subject and first words, what it is about. The whole row is the link. */
export const TicketRow = memo(function TicketRow({
  row,
  href,
  open,
  current,
  picked,
  live,
  columns,
  onPick,
  onOpen,
}: TicketRowProps) {
  const { t, locale } = useI18n();
  const timeZone = useReaderZone();
  const shows = (column: ListColumn) => columns.includes(column);
  const unseen = row.status === "new";
  return (
    <li
      data-row={row.number}
      className={cx(
        "group/row relative border-line border-b border-l-2 border-l-transparent",
        open ? "border-l-accent bg-accent-soft" : picked ? "bg-hover" : "hover:bg-hover",
        current && !open && "border-l-line-control",
      )}
    >
      <span
        title={t(`status.${row.status}`)}
        className={cx(
          "absolute top-3 left-2.5 text-faint group-focus-within/row:opacity-0 group-hover/row:opacity-0 pointer-coarse:hidden",
          picked && "opacity-0",
        )}
      >
        <StatusIcon status={row.status} />
      </span>
      {live && (
        <div
          className={cx(
            "absolute top-2.5 left-2.5 z-10 transition-opacity duration-75 pointer-coarse:opacity-100",
            picked ? "opacity-100" : "opacity-0 focus-within:opacity-100 group-hover/row:opacity-100",
          )}
        >
          <Checkbox
            checked={picked}
            onCheckedChange={(next) => onPick(row.number, next)}
            aria-label={t("inbox.select", { number: row.number })}
          />
        </div>
      )}
      <Link
        href={href as never}
        prefetch={false}
        scroll={false}
        onClick={() => onOpen(row.number)}
        aria-current={open ? "true" : undefined}
        className="block py-2 pr-3 pl-8 focus-visible:outline-offset-[-2px]"
      >
        <span className="flex items-baseline gap-2">
          <span className={cx("min-w-0 truncate text-sm", unseen ? "font-semibold" : "font-medium")}>
            {row.found ? <Marked pieces={row.found.name} /> : row.customer.name || t("inbox.unknownCustomer")}
          </span>
          {row.customer.vip && <span className="text-faint text-xs">{t("customer.vip")}</span>}
          <span className="ml-auto flex shrink-0 items-center gap-2.5 text-faint text-xs">
            {shows("due") && row.due && <DueMark at={row.due.at} warnAt={row.due.warnAt} />}
            <TimeAgo at={row.lastMessageAt} className="tabular min-w-6 text-right" />
          </span>
        </span>
        <span className="flex items-baseline gap-1.5 text-sm">
          <bdi className={cx("max-w-full shrink-0 truncate text-ink", unseen && "font-medium")}>
            {row.found && row.subject ? (
              <Marked pieces={row.found.subject} />
            ) : (
              row.subject || t("inbox.noSubject")
            )}
          </bdi>
          <bdi className="min-w-0 truncate text-faint">
            {!shows("preview") ? null : row.found ? <Marked pieces={row.found.preview} /> : row.preview}
          </bdi>
        </span>
        <span className="mt-0.5 flex h-4 items-center gap-2 overflow-hidden text-faint text-xs">
          {row.angry && (
            <span className="inline-flex shrink-0 items-center gap-0.5 text-breach-text">
              <Flame aria-hidden className="size-3" />
              {t("inbox.angry")}
            </span>
          )}
          {shows("assistant") && <AssistantMark state={row.assistantState} t={t} />}
          {shows("category") && row.category && <span className="truncate">{row.category}</span>}
          {shows("language") && row.language !== "und" && (
            <span className="shrink-0">{formatLanguage(locale, row.language)}</span>
          )}
          {row.status !== "new" && row.status !== "open" && (
            <span className="shrink-0">{t(`status.${row.status}`)}</span>
          )}
          {shows("priority") && (row.priority === "urgent" || row.priority === "high") && (
            <span className="shrink-0 font-medium text-muted">{t(`priority.${row.priority}`)}</span>
          )}
          {shows("queue") && row.queue && <span className="truncate">{row.queue}</span>}
          {shows("tags") && row.tags.length > 0 && <span className="truncate">{row.tags.join(" · ")}</span>}
          {row.snoozed && (
            <span className="shrink-0">
              {row.snoozed.until
                ? t("inbox.snoozedUntil", { time: formatDateTime(locale, row.snoozed.until, timeZone) })
                : t("inbox.snoozedUntilReply")}
            </span>
          )}
          {shows("assignee") && row.assignee && (
            <span className="ml-auto min-w-0 shrink-0 truncate">{row.assignee.name}</span>
          )}
        </span>
      </Link>
    </li>
  );
});
