"use client";
import { X } from "lucide-react";
import { useRef, useState } from "react";
import type { DeskChoices } from "#lib/reads/desk-choices.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { useShortcuts } from "../shell/shortcuts.ts";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { type Packed, usePacked } from "../ui/packed.ts";
import { useHydrated } from "../ui/use-hydrated.ts";
import { ActivityPanel } from "./activity-panel.tsx";
import { AssistantPanel } from "./assistant-panel.tsx";
import { ClockPanel } from "./clock-panel.tsx";
import { Composer } from "./composer.tsx";
import type { CustomerActions } from "./customer/customer-actions.ts";
import { CustomerPanel } from "./customer/customer-panel.tsx";
import { DuplicateNotice } from "./duplicate-notice.tsx";
import { FieldsPanel } from "./fields-panel.tsx";
import { HandDialog } from "./hand-dialog.tsx";
import type { LinkActions } from "./links/link-actions.ts";
import { LinksPanel } from "./links/links-panel.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { type MessageActions, MessageActionsContext } from "./message-actions.ts";
import { NextStepPanel } from "./next-step-panel.tsx";
import { PropertyBar, type PropertyMenu } from "./property-bar.tsx";
import { RoutingPanel } from "./routing-panel.tsx";
import type { SideConversationActions } from "./side/side-conversation-actions.ts";
import { SidePanel } from "./side/side-panel.tsx";
import { SplitDialog } from "./split-dialog.tsx";
import { Thread } from "./thread.tsx";
import type { TicketActions, Unsent } from "./ticket-actions.ts";
import { TicketHeader } from "./ticket-header.tsx";
import { TicketNotices } from "./ticket-notices.tsx";
import { TranslationContext } from "./translation/translation-context.ts";
import type { ComposerHandle } from "./use-composer.ts";
import { useThread } from "./use-thread.ts";
import { useTicket } from "./use-ticket.ts";

export type TicketPaneProps = {
  ticket: Packed<TicketView>;
  /** When the desk read it, in milliseconds. */
  readAt: number;
  choices: DeskChoices;
  me: { id: string; name: string };
  /** The list it was opened from. */
  backHref: string;
  actions: TicketActions;
  /** A model is configured that translates. */
  translates: boolean;
  linkActions: LinkActions;
  sideActions: SideConversationActions;
  customerActions: CustomerActions;
};

