import { expect, test } from "vitest";
import { messagesFor } from "#lib/i18n/messages.ts";
import { translator } from "#lib/i18n/translate.ts";
import type { Shell } from "#lib/reads/shell.ts";
import { paletteGroups } from "./palette-groups.ts";

const shell = {
  me: { role: "agent" },
  views: [{ id: "v1", name: "Parcels", filter: { status: "open" } }],
  queues: [{ id: "q1", key: "delivery", name: { en: "Delivery", ko: "배송" } }],
} as unknown as Shell;
const nothing = { places: [], tickets: [] };
const commands = [
  { keys: "e", label: "Solve", group: "ticket", run: () => {} },
  { keys: "", label: "Be away", group: "desk", run: () => {} },
] as const;

function labels(q: string, finds = nothing, locale: "en" | "ko" = "en") {
  const t = translator(locale, messagesFor(locale));
  return paletteGroups({ q, shell, commands, finds, t, locale }).flatMap(({ items }) =>
    items.map(({ label }) => label),
  );
}

test("everything stands there until something is typed, what can be done to the ticket first", () => {
  expect(labels("")[0]).toBe("Solve");
  expect(labels("")).toEqual(expect.arrayContaining(["Delivery", "Mine", "Be away"]));
});

test.each([
  ["a word's part, in any case", "dElIv", "Delivery"],
  ["the other language's name", "배송", "Delivery"],
  ["a syllable that is still being composed", "배소", "Delivery"],
  ["a saved view's name", "parc", "Parcels"],
  ["several words in any order", "away be", "Be away"],
])("what has the words is found: %s", (_, q, wanted) => {
  expect(labels(q)).toEqual([`Search tickets for “${q}”`, wanted]);
});

test("a number opens its ticket, and words can always be searched for", () => {
  expect(labels("#42")).toEqual(["Open ticket #42", "Search tickets for “#42”"]);
});
