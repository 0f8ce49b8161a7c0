"use client";
import { CircleAlert, X } from "lucide-react";
import { type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useI18n } from "./i18n-provider.tsx";
import type { ShownToast } from "./toast.tsx";

export type ToastShelfProps = { toasts: readonly ShownToast[]; onClose: (id: string) => void };

/** In the top layer, at the bottom left; F6 goes to the newest. Nothing on it goes away while it is pointed at or has the focus. */
export function ToastShelf({ toasts, onClose }: ToastShelfProps) {
  const { t } = useI18n();
  const shelf = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  const [held, setHeld] = useState(false);
  useLayoutEffect(() => {
    const here = shelf.current;
    if (here && !here.matches(":popover-open")) here.showPopover();
    const onKeyDown = (event: KeyboardEvent) => {
      const button = event.key === "F6" && here?.querySelector<HTMLElement>("li:last-child button");
      if (!button) return;
      event.preventDefault();
      before.current = document.activeElement;
      button.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  useEffect(() => {
    if (toasts.length === 0) setHeld(false);
  }, [toasts]);
  return (
    <section
      ref={shelf}
      popover="manual"
      aria-label={t("ui.notices")}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setHeld(false)}
      className="pointer-events-none fixed inset-x-3 top-auto overflow-visible bottom-3 w-auto bg-transparent sm:right-auto sm:bottom-4 sm:left-4"
    >
      <ol aria-live="polite" className="flex flex-col items-center gap-2 sm:items-start">
        {toasts.map((toast) => (
          <Toast
            key={toast.id}
            toast={toast}
            held={held}
            onClose={() => onClose(toast.id)}
            onLeave={() => before.current instanceof HTMLElement && before.current.focus()}
          />
        ))}
      </ol>
    </section>
  );
}

const swipePx = 40;

type ToastProps = {
  toast: ShownToast;
  held: boolean;
  onClose: () => void;
  /** It goes while it has the focus. */
  onLeave: () => void;
};

function Toast({ toast, held, onClose, onLeave }: ToastProps) {
  const { t } = useI18n();
  const { text, tone, action, timeoutMs = 5_000 } = toast;
  const left = useRef(timeoutMs);
  const latest = useRef({ onClose, onLeave });
  latest.current = { onClose, onLeave };
  const box = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const here = box.current;
    return () => {
      if (here?.contains(document.activeElement)) latest.current.onLeave();
    };
  }, []);
  useEffect(() => {
    if (held || timeoutMs === 0) return;
    const since = Date.now();
    const timer = setTimeout(() => latest.current.onClose(), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(1_000, left.current - (Date.now() - since));
    };
  }, [held, timeoutMs]);
  const from = useRef({ x: 0, y: 0 });
  const onPointerUp = ({ clientX, clientY, pointerType }: PointerEvent) => {
    if (pointerType !== "touch") return;
    if (clientX - from.current.x > swipePx || clientY - from.current.y > swipePx) onClose();
  };
  return (
    <li
      ref={box}
      onPointerDown={({ clientX, clientY }) => {
        from.current = { x: clientX, y: clientY };
      }}
      onPointerUp={onPointerUp}
      className="floating pointer-events-auto flex w-full max-w-md touch-none items-center gap-3 rounded-lg bg-ink py-2 pr-2 pl-3 text-canvas text-sm shadow-float sm:w-auto sm:min-w-64"
    >
      {tone === "breach" && <CircleAlert aria-hidden className="size-4 shrink-0" />}
      <p role={tone === "breach" ? "alert" : undefined} className="min-w-0 flex-1">
        {text}
      </p>
      {action && (
        <button
          type="button"
          onClick={() => {
            action.onClick();
            onClose();
          }}
          className="h-7 shrink-0 rounded-md px-2 font-semibold text-xs underline-offset-2 hover:underline focus-visible:outline-canvas pointer-coarse:h-11"
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        aria-label={t("ui.close")}
        onClick={onClose}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-md opacity-70 hover:opacity-100 focus-visible:outline-canvas pointer-coarse:size-11"
      >
        <X aria-hidden className="size-4" />
      </button>
    </li>
  );
}
