"use client";
import { Combobox as Base } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useI18n } from "./i18n-provider.tsx";

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
  align?: "start" | "end";
};

/** One of many, found by typing: people, queues, categories. */
export function Picker({
  trigger,
  label,
  options,
  value,
  onPick,
  open,
  onOpenChange,
  align = "start",
}: PickerProps) {
  const { t } = useI18n();
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root<PickerOption>
      items={options as PickerOption[]}
      value={chosen}
      onValueChange={(option) => option && onPick(option.value)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      open={open}
      onOpenChange={onOpenChange}
      autoHighlight
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup
            aria-label={label}
            className="floating w-64 overflow-hidden rounded-lg bg-raised shadow-float outline-none"
          >
            <Base.Input
              placeholder={label}
              aria-label={label}
              className="h-9 w-full border-line border-b bg-transparent px-3 text-sm outline-none pointer-coarse:h-11 pointer-coarse:text-md"
            />
            <Base.Empty className="px-3 py-4 text-center text-muted text-sm empty:hidden">
              {t("ui.nothingFound")}
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1 empty:hidden">
              {(option: PickerOption) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  className="flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-[highlighted]:bg-hover pointer-coarse:min-h-11"
                >
                  {option.icon}
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  {option.hint && <span className="text-faint text-xs">{option.hint}</span>}
                  <Base.ItemIndicator>
                    <Check className="size-4 text-accent-text" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
