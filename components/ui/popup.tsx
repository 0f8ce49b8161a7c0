"use client";
import {
  type ComponentProps,
  cloneElement,
  type MouseEvent,
  type ReactElement,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { cx } from "./cx.ts";
import { place, type Wish } from "./place.ts";

type Opening = { open: boolean | undefined; onOpenChange: ((open: boolean) => void) | undefined };

type TriggerProps = ComponentProps<"button"> & { "data-popup-open"?: "" | undefined };

export type PopupUse = Opening & {
  trigger: ReactElement;
  kind: "menu" | "dialog";
};

/** A trigger that opens and closes something, and what a `Popup` needs to hang on it. */
export function usePopup({ trigger, kind, open, onOpenChange }: PopupUse) {
  const [own, setOwn] = useState(false);
  const isOpen = open ?? own;
  const now = useRef(isOpen);
  now.current = isOpen;
  const pressedOpen = useRef(false);
  const byPointer = useRef(false);
  const anchor = useRef<HTMLElement>(null);
  const id = useId();
  const set = (next: boolean) => {
    if (now.current === next) return;
    now.current = next;
    setOwn(next);
    onOpenChange?.(next);
  };
  const { props } = trigger as ReactElement<TriggerProps>;
  const triggerId = props.id ?? `${id}-trigger`;
  const whole = cloneElement(trigger as ReactElement<TriggerProps>, {
    id: triggerId,
    ref: anchor as RefObject<HTMLButtonElement | null>,
    "aria-haspopup": kind,
    "aria-expanded": isOpen,
    "aria-controls": isOpen ? id : undefined,
    "data-popup-open": isOpen ? "" : undefined,
    // The press itself closes an open popup before the click comes.
    onPointerDown(event: React.PointerEvent<HTMLButtonElement>) {
      pressedOpen.current = now.current;
      props.onPointerDown?.(event);
    },
    onClick(event: MouseEvent<HTMLButtonElement>) {
      props.onClick?.(event);
      byPointer.current = event.detail > 0;
      set(event.detail > 0 ? !pressedOpen.current : !now.current);
      pressedOpen.current = false;
    },
    ...(kind === "menu" && {
      onKeyDown(event: React.KeyboardEvent<HTMLButtonElement>) {
        props.onKeyDown?.(event);
        if (isOpen || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
        event.preventDefault();
        byPointer.current = false;
        set(true);
      },
    }),
  });
  return {
    isOpen,
    trigger: whole,
    triggerId,
    close: () => set(false),
    popup: { id, anchor, byPointer, onClose: () => set(false) },
  };
}

export type PopupProps = Omit<ComponentProps<"div">, "popover"> &
  Partial<Wish> & {
    anchor: RefObject<HTMLElement | null>;
    byPointer: RefObject<boolean>;
    onClose: () => void;
    /** What has the focus first. */
    first: (popup: HTMLElement, byPointer: boolean) => HTMLElement | null;
  };

/**
 * A box beside its trigger in the browser's own top layer: nothing clips it, a press elsewhere, Escape or a phone's back
 * gesture closes it, and the focus goes back to where it was. It stands behind its trigger in the document, so Tab and a
 * dialog around it take it for their own.
 */
export function Popup({
  anchor,
  byPointer,
  onClose,
  first,
  side = "bottom",
  align = "start",
  gap = 4,
  className,
  ...rest
}: PopupProps) {
  const box = useRef<HTMLDivElement>(null);
  const leaving = useRef(false);
  const latest = useRef({ onClose, first, wish: { side, align, gap } });
  latest.current = { onClose, first, wish: { side, align, gap } };

  useLayoutEffect(() => {
    const popup = box.current;
    const trigger = anchor.current;
    if (!popup || !trigger) return;
    leaving.current = false;
    const before = document.activeElement;
    const back = before instanceof HTMLElement && before !== document.body ? before : trigger;
    if (!popup.matches(":popover-open")) popup.showPopover();
    let came = place(popup, trigger, latest.current.wish);
    const follow = (event?: Event) => {
      if (event?.target instanceof Node && popup.contains(event.target)) return;
      came = place(popup, trigger, { ...latest.current.wish, side: came });
    };
    latest.current.first(popup, byPointer.current)?.focus({ preventScroll: true });
    byPointer.current = false;

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current.onClose();
    };
    const grown = new ResizeObserver(() => follow());
    grown.observe(popup);
    const seen = window.visualViewport;
    document.addEventListener("keydown", onKeyDown, true);
    document.addEventListener("scroll", follow, true);
    window.addEventListener("resize", follow);
    seen?.addEventListener("resize", follow);
    return () => {
      leaving.current = true;
      grown.disconnect();
      document.removeEventListener("keydown", onKeyDown, true);
      document.removeEventListener("scroll", follow, true);
      window.removeEventListener("resize", follow);
      seen?.removeEventListener("resize", follow);
      const at = document.activeElement;
      if (at && at !== document.body && !popup.contains(at)) return;
      (back.isConnected ? back : trigger).focus({ preventScroll: true });
    };
  }, [anchor, byPointer]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role comes with the rest
    <div
      ref={box}
      popover="auto"
      tabIndex={-1}
      onBeforeToggle={(event) => {
        if (event.target === event.currentTarget && event.newState === "closed") onClose();
      }}
      onBlur={(event) => {
        const to = event.relatedTarget;
        if (to && !leaving.current && !event.currentTarget.contains(to) && !anchor.current?.contains(to))
          onClose();
      }}
      className={cx(
        "floating inset-auto max-w-[calc(100vw-1rem)] overflow-y-auto whitespace-normal rounded-lg bg-raised text-left font-normal text-ink text-sm shadow-float outline-none",
        className,
      )}
      {...rest}
    />
  );
}
