"use client";
import {
  cloneElement,
  type FocusEvent,
  type HTMLAttributes,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Kbd } from "./kbd.tsx";
import { place, type Side } from "./place.ts";

export type TooltipProps = {
  label: ReactNode;
  shortcut?: string | undefined;
  side?: Side;
  /** One element that passes its handlers on; its own accessible name must not depend on the tooltip. */
  children: ReactElement;
};

const waitMs = 400;
/** Long enough to go from the thing to its tooltip, or on to a neighbour, which then does not wait. */
const graceMs = 120;
let seenAt = 0;
let hideOther: (() => void) | undefined;

/** What a thing is called, beside it: once the pointer rests on it, at once when a key brings the focus. */
export function Tooltip({ label, shortcut, side = "bottom", children }: TooltipProps) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const after = (ms: number, next: Element | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(setAnchor, ms, next);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setAnchor(null);
  };
  const own = (children as ReactElement<HTMLAttributes<HTMLElement>>).props;
  const element = cloneElement(children as ReactElement<HTMLAttributes<HTMLElement>>, {
    onPointerEnter(event: PointerEvent<HTMLElement>) {
      own.onPointerEnter?.(event);
      if (event.pointerType === "touch") return;
      after(Date.now() - seenAt < 300 ? 0 : waitMs, event.currentTarget);
    },
    onPointerLeave(event: PointerEvent<HTMLElement>) {
      own.onPointerLeave?.(event);
      after(graceMs, null);
    },
    onPointerDown(event: PointerEvent<HTMLElement>) {
      own.onPointerDown?.(event);
      hide();
    },
    onFocus(event: FocusEvent<HTMLElement>) {
      own.onFocus?.(event);
      if (event.currentTarget.matches(":focus-visible")) after(0, event.currentTarget);
    },
    onBlur(event: FocusEvent<HTMLElement>) {
      own.onBlur?.(event);
      hide();
    },
  });
  return (
    <>
      {element}
      {anchor && (
        <Shown anchor={anchor} side={side} hide={hide} after={after}>
          {label}
          {shortcut && <Kbd keys={shortcut} />}
        </Shown>
      )}
    </>
  );
}

type ShownProps = {
  anchor: Element;
  side: Side;
  hide: () => void;
  after: (ms: number, next: Element | null) => void;
  children: ReactNode;
};

function Shown({ anchor, side, hide, after, children }: ShownProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(hide);
  latest.current = hide;
  useLayoutEffect(() => {
    const hideThis = () => latest.current();
    if (hideOther !== hideThis) hideOther?.();
    hideOther = hideThis;
    const popup = box.current;
    if (popup && !popup.matches(":popover-open")) popup.showPopover();
    if (popup) place(popup, anchor, { side, align: "center", gap: 6 });
    const onKeyDown = (event: KeyboardEvent) => event.key === "Escape" && hideThis();
    document.addEventListener("keydown", onKeyDown, true);
    document.addEventListener("scroll", hideThis, true);
    return () => {
      seenAt = Date.now();
      if (hideOther === hideThis) hideOther = undefined;
      document.removeEventListener("keydown", onKeyDown, true);
      document.removeEventListener("scroll", hideThis, true);
    };
  }, [anchor, side]);
  return (
    <div
      ref={box}
      role="tooltip"
      popover="manual"
      onPointerEnter={() => after(0, anchor)}
      onPointerLeave={() => after(graceMs, null)}
      className="floating inset-auto flex w-max max-w-72 items-center gap-2 whitespace-normal rounded-md bg-raised px-2 py-1 text-left font-normal text-ink text-xs shadow-float"
    >
      {children}
    </div>
  );
}
