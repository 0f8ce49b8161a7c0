"use client";
import { Mails, Plus } from "lucide-react";
import { useState } from "react";
import type { SideConversationView } from "#lib/reads/side-conversations.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { TimeAgo } from "../../ui/time-ago.tsx";
import { useToast } from "../../ui/toast.tsx";
import { BlockSection } from "../blocks/block-section.tsx";
import { useBlock } from "../blocks/use-block.ts";
import type { ActionResult } from "../ticket-actions.ts";
import { SideConversation } from "./side-conversation.tsx";
import type { SideConversationActions } from "./side-conversation-actions.ts";
import { StartSideDialog } from "./start-side-dialog.tsx";

/** Mail with third parties about this ticket, apart from what the customer reads. */
export function SidePanel({ ticket, actions }: { ticket: TicketView; actions: SideConversationActions }) {
  const { t } = useI18n();
  const toast = useToast();
  const [open, setOpen] = useState<string | "new" | null>(null);
  const block = useBlock(ticket, "side");
  const shown = block.data?.conversations.find(({ id }) => id === open);
  const ticketId = ticket.id;

  async function attempt(work: Promise<ActionResult>, done?: string): Promise<boolean> {
    const result = await work.catch((): ActionResult => ({ ok: false, kind: "unavailable" }));
    block.again();
    if (result.ok) {
      if (done) toast.show({ text: done });
    } else {
      const words = result.kind === "invalid" ? "side.refused" : (`error.${result.kind}` as const);
      toast.show({ text: t(words), tone: "breach", timeoutMs: 10_000 });
    }
    return result.ok;
  }

  return (
    <>
      <BlockSection
        title={t("side.title")}
        block={block}
        aside={
          <IconButton label={t("side.start")} className="-my-1.5" onClick={() => setOpen("new")}>
            <Plus />
          </IconButton>
        }
      >
        {({ conversations }) =>
          conversations.length === 0 ? (
            <p className="text-muted text-sm">{t("side.none")}</p>
          ) : (
            <ul className="-mx-2 flex flex-col">
              {conversations.map((conversation) => (
                <li key={conversation.id}>
                  <Line conversation={conversation} onOpen={() => setOpen(conversation.id)} />
                </li>
              ))}
            </ul>
          )
        }
      </BlockSection>
      <StartSideDialog
        subject={ticket.subject}
        open={open === "new"}
        onClose={() => setOpen(null)}
        onStart={(input) => attempt(actions.start({ ticketId, ...input }), t("side.sent"))}
      />
      {shown && (
        <SideConversation
          conversation={shown}
          onClose={() => setOpen(null)}
          onWrite={(written) =>
            attempt(actions.write({ ticketId, conversationId: shown.id, ...written }), t("side.sent"))
          }
          onFinish={(done) => attempt(actions.finish({ ticketId, conversationId: shown.id, done }))}
        />
      )}
    </>
  );
}

function Line({ conversation, onOpen }: { conversation: SideConversationView; onOpen: () => void }) {
  const { t } = useI18n();
  const { subject, people, state, answered, at, messages } = conversation;
  const failed = messages.some(({ delivery }) => delivery?.state === "failed");
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex w-full flex-col gap-0.5 rounded-md px-2 py-1.5 text-left hover:bg-hover pointer-coarse:min-h-11"
    >
      <span className="flex w-full items-center gap-2 text-sm">
        <Mails aria-hidden className="size-3.5 shrink-0 text-faint" />
        <bdi className="min-w-0 flex-1 truncate">{subject}</bdi>
        {failed ? (
          <Badge tone="breach">{t("side.failed")}</Badge>
        ) : answered ? (
          <Badge tone="accent">{t("side.answered")}</Badge>
        ) : (
          state === "done" && <Badge>{t("side.isDone")}</Badge>
        )}
      </span>
      <span className="flex w-full gap-2 text-faint text-xs">
        <span className="min-w-0 flex-1 truncate">
          {people.map(({ name, address }) => name || address).join(", ")}
        </span>
        <TimeAgo at={at} className="shrink-0" />
      </span>
    </button>
  );
}
