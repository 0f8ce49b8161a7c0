export type Side = "top" | "bottom" | "left" | "right";
export type Align = "start" | "center" | "end";
export type Size = { width: number; height: number };
export type Rect = Size & { left: number; top: number };
export type Wish = { side: Side; align: Align; gap: number };
export type Place = { side: Side; left: number; top: number; room: number };

const edge = 8;
const opposite: Record<Side, Side> = { top: "bottom", bottom: "top", left: "right", right: "left" };

/**
 * Where a popup goes beside its anchor inside the part of the window that is seen: on the side that is wished, else on
 * the other, else wherever there is most room; moved along the anchor's edge until it is whole; `room` is how tall it
 * may be there.
 */
export function placeBeside(anchor: Rect, popup: Size, seen: Rect, { side, align, gap }: Wish): Place {
  const far = { right: seen.left + seen.width, bottom: seen.top + seen.height };
  const rooms: Record<Side, number> = {
    top: anchor.top - gap - edge - seen.top,
    bottom: far.bottom - anchor.top - anchor.height - gap - edge,
    left: anchor.left - gap - edge - seen.left,
    right: far.right - anchor.left - anchor.width - gap - edge,
  };
  const needs = (one: Side) => (isVertical(one) ? popup.height : popup.width);
  const fits = (one: Side) => rooms[one] >= needs(one);
  const roomier = rooms.bottom >= rooms.top ? "bottom" : "top";
  const chosen =
    [side, opposite[side]].find(fits) ??
    (isVertical(side) ? (rooms[side] >= rooms[opposite[side]] ? side : opposite[side]) : roomier);

  const room = Math.max(0, isVertical(chosen) ? rooms[chosen] : seen.height - 2 * edge);
  const height = Math.min(popup.height, room);
  const beside = {
    top: anchor.top - gap - height,
    bottom: anchor.top + anchor.height + gap,
    left: anchor.left - gap - popup.width,
    right: anchor.left + anchor.width + gap,
  };
  return isVertical(chosen)
    ? {
        side: chosen,
        top: beside[chosen],
        left: within(
          along(align, anchor.left, anchor.width, popup.width),
          seen.left + edge,
          far.right - edge - popup.width,
        ),
        room,
      }
    : {
        side: chosen,
        left: beside[chosen],
        top: within(
          along(align, anchor.top, anchor.height, height),
          seen.top + edge,
          far.bottom - edge - height,
        ),
        room,
      };
}

const isVertical = (side: Side): side is "top" | "bottom" => side === "top" || side === "bottom";
const within = (at: number, least: number, most: number) => Math.max(least, Math.min(at, most));
const along = (align: Align, start: number, length: number, own: number) =>
  align === "start" ? start : align === "end" ? start + length - own : start + (length - own) / 2;

/** Puts an open popup beside its anchor; what it answers is the side it came to. */
export function place(popup: HTMLElement, anchor: Element, wish: Wish): Side {
  const seen = window.visualViewport;
  popup.style.setProperty("--room", "100vh");
  const { side, left, top, room } = placeBeside(
    anchor.getBoundingClientRect(),
    // Not its rectangle, which is scaled while it appears.
    { width: popup.offsetWidth, height: popup.offsetHeight },
    {
      left: seen?.offsetLeft ?? 0,
      top: seen?.offsetTop ?? 0,
      width: seen?.width ?? window.innerWidth,
      height: seen?.height ?? window.innerHeight,
    },
    wish,
  );
  popup.style.left = `${Math.round(left)}px`;
  popup.style.top = `${Math.round(top)}px`;
  popup.style.setProperty("--room", `${Math.floor(room)}px`);
  return side;
}
