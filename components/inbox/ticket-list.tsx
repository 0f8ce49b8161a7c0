"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { DeskChoices } from "#lib/reads/desk-choices.ts";
import type { Inbox } from "#lib/reads/inbox.ts";
import type { InboxFilter } from "#lib/reads/inbox-filter.ts";
import { useShortcuts } from "../shell/shortcuts.ts";
import type { ChangeTicket } from "../tickets/ticket-actions.ts";
import { buttonClass } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { inboxHref, ticketHref } from "./inbox-href.ts";
import { ListEmpty } from "./list-empty.tsx";
import { ListHeader } from "./list-header.tsx";
import type { ClaimNext } from "./next-ticket.tsx";
import { TicketRow } from "./ticket-row.tsx";

export type TicketListProps = {
  title: string;
  inbox: Inbox;
  filter: InboxFilter;
  /** All that the view holds; null when it is not counted. */
  count: number | null;
  choices: Pick<DeskChoices, "categories">;
  /** The ticket that is open beside it. */
  shown: number | null;
  agentId: string;
  change: ChangeTicket;
  claimNext: ClaimNext;
};

/** The list keeps its place while tickets open beside it, and while the desk changes under it. */
export function TicketList({
  title,
  inbox,
  filter,
  count,
  choices,
  shown,
  agentId,
  change,
  claimNext,
}: TicketListProps) {
  const { t } = useI18n();
  const router = useRouter();
  const [opening, setOpening] = useState<number | null>(null);
  const [cursor, setCursor] = useState<number | null>(shown);
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving is what ends the opening
  useEffect(() => setOpening(null), [shown]);

  // Arriving by a link, the open ticket is in sight; later the list moves only with the keys.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only on arriving
  useEffect(() => {
    if (shown) list.current?.querySelector(`[data-row="${shown}"]`)?.scrollIntoView({ block: "nearest" });
  }, []);

  const rows = inbox.tickets;
  const openNumber = opening ?? shown;
  const at = rows.findIndex((row) => row.number === (openNumber ?? cursor));

  const open = useCallback((number: number) => {
    setOpening(number);
    setCursor(number);
  }, []);
  const pick = useCallback(
    (number: number, on: boolean) =>
      setPicked((before) => {
        const next = new Set(before);
        if (on) next.add(number);
        else next.delete(number);
        return next;
      }),
    [],
  );

  function go(number: number) {
    open(number);
    router.push(ticketHref(number, filter) as never, { scroll: false });
  }
  function step(by: number) {
    const row = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    if (!row) return;
    setCursor(row.number);
    list.current?.querySelector(`[data-row="${row.number}"]`)?.scrollIntoView({ block: "nearest" });
    if (shown !== null && row.number !== openNumber) go(row.number);
  }

  useShortcuts([
    { keys: "j", run: () => step(1) },
    { keys: "k", run: () => step(-1) },
    { keys: "o", run: () => rows[at] && go(rows[at].number) },
    {
      keys: "Enter",
      run: () =>
        document.activeElement === document.body ? rows[at] && go(rows[at].number) : pressFocused(),
    },
    { keys: "x", run: () => rows[at] && pick(rows[at].number, !picked.has(rows[at].number)) },
    {
      keys: "Escape",
      run: () => (picked.size > 0 ? setPicked(new Set()) : shown && router.push(inboxHref(filter) as never)),
    },
  ]);

  const pickedIds = rows.filter(({ number }) => picked.has(number)).map(({ id }) => id);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ListHeader
        key={filter.q ?? ""}
        title={title}
        filter={filter}
        count={count}
        choices={choices}
        beside={shown !== null}
        claimNext={claimNext}
      />
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {inbox.corrected && (
          <p role="status" className="border-line border-b px-4 py-2 text-muted text-xs">
            {t("inbox.corrected", { q: inbox.corrected })}
          </p>
        )}
        {rows.length === 0 ? (
          <ListEmpty filter={filter} t={t} />
        ) : (
          <ul ref={list} aria-label={t("inbox.list")}>
            {rows.map((row) => (
              <TicketRow
                key={row.number}
                row={row}
                href={ticketHref(row.number, filter)}
                open={row.number === openNumber}
                current={row.number === cursor}
                picked={picked.has(row.number)}
                onPick={pick}
                onOpen={open}
              />
            ))}
          </ul>
        )}
        {(inbox.nextCursor || filter.cursor) && (
          <nav aria-label={t("inbox.list")} className="flex justify-center gap-2 p-4">
            {filter.cursor && (
              <Link
                href={inboxHref({ ...filter, cursor: undefined }) as never}
                className={buttonClass("quiet", "sm")}
              >
                {t("inbox.newest")}
              </Link>
            )}
            {inbox.nextCursor && (
              <Link
                href={inboxHref({ ...filter, cursor: inbox.nextCursor }) as never}
                className={buttonClass("secondary", "sm")}
              >
                {t("inbox.older")}
              </Link>
            )}
          </nav>
        )}
      </div>
      {pickedIds.length > 0 && (
        <BulkBar picked={pickedIds} agentId={agentId} change={change} onDone={() => setPicked(new Set())} />
      )}
    </div>
  );
}

/** ↵ on a focused link or button stays what the browser does with it. */
function pressFocused(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.click();
}
