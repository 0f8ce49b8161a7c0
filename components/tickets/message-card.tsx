"use client";
import { EyeOff, ImageOff, TriangleAlert } from "lucide-react";
import { useContext, useState } from "react";
import type { MessageView } from "#lib/reads/ticket-view.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { useToast } from "../ui/toast.tsx";
import { AttachmentList } from "./attachment-list.tsx";
import { CitedText } from "./cited-text.tsx";
import { DeliveryMark } from "./delivery-mark.tsx";
import { DeliveryNotes } from "./delivery-notes.tsx";
import { EnclosedNotes } from "./enclosed-notes.tsx";
import { HtmlFrame, saysMoreThanText } from "./html-frame.tsx";
import { MessageActionsContext } from "./message-actions.ts";
import { PlainText } from "./plain-text.tsx";
import { SourceList } from "./source-list.tsx";
import { MessageTranslation } from "./translation/message-translation.tsx";

const autoKinds = ["vacation", "machine", "bulk", "mdn", "bounce", "unreadable"] as const;
const doubts = [
  "not_on_this_ticket",
  "agent_unproven",
  "dmarc_failed",
  "dmarc_reject",
  "too_many_mails",
  "too_many_hops",
] as const;

/** One thing said. The assistant's words wear violet, notes a quiet ground, automatic mail is folded. */
export function MessageCard({ message, unsent }: { message: MessageView; unsent?: boolean }) {
  const { t } = useI18n();
  const { author, autoKind } = message;
  const isNote = message.kind === "note";
  const isAssistant = author.kind === "assistant";
  const name = isAssistant
    ? t("ticket.assistant")
    : author.name || author.address || t(nameKeys[author.kind]);
  const card = (
    <article
      aria-label={name}
      data-message={message.id}
      className={cx(
        "rounded-lg border px-4 py-3",
        isNote && "border-line border-dashed bg-sunken",
        isAssistant && !isNote && "border-assistant-line border-l-2 border-l-assistant bg-canvas",
        !isNote &&
          !isAssistant &&
          (author.kind === "customer" ? "border-line bg-canvas" : "border-line bg-surface"),
        unsent && "opacity-60",
      )}
    >
      <header className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
        <Avatar name={name} size="sm" kind={isAssistant ? "assistant" : "person"} />
        <span className={cx("font-medium text-sm", isAssistant && "text-assistant-text")}>{name}</span>
        {author.address && author.address !== name && (
          <span className="truncate text-faint">{author.address}</span>
        )}
        {isNote && (
          <span className="inline-flex items-center gap-1 text-faint">
            <EyeOff aria-hidden className="size-3" /> {t("ticket.noteHint")}
          </span>
        )}
        <span className="ml-auto flex items-center gap-2">
          {unsent ? (
            <span className="text-faint">{t("composer.sending")}</span>
          ) : (
            message.delivery && <DeliveryMark delivery={message.delivery} />
          )}
          <TimeAgo at={message.at} className="text-faint" />
        </span>
      </header>
      {message.unverified && (
        <p className="mb-2 flex items-center gap-1.5 text-soon-text text-xs">
          <TriangleAlert aria-hidden className="size-3.5" />{" "}
          {t(`ticket.unverified.${doubts.find((one) => one === message.unverified) ?? "other"}`)}
        </p>
      )}
      {message.enclosed && <EnclosedNotes enclosed={message.enclosed} />}
      <MessageBody message={message} name={name} />
      <MessageTranslation message={message} />
      <SourceList sources={message.sources} />
      <AttachmentList attachments={message.attachments} />
      {message.delivery && <DeliveryNotes messageId={message.id} delivery={message.delivery} />}
    </article>
  );
  if (!autoKind) return card;
  const kind = autoKinds.find((one) => one === autoKind);
  return (
    <details>
      <summary className="flex items-center gap-2 rounded-md px-4 py-1 text-faint text-xs hover:bg-hover">
        {kind ? t(`ticket.auto.${kind}`) : t("ticket.auto.label")} · {name} <TimeAgo at={message.at} />
      </summary>
      <div className="mt-2">{card}</div>
    </details>
  );
}

const nameKeys = {
  customer: "ticket.customer",
  agent: "event.actor.agent",
  assistant: "ticket.assistant",
  system: "ticket.system",
} as const;

function MessageBody({ message, name }: { message: MessageView; name: string }) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const { body, trimmed, html, author } = message;
  const [asSent, setAsSent] = useState(html !== null && saysMoreThanText(html));
  const [withImages, setWithImages] = useState<string | null>(null);
  const actions = useContext(MessageActionsContext);
  const toast = useToast();
  const askForImages = async () => {
    const shown = await actions?.showImages(message.id).catch(() => null);
    if (shown) setWithImages(shown);
    else toast.show({ text: t("ui.failed"), tone: "breach" });
  };
  return (
    <>
      {asSent && html && message.blockedImages > 0 && !withImages && (
        <p className="mb-2 flex flex-wrap items-center gap-2 text-muted text-xs">
          <ImageOff aria-hidden className="size-3.5" />
          {t("ticket.imagesBlocked", { n: message.blockedImages })}
          {actions && (
            <Button size="sm" onClick={askForImages}>
              {t("ticket.showImages")}
            </Button>
          )}
        </p>
      )}
      {asSent && html ? (
        <HtmlFrame html={withImages ?? html} title={t("ticket.messageFrame", { name })} />
      ) : author.kind === "assistant" ? (
        <CitedText body={body} sentences={message.sentences} sources={message.sources} />
      ) : (
        <PlainText text={body} />
      )}
      {all && trimmed && (
        <div className="mt-3 border-line border-l-2 pl-3 text-muted">
          <PlainText text={trimmed} />
        </div>
      )}
      {(trimmed || html) && (
        <p className="-ml-2 mt-1 flex gap-1">
          {trimmed && (
            <Button look="quiet" size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
              {t(all ? "ticket.hideQuoted" : "ticket.showQuoted")}
            </Button>
          )}
          {html && (
            <Button look="quiet" size="sm" aria-pressed={asSent} onClick={() => setAsSent(!asSent)}>
              {t(asSent ? "ticket.showText" : "ticket.showOriginal")}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
