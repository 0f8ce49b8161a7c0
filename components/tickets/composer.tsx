"use client";
import { useState } from "react";
import { joinWords } from "#lib/domain/writing/join-words.ts";
import type { DeskChoices } from "#lib/reads/desk-choices.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { WritingField } from "../writing/writing-field.tsx";
import { ColleaguesHere } from "./colleagues-here.tsx";
import { ComposerFiles } from "./composer-files.tsx";
import { ComposerRecipients, usualRecipients } from "./composer-recipients.tsx";
import { ComposerSend } from "./composer-send.tsx";
import { ComposerTools, type ComposerToolsProps } from "./composer-tools.tsx";
import { OtherWords } from "./other-words.tsx";
import type { TicketActions } from "./ticket-actions.ts";
import { ReplyTranslation } from "./translation/reply-translation.tsx";
import { UnseenNotice } from "./unseen-notice.tsx";
import { type UseComposer, useComposer } from "./use-composer.ts";
import type { DraftState } from "./use-draft.ts";
import { usePresence } from "./use-presence.ts";

export type ComposerProps = Omit<UseComposer, "presence" | "actions"> & {
  choices: DeskChoices;
  actions: TicketActions;
};

/** Where people answer: a reply or a note, its look, its files, and who else is at it. ⌘↵ sends, ⇧⌘↵ solves too. */
export function Composer({ choices, ...props }: ComposerProps) {
  const { ticket, me, actions } = props;
  const { t } = useI18n();
  const { present, typing, rest } = usePresence(ticket.id, me.id);
  const composer = useComposer({ ...props, presence: { typing, rest } });
  const { mode, canReply, draft, field, stopped } = composer;
  const [tool, setTool] = useState<ComposerToolsProps["tool"]>(null);
  const isNote = mode === "note";
  const disabled = !isNote && !canReply;
  const placeholder = t(isNote ? "composer.placeholderNote" : "composer.placeholderReply");
  return (
    <section
      aria-label={t(isNote ? "composer.note" : "composer.reply")}
      onPointerEnter={() => field.current?.want()}
      onFocus={() => field.current?.want()}
      className={cx(
        "shrink-0 border-line border-t px-3 pt-2 pb-3 sm:px-5",
        isNote ? "bg-sunken" : "bg-canvas",
      )}
    >
      <ColleaguesHere
        present={present}
        drafts={ticket.writing.colleagueDrafts}
        readDrafts={() => actions.colleagueDrafts(ticket.id)}
        onAdopt={(id) => void composer.adopt(id)}
      />
      <div className="mb-1.5 flex items-center gap-1 text-xs">
        {(["reply", "note"] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={mode === one}
            disabled={one === "reply" && !canReply}
            onClick={() => composer.openMode(one)}
            className="h-7 rounded-md px-2 text-muted hover:text-ink disabled:opacity-40 aria-pressed:bg-pressed aria-pressed:font-medium aria-pressed:text-ink pointer-coarse:h-11"
          >
            {t(`composer.${one}`)}
          </button>
        ))}
        <span className="ml-2 min-w-0 truncate text-faint">
          {isNote
            ? t("ticket.noteHint")
            : composer.draftId
              ? t("composer.fromDraft")
              : t(`composer.language.${ticket.writing.language}`)}
        </span>
        <DraftMark state={draft.state} />
      </div>
      {!isNote && canReply && (
        <div className="mb-1.5 flex min-w-0">
          <ComposerRecipients
            chosen={composer.chosen ?? usualRecipients(ticket)}
            onChange={composer.setChosen}
          />
        </div>
      )}
      {stopped && !isNote && (
        <UnseenNotice
          ticket={ticket}
          seen={stopped.seen}
          onSend={() => void composer.send(stopped)}
          onEdit={composer.editFirst}
        />
      )}
      {draft.theirs && <BothTexts composer={composer} theirs={draft.theirs} />}
      {!disabled && (
        <ComposerTools
          field={field}
          isNote={isNote}
          tool={tool}
          onTool={setTool}
          choices={choices}
          me={me}
          readMacros={actions.macros}
          onMacro={(id) => void composer.applyMacro(id)}
          onFiles={(files) => void composer.takeFiles(files)}
        />
      )}
      <WritingField
        key={mode}
        handle={field}
        initial={composer.initial}
        label={placeholder}
        placeholder={placeholder}
        disabled={disabled}
        onChange={composer.onChange}
        onLeave={() => void draft.flush()}
        onSend={(solve) => void composer.send({ solve })}
        onFiles={(files) => void composer.takeFiles(files)}
        onTrigger={(sign) => {
          if (sign === "@" && !isNote) return false;
          setTool({ name: sign === "/" ? "macro" : "mention", sign });
          return true;
        }}
        onLink={() => setTool({ name: "link" })}
        onEscape={() => document.activeElement instanceof HTMLElement && document.activeElement.blur()}
      />
      {!isNote && canReply && (
        <ReplyTranslation
          ticket={ticket}
          body={composer.body}
          used={composer.translationId}
          onUse={composer.takeTranslation}
        />
      )}
      {!isNote && canReply && <Signature text={ticket.writing.signature} />}
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        {!disabled && (
          <ComposerFiles
            files={composer.files.files}
            coming={composer.files.coming}
            onAdd={(files) => void composer.files.add(files)}
            onRemove={(token) => composer.files.drop([token])}
          />
        )}
        <span className="mr-auto hidden shrink-0 items-center gap-1.5 text-faint text-xs xl:flex">
          <Kbd keys="⌘ ↵" /> {t("composer.send")}
          <Kbd keys="/" className="ml-2" /> {t("macros.title")}
        </span>
        {isNote ? (
          <Button look="primary" onClick={() => composer.send()}>
            {t("composer.addNote")}
          </Button>
        ) : (
          <ComposerSend
            status={composer.status}
            onStatus={composer.setStatus}
            disabled={!canReply}
            onSend={(sendAt) => void composer.send({ sendAt })}
          />
        )}
      </div>
    </section>
  );
}

type BothTextsProps = {
  composer: ReturnType<typeof useComposer>;
  theirs: NonNullable<ReturnType<typeof useComposer>["draft"]["theirs"]>;
};

function BothTexts({ composer: { draft, field }, theirs }: BothTextsProps) {
  const { t } = useI18n();
  return (
    <OtherWords
      title={t("composer.otherWords")}
      text={theirs.body}
      onKeepMine={draft.resolve}
      onJoin={() => {
        field.current?.set(joinWords(draft.words(), theirs));
        draft.resolve();
      }}
      onTakeTheirs={() => {
        field.current?.set(theirs);
        draft.settle(theirs);
      }}
    />
  );
}

/** What goes under the reply, in the customer's language: seen before it is sent. */
function Signature({ text }: { text: string }) {
  const { t } = useI18n();
  if (!text) return null;
  return (
    <details className="mt-1 text-faint text-xs">
      <summary className="inline-block cursor-default rounded-sm hover:text-ink">
        {t("composer.signature")}
      </summary>
      <p dir="auto" className="mt-1 whitespace-pre-wrap border-line border-l-2 pl-2">
        {text}
      </p>
    </details>
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
