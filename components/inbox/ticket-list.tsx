"use client";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ListColumn } from "#lib/domain/lists/list-filter.ts";
import type { BulkView } from "#lib/reads/bulk-change.ts";
import type { DeskChoices } from "#lib/reads/desk-choices.ts";
import type { InboxFilter } from "#lib/reads/inbox-filter.ts";
import type { ViewRow } from "#lib/reads/saved-views.ts";
import { useShortcuts } from "../shell/shortcuts.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { type Packed, usePacked } from "../ui/packed.ts";
import { useToast } from "../ui/toast.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { BulkStrip } from "./bulk-strip.tsx";
import { ChangedView } from "./changed-view.tsx";
import { inboxHref, isSameList, listFilterOf, ticketHref } from "./inbox-href.ts";
import { type ListActions, unreached } from "./list-actions.ts";
import { ListEmpty } from "./list-empty.tsx";
import { ListHeader } from "./list-header.tsx";
import { ListPaging } from "./list-paging.tsx";
import type { ListPage, ListRow } from "./list-row.ts";
import { ListSkeleton } from "./list-skeleton.tsx";
import type { ClaimNext } from "./next-ticket.tsx";
import { TicketRow } from "./ticket-row.tsx";
import { usePlace } from "./use-place.ts";

const SnoozeDialog = dynamic(() => import("./snooze-dialog.tsx").then((m) => m.SnoozeDialog), { ssr: false });
const ViewBuilder = dynamic(() => import("./view-builder.tsx").then((m) => m.ViewBuilder), { ssr: false });

/**
 * What fits on a tall screen. A loaded page is sent with these drawn, and the browser draws the rest before it is scrolled
 * to; with a ticket beside it, which is what was asked for, the browser draws them all.
 */
const drawnAtFirst = 16;

/** What rows show where no saved view says otherwise. */
const usualColumns: readonly ListColumn[] = [
  "preview",
  "category",
  "language",
  "priority",
  "assignee",
  "due",
  "assistant",
];

export type TicketListProps = {
  title: string;
  page: Packed<ListPage>;
  filter: InboxFilter;
  /** All that the view holds; null when it is not counted. */
  count: number | null;
  choices: DeskChoices;
  /** The ticket that is open beside it; it need not be in it. */
  open: Pick<ListRow, "id" | "number"> | null;
  agentId: string;
  claimNext: ClaimNext;
  actions: ListActions;
  bulk: BulkView | null;
  /** The saved view that it shows. */
  view: ViewRow | null;
  mayShare: boolean;
};

