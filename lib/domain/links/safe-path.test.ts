import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { safePath } from "./safe-path.ts";

test.each([
  ["/inbox?view=mine", "/inbox?view=mine"],
  ["/tickets/4821#latest", "/tickets/4821#latest"],
  ["/dashboard?days=7&queue=a", "/dashboard?days=7&queue=a"],
  ["//evil.test", "/inbox"],
  ["/\\evil.test", "/inbox"],
  ["/\t/evil.test", "/inbox"],
  ["https://evil.test/x", "/inbox"],
  ["javascript:alert(1)", "/inbox"],
  ["/%2f%2fevil.test", "/inbox"],
  ["", "/inbox"],
  [undefined, "/inbox"],
  [["/a"], "/inbox"],
])("%j leads to %s", (asked, place) => {
  expect(safePath(asked)).toBe(place);
});

test("S36 no known trick leads to another host", () => {
  const lines = readFileSync(
    new URL("../../../../shared/security/inputs/open-redirect.jsonl", import.meta.url),
    "utf8",
  );
  const places = lines
    .trim()
    .split("\n")
    .map((line) => safePath(JSON.parse(line).url));
  const leaving = places.filter((place) => new URL(place, "http://desk.test").host !== "desk.test");
  expect(leaving).toEqual([]);
  expect(places.filter((place) => place.startsWith("//"))).toEqual([]);
});
