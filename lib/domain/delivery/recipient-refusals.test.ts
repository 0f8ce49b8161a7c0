import { expect, test } from "vitest";
import { recipientsLeft, reportsAfter } from "./recipient-refusals.ts";

const now = new Date("2026-11-28T10:00:00Z");
const all = ["a@x.example", "b@x.example", "c@x.example"];

test("only those whom the relay asked to wait are tried again, and what it said is kept for each", () => {
  const first = reportsAfter(
    [],
    [
      { address: "b@x.example", code: 450, response: "450 4.2.1 busy" },
      { address: "c@x.example", code: 550, response: "550 5.1.1 nobody" },
    ],
    now,
  );
  expect(first.map(({ address, outcome, status }) => [address, outcome, status])).toEqual([
    ["b@x.example", "deferred", "4.2.1"],
    ["c@x.example", "refused", "5.1.1"],
  ]);
  expect(recipientsLeft(all, first)).toEqual(["b@x.example"]);
  const second = reportsAfter(first, [], now);
  expect(second.map(({ address }) => address)).toEqual(["c@x.example"]);
});

test("a mail that nobody has tried goes to everybody", () => {
  expect(recipientsLeft(all, [])).toEqual(all);
});
