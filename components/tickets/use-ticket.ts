"use client";
import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import type { MessageKey } from "#lib/i18n/translate.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useToast } from "../ui/toast.tsx";
import { beneath, fieldsAmiss, idsOf, pick, type Shown, viewOf } from "./shown-change.ts";
import type {
  ActionRefusal,
  ActionResult,
  DraftWords,
  TicketActions,
  Unsent,
  Written,
} from "./ticket-actions.ts";
import { seenOf } from "./unseen-notice.tsx";
import { rememberTakenBack, unsentMessage } from "./unsent.ts";
import type { ReplyOutcome } from "./use-composer.ts";

/**
 * The ticket as it will be. A click shows at once; when the desk refuses, the old state comes back with a
 * sentence that says why. The last change can be undone with a key.
 */
export function useTicket(served: TicketView, actions: TicketActions, me: { id: string; name: string }) {
  const { t, locale } = useI18n();
  const toast = useToast();
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  const [ticket, show] = useOptimistic(served, (before, next: Partial<TicketView>) => ({
    ...before,
    ...next,
  }));

  function attempt(
    shown: Partial<TicketView>,
    act: () => Promise<ActionResult>,
    done?: () => void,
    /** What a conflict says; null leaves it to the caller. */
    conflict: MessageKey | null = "error.conflict",
    onRefused?: (kind: ActionRefusal) => void,
    /** Offered when the desk could not be reached: what was pressed is not lost with the network. */
    again?: () => void,
  ): Promise<boolean> {
    return new Promise((resolve) =>
      startTransition(async () => {
        show(shown);
        const result = await act().catch((): ActionResult => ({ ok: false, kind: "unavailable" }));
        if (result.ok) done?.();
        else {
          // Else it would be shown until a refresh that waits for the network has ended.
          startTransition(() => show(beneath(served, shown)));
          onRefused?.(result.kind);
          const words = result.kind === "conflict" ? conflict : (`error.${result.kind}` as const);
          if (words === null) return resolve(false);
          const fields = fieldsAmiss(result, ticket, locale);
          const amiss = fields && t(shown.fields ? "fields.refused" : "fields.missing", { names: fields });
          const retry = result.kind === "unavailable" && again;
          toast.show({
            text: amiss || t(words),
            tone: "breach",
            timeoutMs: retry ? 0 : 10_000,
            ...(retry && { action: { label: t("ui.retry"), onClick: retry } }),
          });
        }
        resolve(result.ok);
      }),
    );
  }

  function change(shown: Shown, undoable = true, over: Pick<Shown, "tags"> = ticket) {
    const before = pick(ticket, shown);
    const words =
      shown.status === "solved"
        ? t("ticket.solvedToast")
        : shown.isSpam !== undefined
          ? t(shown.isSpam ? "block.markedSpam" : "block.notSpam")
          : shown.status
            ? t("ticket.statusChanged")
            : shown.assignee !== undefined
              ? t("ticket.assigned")
              : t("ticket.changed");
    void attempt(
      viewOf(ticket, shown),
      () => actions.change({ ticketId: ticket.id, ...idsOf(shown, over) }),
      () => {
        if (!undoable || !before) return;
        const undo = () => change(before, false, shown);
        lastUndo = { ticketId: ticket.id, undo };
        toast.show({ text: words, action: { label: t("ui.undo"), onClick: undo } });
      },
      shown.status ? "error.moved" : undefined,
      undefined,
      () => change(shown, undoable, over),
    );
  }

  /** Whoever pressed it, the words come back to this composer. */
  async function takeBack(messageId: string, onUnsent: (unsent: Unsent) => void): Promise<void> {
    const result = await actions.undoReply(messageId).catch(() => null);
    if (!result?.ok) {
      toast.show({ text: t("composer.tooLate"), tone: "breach" });
      return;
    }
    rememberTakenBack(messageId);
    onUnsent(result);
    toast.show({ text: t("composer.takenBack") });
  }

  function undoMerge(): Promise<boolean> {
    return attempt(
      {},
      () => actions.undoMerge(ticket.id),
      () => {
        toast.show({ text: t("merge.undone") });
        router.push(`/tickets/${ticket.number}` as never);
      },
    );
  }

  function setBlocked(blocked: boolean): Promise<boolean> {
    return attempt(
      { customer: { ...ticket.customer, blocked } },
      () => actions.block({ ticketId: ticket.id, customerId: ticket.customer.id, blocked }),
      () =>
        toast.show({
          text: t(blocked ? "block.blocked" : "block.unblocked"),
          action: { label: t("ui.undo"), onClick: () => void setBlocked(!blocked) },
          timeoutMs: 10_000,
        }),
    );
  }

  return {
    ticket,
    busy,
    change,
    undo: () => {
      if (lastUndo?.ticketId !== ticket.id) return;
      lastUndo.undo();
      lastUndo = null;
    },
    reply: async ({
      body,
      status,
      draftId,
      onUnsent,
      ...rest
    }: Written & { onUnsent: (unsent: Unsent) => void }): Promise<ReplyOutcome> => {
      let messageId = "";
      let outcome: ReplyOutcome = "failed";
      const seen = seenOf(served.timeline);
      const sent = await attempt(
        { timeline: [...ticket.timeline, unsentMessage(body, "reply", me.name)], status },
        async () => {
          const sent = await actions.reply({
            ticketId: ticket.id,
            body,
            status,
            draftId,
            seenMessageId: seen.messageId,
            seenEvent: seen.event,
            ...rest,
          });
          if (sent.ok) messageId = sent.messageId;
          return sent;
        },
        () => {
          const undo = () => void takeBack(messageId, onUnsent);
          lastUndo = { ticketId: ticket.id, undo };
          toast.show({
            text: t(rest.sendAt ? "composer.scheduled" : "composer.sent"),
            action: { label: t("ui.undo"), onClick: undo },
          });
        },
        null,
        (kind) => {
          if (kind === "conflict") outcome = "stopped";
        },
      );
      return sent ? "sent" : outcome;
    },
    takeBack,
    merge: (input: { intoNumber: number; acrossCustomers: boolean }) =>
      attempt(
        {},
        () => actions.merge({ ticketId: ticket.id, ...input }),
        () => {
          toast.show({
            text: t("merge.done", { number: input.intoNumber }),
            action: { label: t("ui.undo"), onClick: () => void undoMerge() },
          });
          router.push(`/tickets/${input.intoNumber}` as never);
        },
        "merge.refused",
      ),
    refuseDuplicate: (number: number) =>
      attempt({ assistant: { ...ticket.assistant, duplicate: null } }, () =>
        actions.refuseDuplicate({ ticketId: ticket.id, number }),
      ),
    undoMerge,
    block: setBlocked,
    split: async (input: { messageIds: string[]; subject: string }) => {
      let made = { ticketId: "", number: 0 };
      // Put together again, the messages are back and both numbers lead to them.
      const undoSplit = () =>
        void attempt(
          {},
          () => actions.merge({ ticketId: made.ticketId, intoNumber: ticket.number, acrossCustomers: true }),
          () => {
            toast.show({ text: t("split.undone") });
            router.push(`/tickets/${ticket.number}` as never);
          },
          "merge.refused",
        );
      return attempt(
        {},
        async () => {
          const result = await actions.split({ ticketId: ticket.id, ...input });
          if (result.ok) made = result;
          return result;
        },
        () => {
          toast.show({
            text: t("split.done", { number: made.number }),
            action: { label: t("ui.undo"), onClick: undoSplit },
            timeoutMs: 10_000,
          });
          router.push(`/tickets/${made.number}` as never);
        },
      );
    },
    note: async (words: DraftWords & { files?: string[] }) =>
      attempt({ timeline: [...ticket.timeline, unsentMessage(words.body, "note", me.name)] }, () =>
        actions.note({ ticketId: ticket.id, ...words }),
      ),
    follow: () => {
      const following = !ticket.writing.following;
      void attempt(
        { writing: { ...ticket.writing, following } },
        () => actions.follow({ ticketId: ticket.id, follow: following }),
        () => toast.show({ text: t(following ? "together.followed" : "together.unfollowed") }),
      );
    },
    hand: (input: { agentId: string; note: string }) =>
      attempt(
        {},
        () => actions.hand({ ticketId: ticket.id, ...input }),
        () => toast.show({ text: t("together.handed") }),
      ),
    release: (draftId: string) =>
      attempt(
        withoutDraft(ticket),
        () => actions.releaseDraft({ ticketId: ticket.id, draftId }),
        () => toast.show({ text: t("assistant.released") }),
      ),
    discard: (draftId: string) =>
      attempt(
        withoutDraft(ticket),
        () => actions.discardDraft({ ticketId: ticket.id, draftId }),
        () => toast.show({ text: t("assistant.discarded") }),
      ),
  };
}

let lastUndo: { ticketId: string; undo: () => void } | null = null;

function withoutDraft(ticket: TicketView): Partial<TicketView> {
  return { assistant: { ...ticket.assistant, draft: null } };
}
