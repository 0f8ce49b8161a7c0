"use client";
import { useState } from "react";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { Textarea } from "../../ui/textarea.tsx";

/** What colleagues keep in mind about a customer. A click edits it; leaving keeps it; a refusal keeps the words. */
export function CustomerNotes({
  notes,
  onKeep,
}: {
  notes: string;
  onKeep: (notes: string) => Promise<boolean>;
}) {
  const { t } = useI18n();
  const [words, setWords] = useState<string | null>(null);
  if (words === null) {
    return (
      <button
        type="button"
        onClick={() => setWords(notes)}
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
    if (written.trim() === notes.trim() || (await onKeep(written.trim()))) setWords(null);
  }
  return (
    <Textarea
      autoFocus
      aria-label={t("customer.notes")}
      value={words}
      maxLength={10_000}
      className="mt-2"
      onChange={(event) => setWords(event.target.value)}
      onBlur={(event) => void keep(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") setWords(null);
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.blur();
      }}
    />
  );
}
