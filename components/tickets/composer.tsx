"use client";
import { ChevronDown, Clock3, SendHorizontal } from "lucide-react";
import { type RefObject, useImperativeHandle, useRef, useState } from "react";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Menu, MenuItem, MenuLabel, MenuRadio, MenuSeparator } from "../ui/menu.tsx";
import { useToast } from "../ui/toast.tsx";
import { ComposerFiles, useHandIn } from "./composer-files.tsx";
import { addressesIn, type Chosen, ComposerRecipients, usualRecipients } from "./composer-recipients.tsx";
import { SendLater } from "./send-later.tsx";
import {
  type OwnFile,
  type ReplyStatus,
  settableStatuses,
  type TicketActions,
  type Unsent,
  type Written,
} from "./ticket-actions.ts";
import { ReplyTranslation } from "./translation/reply-translation.tsx";
import { type DraftState, useDraft } from "./use-draft.ts";

export interface ComposerHandle {
  open(mode: "reply" | "note"): void;
  /** Puts the assistant's draft into the reply, below what is already written. */
  insert(text: string, draftId: string | null): void;
  /** Puts a reply that was taken back where it came from. */
  restore(unsent: Unsent): void;
}

export type ComposerProps = {
  ticket: TicketView;
  actions: Pick<TicketActions, "saveDraft">;
  onReply: (reply: Written) => Promise<boolean>;
  onNote: (body: string) => Promise<boolean>;
  handle: RefObject<ComposerHandle | null>;
};

