"use client";
import { Check } from "lucide-react";
import { type ReactElement, type ReactNode, useState } from "react";
import { cx } from "./cx.ts";
import { folded } from "./folded.ts";
import { useI18n } from "./i18n-provider.tsx";
import type { Align } from "./place.ts";
import { Popup, usePopup } from "./popup.tsx";
import { useActive } from "./use-active.ts";

export type PickerOption = { value: string; label: string; icon?: ReactNode; hint?: ReactNode };

export type PickerProps = {
  trigger: ReactElement;
  /** Names the list and its search box. */
  label: string;
  options: readonly PickerOption[];
  value: string | null;
  onPick: (value: string) => void;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: Align;
};

/** One of many, found by typing: people, queues, categories. */
export function Picker({ trigger, open, onOpenChange, align, ...list }: PickerProps) {
  const picker = usePopup({ trigger, kind: "dialog", open, onOpenChange });
  return (
    <>
      {picker.trigger}
      {picker.isOpen && (
        <Popup
          {...picker.popup}
          align={align}
          first={(popup) => popup.querySelector("input")}
          role="dialog"
          aria-label={list.label}
          className="flex max-h-(--room) w-64 flex-col overflow-hidden"
        >
          <Choices
            {...list}
            onPick={(value) => {
              list.onPick(value);
              picker.close();
            }}
          />
        </Popup>
      )}
    </>
  );
}

type ChoicesProps = Pick<PickerProps, "label" | "options" | "value" | "onPick">;

function Choices({ label, options, value, onPick }: ChoicesProps) {
  const { t } = useI18n();
  const [word, setWord] = useState("");
  const sought = folded(word.trim());
  const shown = options.filter((option) => folded(option.label).includes(sought));
  const active = useActive({ keys: shown.map((option) => option.value), first: value, onChoose: onPick });
  return (
    <>
      <input
        {...active.box}
        aria-label={label}
        placeholder={label}
        value={word}
        onChange={(event) => {
          setWord(event.target.value);
          active.reset();
        }}
        className="h-9 w-full shrink-0 border-line border-b bg-transparent px-3 text-sm outline-none pointer-coarse:h-11 pointer-coarse:text-md"
      />
      <p role="status" className="px-3 py-4 text-center text-muted text-sm empty:hidden">
        {shown.length === 0 && t("ui.nothingFound")}
      </p>
      <div
        role="listbox"
        {...active.list}
        aria-label={label}
        className="max-h-80 min-h-0 overflow-y-auto overscroll-contain p-1 empty:hidden"
      >
        {shown.map((option) => (
          <div
            key={option.value}
            role="option"
            tabIndex={-1}
            {...active.option(option.value)}
            aria-selected={option.value === value}
            className={cx(
              "flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none pointer-coarse:min-h-11",
              active.isActive(option.value) && "bg-hover",
            )}
          >
            {option.icon}
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            {option.hint && <span className="text-faint text-xs">{option.hint}</span>}
            {option.value === value && <Check aria-hidden className="size-4 text-accent-text" />}
          </div>
        ))}
      </div>
    </>
  );
}
