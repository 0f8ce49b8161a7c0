import { expect, test } from "vitest";
import { stepInOrder } from "./step-in-order.ts";

test.each([
  ["in the middle goes up past the one above", "b", "up", ["b", "a", "c"]],
  ["in the middle goes down past the one below", "b", "down", ["a", "c", "b"]],
  ["at the top stays", "a", "up", null],
  ["at the bottom stays", "c", "down", null],
  ["that is gone moves nothing", "x", "down", null],
] as const)("a thing %s", (_, id, step, order) => {
  expect(stepInOrder(["a", "b", "c"], id, step)).toEqual(order);
});
