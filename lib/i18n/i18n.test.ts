import { describe, expect, test } from "vitest";
import en from "./en.json" with { type: "json" };
import { formatAge, formatDateTime, formatDuration, formatWait } from "./format.ts";
import { formatMessage, placeholders } from "./format-message.ts";
import ko from "./ko.json" with { type: "json" };
import { pickLocale } from "./locale.ts";
import { type Messages, translator } from "./translate.ts";

function leaves(messages: Messages, path = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );
}

describe("the two catalogues", () => {
  const english = leaves(en);
  const korean = new Map(leaves(ko));

  test("have the same keys", () => {
    expect([...korean.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  });

  test("ask for the same values", () => {
    const differing = english.filter(
      ([key, message]) => placeholders(message).join() !== placeholders(korean.get(key) ?? "").join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test("never let a Korean particle depend on a value", () => {
    const particles = /\}(?:은|는|이|가|을|를|와|과|으로|로)(?=[\s.,!?]|$)/;
    expect([...korean].filter(([, message]) => particles.test(message)).map(([key]) => key)).toEqual([]);
  });
});

test.each([
  ["plain text", "en", "Hello", {}, "Hello"],
  ["a value", "en", "Hello {name}", { name: "Mina" }, "Hello Mina"],
  ["a number in groups", "en", "{n} rows", { n: 12345 }, "12,345 rows"],
  ["one", "en", "{n, plural, one {# ticket.} other {# tickets.}}", { n: 1 }, "1 ticket."],
  ["many", "en", "{n, plural, one {# ticket.} other {# tickets.}}", { n: 1200 }, "1,200 tickets."],
  ["an exact number first", "en", "{n, plural, =0 {None.} one {#.} other {#.}}", { n: 0 }, "None."],
  ["a value within a plural", "en", "{n, plural, other {# for {who}}}", { n: 2, who: "Liam" }, "2 for Liam"],
  ["Korean, which has one form", "ko", "{n, plural, other {티켓 #개}}", { n: 1 }, "티켓 1개"],
  ["a missing value visibly", "en", "Hello {name}", {}, "Hello {name}"],
  ["braces in a value untouched", "en", "Hello {name}", { name: "{n}" }, "Hello {n}"],
] as const)("a message fills %s", (_, locale, message, values, expected) => {
  expect(formatMessage(locale, message, values)).toBe(expected);
});

test("an unknown key shows as itself, also for names on Object.prototype", () => {
  const t = translator("en", { a: { b: "yes" } }) as (key: string) => string;
  expect([t("a.b"), t("a.c"), t("a"), t("constructor.name"), t("__proto__.x")]).toEqual([
    "yes",
    "a.c",
    "a",
    "constructor.name",
    "__proto__.x",
  ]);
});

test.each([
  ["the cookie first", { cookie: "ko", setting: "en", acceptLanguage: "en" }, "ko"],
  ["then the account", { cookie: "fr", setting: "ko", acceptLanguage: "en" }, "ko"],
  ["then the browser, by weight", { acceptLanguage: "fr, en;q=0.5, ko-KR;q=0.9" }, "ko"],
  ["never what is refused", { acceptLanguage: "ko;q=0" }, "en"],
  ["English when nothing fits", { acceptLanguage: "fr,de" }, "en"],
] as const)("the language is %s", (_, wishes, expected) => {
  expect(pickLocale(wishes)).toBe(expected);
});

test.each([
  ["en", 130 * 60_000, "2h 10m"],
  ["ko", 130 * 60_000, "2시간 10분"],
  ["en", -76 * 3_600_000, "3d 4h"],
  ["ko", 20_000, "0분"],
  ["en", 120 * 60_000, "2h"],
] as const)("a duration in %s of %d ms reads %s", (locale, ms, expected) => {
  expect(formatDuration(locale, ms)).toBe(expected);
});

const sunday = "2026-11-22T06:04:00Z";

test.each([
  ["en", "Asia/Seoul", "Sun, Nov 22, 2026, 3:04 PM"],
  ["ko", "Asia/Seoul", "2026년 11월 22일 (일) 오후 3:04"],
  ["en", "America/New_York", "Sun, Nov 22, 2026, 1:04 AM"],
] as const)("an instant in %s in %s", (locale, zone, expected) => {
  expect(formatDateTime(locale, sunday, zone).replaceAll("\u202f", " ")).toBe(expected);
});

test.each([
  ["en", "2026-11-22T06:04:30Z", "now"],
  ["en", "2026-11-22T08:10:00Z", "2h"],
  ["ko", "2026-11-25T06:04:00Z", "3일"],
  ["ko", "2026-12-25T06:04:00Z", "11월 22일"],
  ["en", "2027-02-01T06:04:00Z", "Nov 22, 2026"],
] as const)("an age in %s seen at %s reads %s", (locale, now, expected) => {
  expect(formatAge(locale, sunday, now, "Asia/Seoul")).toBe(expected);
});

test.each([
  ["en", 8_400, "8s"],
  ["ko", 59_900, "59초"],
  ["en", 200, "1s"],
  ["ko", 60_000, "1분"],
] as const)("a wait in %s of %d ms reads %s", (locale, ms, expected) => {
  expect(formatWait(locale, ms)).toBe(expected);
});
