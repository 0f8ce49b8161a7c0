"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";
import { useI18n } from "./i18n-provider.tsx";
import { IconButton } from "./icon-button.tsx";

export type DialogProps = {
  /** Opens it; leave out when `open` is controlled. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, right-aligned, the main one last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
};

const widths = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-3xl" };

/** Focus goes in, stays in, and comes back. On a phone it rests at the bottom edge. */
export function Dialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = "md",
}: DialogProps) {
  const { t } = useI18n();
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-shade transition-opacity duration-100 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Base.Popup
          className={cx(
            "floating fixed inset-x-2 bottom-2 z-40 mx-auto flex max-h-[85dvh] flex-col rounded-lg bg-raised shadow-float outline-none sm:top-[12vh] sm:bottom-auto",
            widths[size],
          )}
        >
          <header className="pr-12 pt-4 pb-2 pl-5">
            <div>
              <Base.Title className="font-semibold text-md">{title}</Base.Title>
              {description && (
                <Base.Description className="mt-0.5 text-muted text-sm">{description}</Base.Description>
              )}
            </div>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-2">{children}</div>
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
              {footer}
            </footer>
          ) : (
            <div className="h-3" />
          )}
          {/* Last, so that focus starts in the content. */}
          <Base.Close
            render={
              <IconButton label={t("ui.close")} className="absolute top-3 right-3">
                <X />
              </IconButton>
            }
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
