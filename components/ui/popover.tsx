"use client";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";
import { firstField } from "./first-field.ts";
import type { Align, Side } from "./place.ts";
import { Popup, usePopup } from "./popup.tsx";

export type PopoverProps = {
  trigger: ReactElement;
  /** Names the popup for a screen reader. */
  label: string;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: Side;
  align?: Align;
  className?: string;
};

/** A few words or fields beside what they belong to; the page goes on behind it. */
export function Popover({
  trigger,
  label,
  children,
  open,
  onOpenChange,
  side,
  align,
  className,
}: PopoverProps) {
  const popover = usePopup({ trigger, kind: "dialog", open, onOpenChange });
  return (
    <>
      {popover.trigger}
      {popover.isOpen && (
        <Popup
          {...popover.popup}
          side={side}
          align={align}
          gap={6}
          first={(popup) => firstField(popup) ?? popup}
          role="dialog"
          aria-label={label}
          className={cx("max-h-(--room) w-72 p-3", className)}
        >
          {children}
        </Popup>
      )}
    </>
  );
}
