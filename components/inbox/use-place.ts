"use client";
import { type RefObject, useLayoutEffect, useRef } from "react";

/** Where each list stood, for the way back to it. */
const places = new Map<string, number>();

/**
 * Keeps a list where the reader has it: the row under the pointer, or the first one in sight, stays where it is on the
 * screen when rows come and go; and a list that was left stands where it stood.
 */
export function usePlace(
  scroller: RefObject<HTMLElement | null>,
  name: string,
  rows: readonly { number: number }[],
) {
  const pointer = useRef<{ x: number; y: number } | null>(null);
  const anchor = useRef<{ number: string; top: number } | null>(null);

  // In the commit that shows another list: a scroll event of the frame after it would be kept under the name before.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    box.scrollTop = places.get(name) ?? 0;
    // A row of the list before may be in this one, too; it does not hold it.
    anchor.current = null;
    const onScroll = () => {
      // A list that is not shown says 0 and has not been scrolled there.
      if (box.clientHeight > 0) places.set(name, box.scrollTop);
      anchor.current = anchorOf(box, pointer.current);
    };
    const onMove = (event: PointerEvent) => {
      if (event.pointerType !== "mouse") return;
      pointer.current = { x: event.clientX, y: event.clientY };
      anchor.current = anchorOf(box, pointer.current);
    };
    const onLeave = () => {
      pointer.current = null;
      anchor.current = anchorOf(box, null);
    };
    const onResize = new ResizeObserver(() => {
      const kept = places.get(name) ?? 0;
      if (box.clientHeight > 0 && box.scrollTop === 0 && kept > 0) box.scrollTop = kept;
    });
    box.addEventListener("scroll", onScroll, { passive: true });
    box.addEventListener("pointermove", onMove);
    box.addEventListener("pointerleave", onLeave);
    onResize.observe(box);
    return () => {
      box.removeEventListener("scroll", onScroll);
      box.removeEventListener("pointermove", onMove);
      box.removeEventListener("pointerleave", onLeave);
      onResize.disconnect();
    };
  }, [scroller, name]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that came or went are what moves the others
  useLayoutEffect(() => {
    const box = scroller.current;
    const kept = anchor.current;
    const row = kept && box?.querySelector(`[data-row="${kept.number}"]`);
    if (box && kept && row) box.scrollTop += row.getBoundingClientRect().top - kept.top;
    if (box) anchor.current = anchorOf(box, pointer.current);
  }, [rows]);
}

/** At the very top and with nobody pointing, what is new may push the rest down. */
function anchorOf(box: HTMLElement, pointer: { x: number; y: number } | null) {
  const { left, top } = box.getBoundingClientRect();
  if (!pointer && box.scrollTop === 0) return null;
  const at = pointer ?? { x: left + 8, y: top + 2 };
  const row = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>("[data-row]");
  return row?.dataset.row ? { number: row.dataset.row, top: row.getBoundingClientRect().top } : null;
}
