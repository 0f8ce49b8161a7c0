import { expect, test } from "vitest";
import { inboxHref, isSameList, ticketHref } from "./inbox-href.ts";

test.each([
  ["the default list", {}, "/inbox"],
  ["defaults spelled out", { view: "team", sort: "newest" }, "/inbox"],
  ["a view and a search", { view: "mine", q: "a & b" }, "/inbox?view=mine&q=a+%26+b"],
  ["what is not set", { queue: undefined, status: "solved" }, "/inbox?status=solved"],
] as const)("%s", (_, filter, href) => {
  expect(inboxHref(filter)).toBe(href);
});

test("a ticket keeps its list in the address", () => {
  expect(ticketHref(12, { view: "held" })).toBe("/tickets/12?view=held");
});

test.each([
  [true, "in another order", { queue: "refunds", status: "open" }, { status: "open", queue: "refunds" }],
  [
    true,
    "with the defaults spelled out",
    { queue: "refunds" },
    { view: "team", queue: "refunds", sort: "newest" },
  ],
  [false, "by one filter", { queue: "refunds" }, { queue: "refunds", priority: "high" }],
  [false, "by its order alone", { queue: "refunds" }, { queue: "refunds", sort: "due" }],
] as const)("%s: the same list %s", (same, _, one, other) => {
  expect(isSameList(one, other)).toBe(same);
});
