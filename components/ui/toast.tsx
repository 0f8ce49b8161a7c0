"use client";
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useForemost } from "./modal.tsx";
import { ToastShelf } from "./toast-shelf.tsx";

export type ToastOptions = {
  /** One sentence. */
  text: string;
  tone?: "neutral" | "breach";
  action?: { label: string; onClick: () => void };
  /** Default 5,000; 0 keeps it until closed. */
  timeoutMs?: number;
};

export type ShownToast = ToastOptions & { id: string };

export type Toasts = { show: (options: ToastOptions) => string; close: (id: string) => void };

const Here = createContext<Toasts | null>(null);
const most = 3;

/** Once, around the desk: what it shows stays while pages change, and stands above an open dialog. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<ShownToast[]>([]);
  const made = useRef(0);
  const foremost = useForemost();
  const here = useMemo<Toasts>(
    () => ({
      show(options) {
        const id = `toast-${++made.current}`;
        setToasts((before) => [...before, { ...options, id }].slice(-most));
        return id;
      },
      close: (id) => setToasts((before) => before.filter((one) => one.id !== id)),
    }),
    [],
  );
  return (
    <Here value={here}>
      {children}
      {/* Always: its live region is there before the first words are, or nobody hears them. */}
      {foremost && createPortal(<ToastShelf toasts={toasts} onClose={here.close} />, foremost)}
    </Here>
  );
}

/** `const toast = useToast(); const id = toast.show({ text }); toast.close(id)` */
export function useToast(): Toasts {
  const toasts = useContext(Here);
  if (!toasts) throw new Error("useToast needs a ToastProvider above it.");
  return toasts;
}