/** The list keeps its place while tickets open beside it, and while the desk changes under it. */
export function TicketList({
  title,
  page,
  filter,
  count,
  choices,
  open: openTicket,
  agentId,
  claimNext,
  actions,
  bulk,
  view,
  mayShare,
}: TicketListProps) {
  const { t } = useI18n();
  const inbox = usePacked(page);
  const shown = openTicket?.number ?? null;
  const router = useRouter();
  const [opening, setOpening] = useState<number | null>(null);
  const [cursor, setCursor] = useState<number | null>(shown);
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const [all, setAll] = useState(false);
  const [snoozing, setSnoozing] = useState<Pick<ListRow, "id" | "number"> | null>(null);
  const [building, setBuilding] = useState<"new" | "this" | null>(null);
  const toast = useToast();
  const list = useRef<HTMLUListElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const address = inboxHref(filter);
  usePlace(scroller, address, inbox.tickets);
  const clear = useCallback(() => {
    setPicked(new Set());
    setAll(false);
  }, []);
  // What was picked in one list is not meant in another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what says that it is another list
  useEffect(clear, [address]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving, there or elsewhere, is what ends the opening
  useEffect(() => {
    setOpening(null);
    if (shown !== null) setCursor(shown);
  }, [shown, address]);

  const whole = useHydrated();
  // Arriving by a link, the open ticket is in sight; later the list moves only with the keys.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only on arriving
  useEffect(() => {
    if (shown) list.current?.querySelector(`[data-row="${shown}"]`)?.scrollIntoView({ block: "nearest" });
  }, [whole]);

  const rows = inbox.tickets;
  const drawn = whole ? rows : rows.slice(0, shown === null ? drawnAtFirst : 0);
  const openNumber = opening ?? shown;
  const at = rows.findIndex((row) => row.number === (openNumber ?? cursor));
  const stood = useRef({ address, at });
  useEffect(() => {
    if (at !== -1 || stood.current.address !== address) stood.current = { address, at };
  }, [at, address]);

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
    // Where a row has left the list, the one after it stands in its place.
    const next = at === -1 ? stood.current.at + Math.min(by, 0) : at + by;
    const row = rows[Math.min(rows.length - 1, Math.max(0, next))];
    if (!row) return;
    setCursor(row.number);
    list.current?.querySelector(`[data-row="${row.number}"]`)?.scrollIntoView({ block: "nearest" });
    if (shown !== null && row.number !== openNumber) go(row.number);
  }

  async function snooze({ id: ticketId, number }: Pick<ListRow, "id" | "number">, until: Date | null) {
    setSnoozing(null);
    const result = await actions.snooze({ ticketId, until: until?.toISOString() ?? null }).catch(unreached);
    if (!result.ok) toast.show({ text: t("ui.failed"), tone: "breach" });
    else
      toast.show({
        text: t("snooze.done", { number }),
        action: { label: t("inbox.bulk.undo"), onClick: () => void unsnooze(ticketId) },
      });
  }
  async function unsnooze(ticketId: string) {
    const result = await actions.unsnooze(ticketId).catch(unreached);
    if (!result.ok) toast.show({ text: t("ui.failed"), tone: "breach" });
  }

  useShortcuts([
    { keys: "h", label: t("keys.snooze"), group: "ticket", run: () => setSnoozing(rows[at] ?? openTicket) },
    { keys: "v", label: t("keys.view"), group: "desk", run: () => setBuilding("this") },
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
      run: () => (picked.size > 0 ? clear() : shown && router.push(inboxHref(filter) as never)),
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
        onView={() => setBuilding("this")}
      />
      {view && !isSameList(view.filter, listFilterOf(filter)) && (
        <ChangedView
          view={view}
          filter={listFilterOf(filter)}
          maySave={mayShare || !view.shared}
          save={actions.saveView}
          onNew={() => setBuilding("new")}
        />
      )}
      {bulk && <BulkStrip bulk={bulk} undo={actions.undoBulk} />}
      <div
        ref={scroller}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        {inbox.corrected && (
          <p role="status" className="border-line border-b px-4 py-2 text-muted text-xs">
            {t("inbox.corrected", { q: inbox.corrected })}
          </p>
        )}
        {rows.length === 0 ? (
          <ListEmpty filter={filter} t={t} />
        ) : drawn.length === 0 ? (
          <ListSkeleton />
        ) : (
          <ul ref={list} aria-label={t("inbox.list")}>
            {drawn.map((row) => (
              <TicketRow
                key={row.number}
                row={row}
                href={ticketHref(row.number, filter)}
                open={row.number === openNumber}
                current={row.number === cursor}
                picked={all || picked.has(row.number)}
                live={whole}
                columns={view?.columns ?? usualColumns}
                onPick={pick}
                onOpen={open}
              />
            ))}
          </ul>
        )}
        <ListPaging filter={filter} nextCursor={inbox.nextCursor} />
      </div>
      {snoozing && (
        <SnoozeDialog
          number={snoozing.number}
          onSnooze={(until) => snooze(snoozing, until)}
          onClose={() => setSnoozing(null)}
        />
      )}
      {building && (
        <ViewBuilder
          draft={
            view && building === "this"
              ? {
                  id: view.id,
                  name: view.name,
                  filter: listFilterOf(filter),
                  columns: view.columns,
                  shared: view.shared,
                }
              : { name: "", filter: listFilterOf(filter), columns: [...usualColumns], shared: false }
          }
          choices={choices}
          mayShare={mayShare}
          save={actions.saveView}
          remove={actions.deleteView}
          onClose={(saved) => {
            setBuilding(null);
            if (saved) router.push(inboxHref({ ...saved.filter, saved: saved.id || undefined }) as never);
          }}
        />
      )}
      {pickedIds.length > 0 && (
        <BulkBar
          picked={pickedIds}
          filter={filter}
          all={all}
          hasMore={pickedIds.length === rows.length ? inbox.nextCursor !== null : rows.length > 1}
          onAll={() => setAll(true)}
          agentId={agentId}
          startBulk={actions.startBulk}
          onDone={clear}
        />
      )}
    </div>
  );
}

/** ↵ on a focused link or button stays what the browser does with it. */
function pressFocused(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.click();
}