/** One ticket: the conversation and the composer, beside them who asks and what was promised. */
export function TicketPane({
  ticket: packed,
  readAt,
  choices,
  me,
  backHref,
  actions,
  translates,
  linkActions,
  sideActions,
  customerActions,
}: TicketPaneProps) {
  const { t } = useI18n();
  // A loaded page is sent with the conversation alone; the browser draws what stands beside it.
  const whole = useHydrated();
  const {
    ticket,
    busy,
    change,
    undo,
    reply,
    note,
    release,
    discard,
    merge,
    undoMerge,
    refuseDuplicate,
    block,
    split,
    takeBack,
    follow,
    hand,
  } = useTicket(usePacked(packed), actions, me);
  const [menu, setMenu] = useState<PropertyMenu | null>(null);
  const [why, setWhy] = useState(false);
  const [dialog, setDialog] = useState<"merge" | "split" | "hand" | null>(null);
  const [details, setDetails] = useState(false);
  const composer = useRef<ComposerHandle>(null);
  const thread = useThread(ticket, actions.earlier);
  const { draft } = ticket.assistant;
  const open = ticket.status !== "closed";
  const restore = (unsent: Unsent) => composer.current?.restore(unsent);
  const messageActions: MessageActions = {
    showImages: actions.showImages,
    takeBack: (messageId) => void takeBack(messageId, restore),
  };
  const translations = { available: translates, known: ticket.translations, ask: actions.translate };
  const takeDraft = () => draft && composer.current?.insert(draft.body, draft.id);

  useShortcuts([
    { keys: "r", label: t("keys.reply"), group: "ticket", run: () => composer.current?.open("reply") },
    { keys: "n", label: t("keys.note"), group: "ticket", run: () => composer.current?.open("note") },
    { keys: "a", label: t("keys.assign"), group: "ticket", run: () => setMenu("assignee") },
    { keys: "i", label: t("ticket.assignMe"), group: "ticket", run: () => change({ assignee: me }) },
    { keys: "s", label: t("keys.status"), group: "ticket", run: () => open && setMenu("status") },
    { keys: "p", label: t("keys.priority"), group: "ticket", run: () => setMenu("priority") },
    { keys: "q", label: t("ticket.queue"), group: "ticket", run: () => setMenu("queue") },
    { keys: "c", label: t("ticket.category"), group: "ticket", run: () => setMenu("category") },
    { keys: "t", label: t("keys.tag"), group: "ticket", run: () => setMenu("tags") },
    { keys: "e", label: t("keys.solve"), group: "ticket", run: () => open && change({ status: "solved" }) },
    { keys: "w", label: t("keys.why"), group: "ticket", run: () => setWhy((shown) => !shown) },
    { keys: "m", label: t("merge.menu"), group: "ticket", run: () => setDialog("merge") },
    { keys: "z", run: undo },
    ...(draft
      ? [{ keys: "u", label: t("keys.useDraft"), group: "ticket" as const, run: () => void takeDraft() }]
      : []),
  ]);

  return (
    <article
      data-ticket={ticket.number}
      aria-label={t("ticket.title", { number: ticket.number })}
      className="relative flex h-full min-w-0"
    >
      <div className="flex min-w-0 flex-1 flex-col">
        <TicketHeader
          ticket={ticket}
          backHref={backHref}
          onSolve={() => change({ status: "solved" })}
          onReopen={() => change({ status: "open" })}
          onSpam={() => change({ isSpam: !ticket.isSpam })}
          onBlock={() => void block(!ticket.customer.blocked)}
          onMerge={() => setDialog("merge")}
          onSplit={() => setDialog("split")}
          onHand={() => setDialog("hand")}
          onFollow={follow}
          details={details}
          onDetails={() => setDetails(!details)}
        />
        <PropertyBar
          ticket={ticket}
          choices={choices}
          agentId={me.id}
          menu={menu}
          onMenu={setMenu}
          change={change}
        />
        {/* Reversed, so that it opens at the newest message and stays there without a script. */}
        <div className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain">
          <div className="flex-1" />
          <div className="mx-auto flex w-full max-w-3xl flex-col gap-3 px-3 py-4 sm:px-5">
            <TicketNotices
              ticket={ticket}
              onUndoMerge={() => void undoMerge()}
              onUnblock={() => void block(false)}
            />
            <MessageActionsContext value={messageActions}>
              <TranslationContext value={translations}>
                <Thread timeline={thread.timeline} earlier={thread.earlier} onEarlier={thread.more} />
              </TranslationContext>
            </MessageActionsContext>
            <AssistantPanel
              assistant={ticket.assistant}
              why={why}
              onWhy={() => setWhy(!why)}
              onReplay={(by) => actions.replay({ ticketId: ticket.id, by })}
              hasModel={translates}
              busy={busy}
              onUse={() => void takeDraft()}
              onRelease={() => draft && void release(draft.id)}
              onDiscard={() => draft && void discard(draft.id)}
            />
            <DuplicateNotice
              duplicate={ticket.assistant.duplicate}
              onMerge={(intoNumber) => void merge({ intoNumber, acrossCustomers: false })}
              onRefuse={(number) => void refuseDuplicate(number)}
            />
          </div>
        </div>
        <TranslationContext value={translations}>
          <Composer
            ticket={ticket}
            readAt={readAt}
            me={me}
            choices={choices}
            actions={actions}
            onReply={(written) => reply({ ...written, onUnsent: restore })}
            onNote={note}
            handle={composer}
          />
        </TranslationContext>
      </div>
      {dialog === "merge" && <MergeDialog ticket={ticket} onClose={() => setDialog(null)} onMerge={merge} />}
      <SplitDialog
        ticket={ticket}
        open={dialog === "split"}
        onClose={() => setDialog(null)}
        onSplit={split}
      />
      <HandDialog
        colleagues={choices.agents.filter(({ id }) => id !== me.id)}
        open={dialog === "hand"}
        onClose={() => setDialog(null)}
        onHand={hand}
      />
      <aside
        aria-label={t("ticket.details")}
        className={cx(
          "w-full shrink-0 sm:w-(--aside-width) overflow-y-auto border-line border-l bg-surface min-[1360px]:block",
          details
            ? "absolute inset-y-0 right-0 z-20 max-w-full shadow-float min-[1360px]:static min-[1360px]:shadow-none"
            : "hidden",
        )}
      >
        <div className="flex justify-end p-1 min-[1360px]:hidden">
          <IconButton label={t("ui.close")} onClick={() => setDetails(false)}>
            <X />
          </IconButton>
        </div>
        {whole && (
          <>
            <CustomerPanel ticket={ticket} actions={customerActions} />
            <NextStepPanel ticket={ticket} onUse={(text) => composer.current?.insert(text, null)} />
            <FieldsPanel fields={ticket.fields} onFill={(fill) => change({ fill })} />
            <LinksPanel ticket={ticket} actions={linkActions} />
            <SidePanel ticket={ticket} actions={sideActions} />
            <ClockPanel clocks={ticket.clocks} />
            <RoutingPanel routing={ticket.routing} />
            <ActivityPanel timeline={ticket.timeline} />
          </>
        )}
      </aside>
    </article>
  );
}
