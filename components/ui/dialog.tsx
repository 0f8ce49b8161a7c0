"use client";
import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import { useI18n } from "./i18n-provider.tsx";
import { IconButton } from "./icon-button.tsx";
import { Modal } from "./modal.tsx";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
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
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = "md",
}: DialogProps) {
  const { t } = useI18n();
  const id = useId();
  if (!open) return null;
  return (
    <Modal
      onClose={() => onOpenChange(false)}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      className={cx(
        "floating fixed inset-x-2 top-auto bottom-2 mx-auto flex h-auto max-h-[85dvh] w-auto flex-col overflow-hidden rounded-lg bg-raised shadow-float sm:top-[12vh] sm:bottom-auto",
        widths[size],
      )}
    >
      <header className="pr-12 pt-4 pb-2 pl-5">
        <h2 id={`${id}-title`} className="font-semibold text-md">
          {title}
        </h2>
        {description && (
          <p id={`${id}-description`} className="mt-0.5 text-muted text-sm">
            {description}
          </p>
        )}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-2">{children}</div>
      {footer ? (
        <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{footer}</footer>
      ) : (
        <div className="h-3" />
      )}
      {/* Last, so that focus starts in the content. */}
      <IconButton
        label={t("ui.close")}
        onClick={() => onOpenChange(false)}
        className="absolute top-3 right-3"
      >
        <X />
      </IconButton>
    </Modal>
  );
}
