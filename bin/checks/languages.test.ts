import { expect, test } from "vitest";
import { compareCatalogues } from "./languages.ts";

test.each([
  ["nothing wrong", { a: { b: "Hi {name}" } }, { a: { b: "{name}님" } }, []],
  ["a key without Korean", { a: "A", b: "B" }, { a: "가" }, ["b is missing in ko.json"]],
  ["a key without English", { a: "A" }, { a: "가", b: "나" }, ["b is missing in en.json"]],
  ["an empty message", { a: "A" }, { a: " " }, ["a is empty"]],
  [
    "words of plural branches, which are no placeholders",
    { n: "{days, plural, one {day} other {# days}} of {all}" },
    { n: "{all} 중 {days, plural, other {#일}}" },
    [],
  ],
  [
    "a placeholder inside a branch that got lost",
    { n: "{count, plural, one {one of {all}} other {# of {all}}}" },
    { n: "{count, plural, other {#개}}" },
    ["n: English has {all, count}, Korean has {count}"],
  ],
  [
    "a placeholder that got lost",
    { n: "{count, plural, one {# ticket} other {# tickets}}" },
    { n: "티켓" },
    ["n: English has {count}, Korean has {}"],
  ],
])("the catalogues are compared: %s", (_, en, ko, problems) => {
  expect(compareCatalogues(en, ko)).toEqual(problems);
});
