import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { untrusted } from "#lib/domain/triage/thread.ts";
import { findDuplicate } from "./find-duplicate.ts";

type Pair = { lang: "en" | "ko"; same: boolean; first: string; then: string };
const pairs = readFileSync(new URL("../../../tests/evals/duplicates/pairs.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Pair);

function own(text: string, number = 12) {
  return { id: `t-${number}`, number, subject: untrusted(""), text: untrusted(text) };
}

test.each(["en", "ko"] as const)(
  "%s: what is asked again is seen, and nothing else is taken for it",
  (lang) => {
    const found = pairs
      .filter((pair) => pair.lang === lang)
      .map(({ first, then, same }) => ({ same, guessed: findDuplicate(then, [own(first)]) !== null }));
    expect(found.filter(({ same, guessed }) => guessed && !same)).toEqual([]);
    const again = found.filter(({ same }) => same);
    expect(again.filter(({ guessed }) => guessed).length / again.length).toBeGreaterThanOrEqual(0.7);
  },
);

test("of several open tickets the one most alike is named, with the words that both have", () => {
  const parcel = own("Where is my parcel? The tracking of the desk lamp has not moved.", 7);
  const invoice = own("Please send the invoice for October.", 8);
  const guess = findDuplicate("Any news on my parcel? The tracking of the lamp still stands.", [
    invoice,
    parcel,
  ]);
  expect(guess).toMatchObject({ ticketId: "t-7", number: 7 });
  expect(guess!.words).toEqual(expect.arrayContaining(["parcel", "tracking", "lamp"]));
  expect(guess!.words).not.toContain("invoice");
});

test("the same may be asked in the other language", () => {
  const first = own("카드에서 구독료가 두 번 결제됐어요. 환불해 주세요.");
  const then = "You charged my card twice for the subscription, please refund it. I asked before.";
  expect(findDuplicate(then, [first])).not.toBeNull();
  expect(findDuplicate("How do I change my password?", [first])).toBeNull();
});

test("another order is another ticket, however alike the words", () => {
  const first = own("Where is my order A-40112? It should have come on Tuesday.");
  expect(findDuplicate("Where is my order A-51877? It should have come on Tuesday.", [first])).toBeNull();
  expect(findDuplicate("Where is my order a-40112? It should have come on Tuesday.", [first])).not.toBeNull();
});

test("without other tickets, or without words, there is none", () => {
  expect(findDuplicate("Where is my parcel?", [])).toBeNull();
  expect(findDuplicate("", [own("")])).toBeNull();
  expect(findDuplicate("???", [own("!!!")])).toBeNull();
});