/** Two texts side by side, a reply and a note; both keep themselves. ⌘↵ sends. */
export function Composer({ ticket, actions, onReply, onNote, handle }: ComposerProps) {
  const { t } = useI18n();
  const toast = useToast();
  const kept = (kind: "reply" | "note") => ticket.ownDrafts.find((draft) => draft.kind === kind)?.body ?? "";
  const reply = useDraft(ticket.id, "reply", kept("reply"), actions.saveDraft);
  const note = useDraft(ticket.id, "note", kept("note"), actions.saveDraft);
  const [mode, setMode] = useState<"reply" | "note">(ticket.status === "closed" ? "note" : "reply");
  const [status, setStatus] = useState<ReplyStatus>("pending");
  const [draftId, setDraftId] = useState<string | null>(null);
  const [translationId, setTranslationId] = useState<string | null>(null);
  const [files, setFiles] = useState<OwnFile[]>([]);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [later, setLater] = useState(false);
  const handFiles = useHandIn(setFiles);
  const field = useRef<HTMLTextAreaElement>(null);
  const words = mode === "reply" ? reply : note;

  const focus = () => requestAnimationFrame(() => field.current?.focus());
  useImperativeHandle(handle, () => ({
    open: (next) => {
      setMode(next);
      focus();
    },
    insert: (text, id) => {
      setMode("reply");
      reply.write(reply.body.trim() ? `${reply.body.trimEnd()}\n\n${text}` : text);
      setDraftId(id);
      focus();
    },
    restore: (unsent) => {
      setMode("reply");
      reply.write(unsent.body);
      setFiles(unsent.files);
      focus();
    },
  }));

  async function send(sendAt?: string) {
    const body = words.body.trim();
    if (!body) {
      toast.show({ text: t("composer.empty") });
      return;
    }
    const written = words.body;
    words.clear();
    const more = {
      ...(chosen && { recipients: { to: addressesIn(chosen.to), cc: addressesIn(chosen.cc) } }),
      ...(files.length > 0 && { files: files.map(({ token }) => token) }),
      ...(sendAt && { sendAt }),
      ...(translationId && { translationId }),
    };
    const sent = mode === "reply" ? await onReply({ body, status, draftId, ...more }) : await onNote(body);
    if (!sent) return words.write(written);
    setDraftId(null);
    if (mode === "note") return;
    setFiles([]);
    setTranslationId(null);
    setChosen(null);
  }

  const canReply = ticket.status !== "closed";
  const isNote = mode === "note";
  return (
    <section
      aria-label={t(isNote ? "composer.note" : "composer.reply")}
      className={cx(
        "shrink-0 border-line border-t px-3 pt-2 pb-3 sm:px-5",
        isNote ? "bg-sunken" : "bg-canvas",
      )}
    >
      <div className="mb-1.5 flex items-center gap-1 text-xs">
        {(["reply", "note"] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={mode === one}
            disabled={one === "reply" && !canReply}
            onClick={() => {
              setMode(one);
              focus();
            }}
            className="h-7 rounded-md px-2 text-muted hover:text-ink disabled:opacity-40 aria-pressed:bg-pressed aria-pressed:font-medium aria-pressed:text-ink pointer-coarse:h-11"
          >
            {t(`composer.${one}`)}
          </button>
        ))}
        <span className="ml-2 min-w-0 truncate text-faint">
          {isNote ? t("ticket.noteHint") : draftId && t("composer.fromDraft")}
        </span>
        <DraftMark state={words.state} />
      </div>
      {!isNote && canReply && (
        <div className="mb-1.5 flex min-w-0">
          <ComposerRecipients chosen={chosen ?? usualRecipients(ticket)} onChange={setChosen} />
        </div>
      )}
      <textarea
        key={mode}
        ref={field}
        value={words.body}
        onChange={(event) => words.write(event.target.value)}
        onBlur={words.flush}
        onPaste={(event) => {
          if (isNote || event.clipboardData.files.length === 0) return;
          event.preventDefault();
          void handFiles([...event.clipboardData.files]);
        }}
        onDrop={(event) => {
          if (isNote || event.dataTransfer.files.length === 0) return;
          event.preventDefault();
          void handFiles([...event.dataTransfer.files]);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && !event.nativeEvent.isComposing) {
            event.preventDefault();
            void send();
          }
          if (event.key === "Escape") field.current?.blur();
        }}
        dir="auto"
        rows={3}
        placeholder={t(isNote ? "composer.placeholderNote" : "composer.placeholderReply")}
        aria-label={t(isNote ? "composer.placeholderNote" : "composer.placeholderReply")}
        disabled={!isNote && !canReply}
        className="max-h-[38vh] min-h-18 w-full resize-none rounded-md border border-line-strong bg-canvas px-3 py-2 text-base outline-none [field-sizing:content] focus-visible:border-accent pointer-coarse:text-md"
      />
      {!isNote && canReply && (
        <ReplyTranslation
          ticket={ticket}
          body={reply.body}
          used={translationId}
          onUse={(text, id) => {
            reply.write(text);
            setTranslationId(id);
          }}
        />
      )}
      <div className="mt-2 flex items-center justify-end gap-2">
        {!isNote && canReply && <ComposerFiles files={files} onChange={setFiles} />}
        <span className="mr-auto hidden items-center gap-1.5 text-faint text-xs sm:flex">
          <Kbd keys="⌘ ↵" /> {t("composer.send")}
        </span>
        {isNote ? (
          <Button look="primary" onClick={() => send()}>
            {t("composer.addNote")}
          </Button>
        ) : (
          <span className="inline-flex">
            <Button look="primary" onClick={() => send()} disabled={!canReply} className="rounded-r-none">
              <SendHorizontal /> {t("composer.sendAnd", { status: t(`status.${status}`) })}
            </Button>
            <Menu
              side="top"
              align="end"
              trigger={
                <button
                  type="button"
                  aria-label={t("composer.after")}
                  disabled={!canReply}
                  className={cx(
                    buttonClass("primary"),
                    "rounded-l-none border-accent-ink/25 border-l px-1.5!",
                  )}
                >
                  <ChevronDown />
                </button>
              }
            >
              <MenuLabel>{t("composer.after")}</MenuLabel>
              <MenuRadio
                value={status}
                onValueChange={setStatus}
                options={settableStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
              />
              <MenuSeparator />
              <MenuItem icon={<Clock3 />} onSelect={() => setLater(true)}>
                {t("composer.sendLater")}
              </MenuItem>
            </Menu>
          </span>
        )}
      </div>
      <SendLater open={later} onClose={() => setLater(false)} onChoose={(sendAt) => void send(sendAt)} />
    </section>
  );
}

function DraftMark({ state }: { state: DraftState }) {
  const { t } = useI18n();
  const words = {
    clean: "",
    saving: t("composer.draftSaving"),
    saved: t("composer.draftSaved"),
    failed: t("composer.draftFailed"),
  };
  return (
    <span
      role="status"
      className={cx("ml-auto shrink-0", state === "failed" ? "text-breach-text" : "text-faint")}
    >
      {words[state]}
    </span>
  );
}
