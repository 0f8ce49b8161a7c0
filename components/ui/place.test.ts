import { expect, test } from "vitest";
import { placeBeside, type Rect, type Side } from "./place.ts";

const seen: Rect = { left: 0, top: 0, width: 1000, height: 800 };
const anchor = (left: number, top: number): Rect => ({ left, top, width: 80, height: 30 });
const popup = { width: 200, height: 300 };
const at = (from: Rect, side: Side, align: "start" | "center" | "end" = "start", within = seen) =>
  placeBeside(from, popup, within, { side, align, gap: 4 });

test.each([
  ["below, from its start", at(anchor(100, 100), "bottom"), { side: "bottom", left: 100, top: 134 }],
  ["below, to its end", at(anchor(500, 100), "bottom", "end"), { side: "bottom", left: 380, top: 134 }],
  ["below, centred", at(anchor(500, 100), "bottom", "center"), { side: "bottom", left: 440, top: 134 }],
  ["above", at(anchor(100, 500), "top"), { side: "top", left: 100, top: 196 }],
  ["at the right", at(anchor(100, 100), "right"), { side: "right", left: 184, top: 100 }],
  ["at the left", at(anchor(500, 100), "left"), { side: "left", left: 296, top: 100 }],
  ["on the other side where there is no room", at(anchor(100, 700), "bottom"), { side: "top", top: 396 }],
  [
    "below where neither left nor right has room",
    at(anchor(10, 100), "left", "start", { ...seen, width: 280 }),
    { side: "bottom", left: 10, top: 134 },
  ],
  ["moved until it is whole", at(anchor(950, 100), "bottom"), { side: "bottom", left: 792 }],
  ["never over the near edge", at(anchor(-50, 100), "bottom"), { left: 8 }],
  [
    "under what a phone's keyboard has moved",
    at(anchor(100, 100), "bottom", "start", { left: 0, top: 90, width: 390, height: 400 }),
    { top: 134, room: 348 },
  ],
] as const)("%s", (_, found, wanted) => {
  expect(found).toMatchObject(wanted);
});

test("what has room nowhere is as tall as the roomier side", () => {
  const { side, top, room } = at(anchor(100, 200), "bottom", "start", { ...seen, height: 400 });
  expect({ side, room }).toEqual({ side: "top", room: 188 });
  expect(top).toBe(8);
});
