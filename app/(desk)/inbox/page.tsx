import { MousePointerClick } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { inboxHref, isSameList, listFilterOf } from "#components/inbox/inbox-href.ts";
import type { ListActions } from "#components/inbox/list-actions.ts";
import { listPage } from "#components/inbox/list-row.ts";
import { TicketList } from "#components/inbox/ticket-list.tsx";
import type { CustomerActions } from "#components/tickets/customer/customer-actions.ts";
import type { LinkActions } from "#components/tickets/links/link-actions.ts";
import type { SideConversationActions } from "#components/tickets/side/side-conversation-actions.ts";
import type { TicketActions } from "#components/tickets/ticket-actions.ts";
import { TicketPane } from "#components/tickets/ticket-pane.tsx";
import { cx } from "#components/ui/cx.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { pack } from "#components/ui/packed.ts";
import { env } from "#lib/env.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import { readBulkChange } from "#lib/reads/bulk-change.ts";
import { readDeskChoices } from "#lib/reads/desk-choices.ts";
import { readInbox } from "#lib/reads/inbox.ts";
import { InboxFilter } from "#lib/reads/inbox-filter.ts";
import type { Shell } from "#lib/reads/shell.ts";
import { readTicketNotices } from "#lib/services/notices/read-ticket-notices.ts";
import { currentTicket } from "../../_server/current-ticket.ts";
import { getI18n } from "../../_server/i18n.ts";
import { requireAgent } from "../../_server/session.ts";
import { currentShell } from "../../_server/shell.ts";
import { claimNextAction } from "../_actions/claim.ts";
import { changeCustomerAction, mergeCustomersAction, undoCustomerMergeAction } from "../_actions/customer.ts";
import {
  answerIncidentsAction,
  followUpAction,
  linkAction,
  retryIncidentsAction,
  unlinkAction,
} from "../_actions/links.ts";
import {
  deleteViewAction,
  saveViewAction,
  snoozeAction,
  startBulkAction,
  undoBulkAction,
  unsnoozeAction,
} from "../_actions/lists.ts";
import { finishSideAction, startSideAction, writeSideAction } from "../_actions/side-conversations.ts";
import {
  blockAction,
  changeTicketAction,
  discardDraftAction,
  mergeAction,
  noteAction,
  refuseDuplicateAction,
  releaseDraftAction,
  replayAssistantAction,
  replyAction,
  showImagesAction,
  splitAction,
  translateAction,
  undoMergeAction,
  undoReplyAction,
} from "../_actions/ticket.ts";
import { followAction, handAction } from "../_actions/together.ts";
import {
  adoptDraftAction,
  applyMacroAction,
  colleagueDraftsAction,
  earlierAction,
  macrosAction,
  saveDraftAction,
} from "../_actions/writing.ts";
import { firstSteps } from "./first-steps.tsx";

const actions: TicketActions = {
  change: changeTicketAction,
  reply: replyAction,
  note: noteAction,
  saveDraft: saveDraftAction,
  releaseDraft: releaseDraftAction,
  discardDraft: discardDraftAction,
  showImages: showImagesAction,
  undoReply: undoReplyAction,
  merge: mergeAction,
  undoMerge: undoMergeAction,
  refuseDuplicate: refuseDuplicateAction,
  split: splitAction,
  block: blockAction,
  translate: translateAction,
  replay: replayAssistantAction,
  colleagueDrafts: colleagueDraftsAction,
  adoptDraft: adoptDraftAction,
  earlier: earlierAction,
  macros: macrosAction,
  applyMacro: applyMacroAction,
  follow: followAction,
  hand: handAction,
};

const listActions: ListActions = {
  startBulk: startBulkAction,
  undoBulk: undoBulkAction,
  snooze: snoozeAction,
  unsnooze: unsnoozeAction,
  saveView: saveViewAction,
  deleteView: deleteViewAction,
};

const linkActions: LinkActions = {
  link: linkAction,
  unlink: unlinkAction,
  followUp: followUpAction,
  answerIncidents: answerIncidentsAction,
  retryIncidents: retryIncidentsAction,
};

const sideActions: SideConversationActions = {
  start: startSideAction,
  write: writeSideAction,
  finish: finishSideAction,
};

