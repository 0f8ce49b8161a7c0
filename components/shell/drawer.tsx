"use client";
import type { ReactNode } from "react";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Modal } from "../ui/modal.tsx";

export type DrawerProps = { onClose: () => void; children: ReactNode };

/** The sidebar where there is no room for it: it comes in from the left edge. */
export function Drawer({ onClose, children }: DrawerProps) {
  const { t } = useI18n();
  return (
    <Modal
      onClose={onClose}
      aria-label={t("shell.nav")}
      className="fixed inset-y-0 right-auto left-0 m-0 h-dvh max-h-none w-auto max-w-none bg-surface shadow-float transition-transform duration-150 ease-out starting:-translate-x-full"
    >
      {children}
    </Modal>
  );
}
