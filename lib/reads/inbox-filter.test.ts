import { expect, test } from "vitest";
import { InboxFilter, readCursor, writeCursor } from "./inbox-filter.ts";

test.each([
  ["an empty address", {}, { view: "team", sort: "newest" }],
  [
    "a view and a queue",
    { view: "mine", queue: "refunds" },
    { view: "mine", sort: "newest", queue: "refunds" },
  ],
  ["words that mean nothing", { view: "x", status: "lost", sort: "?" }, { view: "team", sort: "newest" }],
  ["a name given twice", { q: ["a", "b"], view: "held" }, { view: "held", sort: "newest" }],
  ["names that are not ours", { constructor: "x", ticket: "12" }, { view: "team", sort: "newest" }],
])("%s is read", (_, query, expected) => {
  expect(InboxFilter.parse(query)).toEqual(expected);
});

test.each([
  ["2026-11-22T06:04:00.123Z", "0193a1b2-0000-7000-8000-000000000001"],
  ["infinity", "0193a1b2-0000-7000-8000-000000000001"],
])("a cursor at %s survives the address", (at, id) => {
  expect(readCursor(writeCursor({ at, id }))).toEqual({ at, id });
});

test.each(["", "x", "2026_1", "now()_0193a1b2-0000-7000-8000-000000000001"])("%j is no cursor", (text) => {
  expect(readCursor(text)).toBeUndefined();
});