const customerActions: CustomerActions = {
  change: changeCustomerAction,
  merge: mergeCustomersAction,
  undoMerge: undoCustomerMergeAction,
};

export async function generateMetadata({ searchParams }: PageProps<"/inbox">): Promise<Metadata> {
  const number = ticketNumber((await searchParams).ticket);
  const { t } = await getI18n();
  return { title: number ? `#${number}` : t("inbox.title") };
}

/** The list, and beside it the ticket that `/tickets/4821` names (see `rewrites` in next.config.js). */
export default async function InboxPage({ searchParams }: PageProps<"/inbox">) {
  const ctx = await requireAgent();
  const query = await searchParams;
  const filter = InboxFilter.parse(query);
  const number = ticketNumber(query.ticket);
  const [{ t, locale }, inbox, shell, choices, ticket, bulk, steps] = await Promise.all([
    getI18n(),
    readInbox(ctx, filter),
    currentShell(),
    readDeskChoices(ctx),
    number ? currentTicket(number) : null,
    readBulkChange(ctx),
    number ? null : firstSteps(),
  ]);
  if (query.ticket !== undefined && !ticket) notFound();
  if (ticket) after(() => readTicketNotices(ctx, ticket.id));

  const view = shell.views.find(({ id }) => id === filter.saved) ?? null;
  const queue = shell.queues.find(({ key }) => key === filter.queue);
  return (
    <div className="grid h-full min-h-0 grid-cols-1 grid-rows-[auto_minmax(0,1fr)] lg:grid-cols-[var(--list-width)_minmax(0,1fr)]">
      {/* Above the list where there is no place beside it. */}
      <div className="@container lg:col-start-2">{steps}</div>
      <section
        aria-label={t("inbox.title")}
        className={cx(
          "min-h-0 border-line lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:border-r",
          ticket && "hidden lg:block",
        )}
      >
        <TicketList
          title={view?.name ?? (queue ? queue.name[locale] : titleOf(filter, t))}
          page={pack(listPage(inbox, locale))}
          filter={filter}
          count={
            view && isSameList(view.filter, listFilterOf(filter))
              ? view.count
              : countOf(filter, shell, queue?.count)
          }
          choices={choices}
          open={ticket && { id: ticket.id, number: ticket.number }}
          agentId={shell.me.id}
          claimNext={claimNextAction}
          actions={listActions}
          bulk={bulk}
          view={view}
          mayShare={shell.me.role !== "agent"}
        />
      </section>
      <section className={cx("min-h-0 min-w-0 lg:col-start-2 lg:row-start-2", !ticket && "hidden lg:block")}>
        {ticket ? (
          <TicketPane
            key={ticket.id}
            ticket={pack(ticket)}
            readAt={ctx.now.getTime()}
            choices={choices}
            me={{ id: shell.me.id, name: shell.me.name }}
            backHref={inboxHref(filter)}
            actions={actions}
            translates={env().ai.provider !== "builtin"}
            linkActions={linkActions}
            sideActions={sideActions}
            customerActions={customerActions}
          />
        ) : (
          <EmptyState icon={<MousePointerClick />} title={t("inbox.choose")} className="h-full">
            {t("inbox.chooseHint")}
          </EmptyState>
        )}
      </section>
    </div>
  );
}

function ticketNumber(text: string | string[] | undefined): number | null {
  return typeof text === "string" && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function titleOf({ view, q, status }: InboxFilter, t: Translate): string {
  if (q) return t("inbox.results", { q });
  if (view === "team" && status && status !== "all") return t(`status.${status}`);
  return t(`shell.${view}`);
}

/** Only what the sidebar counts anyway; a filtered list is not counted. */
function countOf(
  { view, status, category, language, priority, assignee, tag, q, queue }: InboxFilter,
  { counts }: Shell,
  queueCount: number | undefined,
): number | null {
  if (status || category || language || priority || assignee || tag || q) return null;
  if (queue) return view === "team" ? (queueCount ?? null) : null;
  // The mentions are counted until they are seen, and listed after that as well.
  return view === "answered" || view === "trash" || view === "mentions" ? null : counts[view];
}
