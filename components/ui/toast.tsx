"use client";
import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { useI18n } from "./i18n-provider.tsx";

export type ToastOptions = {
  /** One sentence. */
  text: string;
  tone?: "neutral" | "breach";
  action?: { label: string; onClick: () => void };
  /** Default 5,000; 0 keeps it until closed. */
  timeoutMs?: number;
};

/** Once, around the desk. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed inset-x-3 bottom-3 z-60 flex flex-col items-center gap-2 sm:right-auto sm:bottom-4 sm:left-4 sm:items-start">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/** `const toast = useToast(); const id = toast.show({ text }); toast.close(id)` */
export function useToast() {
  const manager = Base.useToastManager();
  return {
    show({ text, tone = "neutral", action, timeoutMs = 5_000 }: ToastOptions): string {
      const id: string = manager.add({
        description: text,
        type: tone,
        timeout: timeoutMs,
        priority: tone === "breach" ? "high" : "low",
        ...(action && {
          actionProps: {
            children: action.label,
            onClick: () => {
              action.onClick();
              manager.close(id);
            },
          },
        }),
      });
      return id;
    },
    close: (id: string) => manager.close(id),
  };
}

function ToastList() {
  const { toasts } = Base.useToastManager();
  const { t } = useI18n();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["down", "right"]}
      className="floating w-full max-w-md rounded-lg bg-ink text-canvas shadow-float sm:w-auto sm:min-w-64"
    >
      <Base.Content className="flex items-center gap-3 py-2 pr-2 pl-3 text-sm">
        {toast.type === "breach" && <CircleAlert aria-hidden className="size-4 shrink-0" />}
        <Base.Description className="min-w-0 flex-1" />
        {toast.actionProps && (
          <Base.Action className="h-7 shrink-0 rounded-md px-2 font-semibold text-xs underline-offset-2 hover:underline focus-visible:outline-canvas" />
        )}
        <Base.Close
          aria-label={t("ui.close")}
          className="inline-flex size-7 shrink-0 items-center justify-center rounded-md opacity-70 hover:opacity-100 focus-visible:outline-canvas"
        >
          <X className="size-4" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
