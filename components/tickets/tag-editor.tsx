"use client";
import { Tag, X } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Input } from "../ui/input.tsx";
import { Popover } from "../ui/popover.tsx";
import { Chip } from "./chip.tsx";

export type TagEditorProps = {
  tags: readonly string[];
  /** In use elsewhere, offered while typing. */
  known: readonly string[];
  onChange: (tags: string[]) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function TagEditor({ tags, known, onChange, open, onOpenChange }: TagEditorProps) {
  const { t } = useI18n();
  const [word, setWord] = useState("");
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  function add() {
    const tag = word.trim().slice(0, 50);
    setWord("");
    if (tag && !tags.includes(tag)) onChange([...tags, tag]);
  }
  return (
    <Popover
      label={t("ticket.tags")}
      open={open}
      onOpenChange={onOpenChange}
      className="w-64"
      trigger={
        <Chip name={t("ticket.tags")}>
          <Tag aria-hidden /> {tags.length === 0 ? t("ticket.addTag") : tags.join(", ")}
        </Chip>
      }
    >
      {tags.length > 0 && (
        <ul className="mb-2 flex flex-wrap gap-1">
          {tags.map((tag) => (
            <li key={tag} className="inline-flex items-center rounded-sm bg-sunken pl-1.5 text-muted text-xs">
              {tag}
              <button
                type="button"
                aria-label={t("ticket.removeTag", { tag })}
                onClick={() => {
                  // The button goes with its tag, and must not take the focus with it.
                  box.current?.focus();
                  onChange(tags.filter((one) => one !== tag));
                }}
                className="flex size-6 items-center justify-center rounded-sm hover:text-ink"
              >
                <X className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Input
          ref={box}
          value={word}
          onChange={(event) => setWord(event.target.value)}
          list={listId}
          maxLength={50}
          placeholder={t("ticket.addTag")}
          aria-label={t("ticket.addTag")}
        />
        <datalist id={listId}>
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </form>
    </Popover>
  );
}
