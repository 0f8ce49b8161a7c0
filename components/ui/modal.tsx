"use client";
import { type ComponentProps, type ReactPortal, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { cx } from "./cx.ts";
import { firstField } from "./first-field.ts";

const shown: HTMLDialogElement[] = [];
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The innermost open modal, else the page's body: only what is inside it can be pressed. */
export function useForemost(): HTMLElement | null {
  return useSyncExternalStore<HTMLElement | null>(
    listen,
    () => shown.at(-1) ?? document.body,
    () => null,
  );
}

export type ModalProps = Omit<ComponentProps<"dialog">, "open" | "onClose"> & { onClose: () => void };

/**
 * The browser's own modal dialog, open as long as it is rendered: the page behind it is inert, focus goes in, stays in and
 * comes back, Escape, a phone's back gesture or a press beside it closes it.
 */
export function Modal({ onClose, className, ...rest }: ModalProps): ReactPortal {
  const box = useRef<HTMLDialogElement>(null);
  const pressedBeside = useRef(false);

  useLayoutEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (!dialog.open) dialog.showModal();
    // Itself where there is no such field, rather than what the browser thinks comes first.
    (firstField(dialog) ?? dialog).focus({ preventScroll: true });
    shown.push(dialog);
    tell();
    return () => {
      shown.splice(shown.indexOf(dialog), 1);
      tell();
      dialog.close();
    };
  }, []);

  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is its key
    <dialog
      ref={box}
      tabIndex={-1}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={({ target, currentTarget }) => {
        // One that was opened again since is not closed.
        if (target === currentTarget && !currentTarget.open) onClose();
      }}
      onPointerDown={(event) => {
        pressedBeside.current = isBeside(event);
      }}
      onClick={(event) => pressedBeside.current && isBeside(event) && onClose()}
      className={cx("modal text-ink outline-none", className)}
      {...rest}
    />,
    document.body,
  );
}

/** The shade belongs to the dialog; a press on it has the dialog as its target and lies outside its box. */
function isBeside({ target, currentTarget, clientX, clientY }: React.MouseEvent<HTMLElement>): boolean {
  if (target !== currentTarget) return false;
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
