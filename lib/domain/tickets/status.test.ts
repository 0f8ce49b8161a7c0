import { expect, test } from "vitest";
import { isOpen, move, ticketStatuses } from "./status.ts";

test.each([
  ["a new ticket may be solved at once", "new", "solved", "moved"],
  ["a solved ticket may be reopened", "solved", "open", "moved"],
  ["a solved ticket may be closed", "solved", "closed", "moved"],
  ["nothing becomes new again", "open", "new", "refused"],
  ["an open ticket is not closed without being solved", "open", "closed", "refused"],
  ["the same status is no move", "pending", "pending", "unchanged"],
] as const)("%s", (_, from, to, kind) => {
  expect(move(from, to).kind).toBe(kind);
});

test("closed is final", () => {
  const outcomes = ticketStatuses.filter((to) => to !== "closed").map((to) => move("closed", to).kind);
  expect(new Set(outcomes)).toEqual(new Set(["refused"]));
});

test("solved and closed tickets are not open work", () => {
  expect(ticketStatuses.filter(isOpen)).toEqual(["new", "open", "pending", "on_hold"]);
});
