"use client";
import { useRef, useState } from "react";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { OtherWords } from "../other-words.tsx";

/**
 * What colleagues keep in mind about a customer. A click edits it; leaving keeps it; a refusal keeps the words, and so does
 * a colleague who changed the notes meanwhile: then both texts are here.
 */
export function CustomerNotes({
  notes,
  onKeep,
}: {
  notes: string;
  /** With the notes that the words grew from. */
  onKeep: (notes: string, seen: string) => Promise<boolean>;
}) {
  const { t } = useI18n();
  const [words, setWords] = useState<string | null>(null);
  /** The notes that the words grew from. */
  const [from, setFrom] = useState(notes);
  const box = useRef<HTMLTextAreaElement>(null);
  const changed = words !== null && notes !== from && notes.trim() !== words.trim();
  if (changed && words === from) {
    setFrom(notes);
    setWords(notes);
  }
  if (words === null) {
    return (
      <button
        type="button"
        onClick={() => {
          setFrom(notes);
          setWords(notes);
        }}
        className="-mx-2 mt-2 block w-[calc(100%+1rem)] rounded-md px-2 py-1 text-left text-sm hover:bg-hover pointer-coarse:min-h-11"
      >
        {notes ? (
          <span className="whitespace-pre-wrap text-muted [overflow-wrap:anywhere]">{notes}</span>
        ) : (
          <span className="text-faint">{t("customer.addNotes")}</span>
        )}
      </button>
    );
  }
  async function keep(written: string) {
    if (changed) return;
    if (written.trim() === notes.trim() || (await onKeep(written.trim(), from))) setWords(null);
  }
  const goOn = (next: string) => {
    setFrom(notes);
    setWords(next);
    box.current?.focus();
  };
  return (
    <div className="mt-2">
      {changed && (
        <OtherWords
          title={t("customer.notesChanged")}
          text={notes}
          onJoin={() => goOn(`${words.trimEnd()}\n\n${notes}`)}
          onKeepMine={() => goOn(words)}
          onTakeTheirs={() => goOn(notes)}
        />
      )}
      <Textarea
        ref={box}
        autoFocus
        aria-label={t("customer.notes")}
        value={words}
        maxLength={10_000}
        onChange={(event) => setWords(event.target.value)}
        onBlur={(event) => void keep(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setWords(null);
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.blur();
        }}
      />
    </div>
  );
}
