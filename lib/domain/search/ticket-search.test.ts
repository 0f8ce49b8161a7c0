import { describe, expect, test } from "vitest";
import { excerpt, highlight } from "./highlight.ts";
import { distance, forgiven, lettersOf, wordsToLearn } from "./letters.ts";
import { searchCondition } from "./search-condition.ts";
import { parseSearch } from "./search-query.ts";
import { termsOfTicket } from "./ticket-terms.ts";

const now = new Date("2026-11-22T03:00:00Z");
const nothing = { subject: "", bodies: [], names: [], addresses: [], recipients: [], tags: [], files: [] };

/** Reads a condition as PostgreSQL does. */
function holds(terms: readonly string[], condition: string): boolean {
  const one = (term: string) => {
    const [, word = "", beginning] = /^'(.+)'(:\*)?$/.exec(term) ?? [];
    return terms.some((held) => (beginning ? held.startsWith(word) : held === word));
  };
  return condition.split(" & ").every((part) =>
    part
      .replace(/^\(|\)$/g, "")
      .split(" | ")
      .some(one),
  );
}

describe("a search", () => {
  test.each([
    ["환불", "환불요청 드립니다", true],
    ["환불을", "환불요청 드립니다", true],
    ["환불요청", "환불 요청 드려요", true],
    ["환불요청서를", "환불 요청 드려요", false],
    ["환불해주세요", "환불이 안 되나요?", true],
    ["배송이 언제", "언제쯤 배송되나요", true],
    ["책", "책을 샀어요", true],
    ["책이", "책을 샀어요", true],
    ["종이", "종이가 찢어졌어요", true],
    ["환불", "교환 불가", false],
    ["refunds", "I want a refund.", true],
    ["REFUND", "refunded yesterday", true],
    ["refund parcel", "refund only", false],
    ["2210", "Order A-2210", true],
  ])("for %s in %j: %s", (words, body, found) => {
    const condition = searchCondition(words.split(" "));
    expect(holds(termsOfTicket({ ...nothing, bodies: [body] }), condition!)).toBe(found);
  });

  test("of what nobody can look for has no condition", () => {
    expect(searchCondition(["100%_\\", "'", "&", "the"])).toBe("'100'");
    expect(searchCondition(["'", "!", "the"])).toBeNull();
  });

  test("finds the beginning of a word only while it is typed", () => {
    const terms = termsOfTicket({ ...nothing, subject: "Delivery" });
    expect(holds(terms, searchCondition(["deliv"])!)).toBe(false);
    expect(holds(terms, searchCondition(["deliv"], { typing: true })!)).toBe(true);
  });

  test("knows senders, recipients, files and tags apart", () => {
    const terms = termsOfTicket({
      ...nothing,
      addresses: ["mina@customer.test"],
      recipients: ["support@desk.test"],
      files: ["receipt.pdf"],
      tags: ["vip"],
    });
    expect(holds(terms, searchCondition(["mina@customer.test"], { place: "from" })!)).toBe(true);
    expect(holds(terms, searchCondition(["support"], { place: "from" })!)).toBe(false);
    expect(holds(terms, searchCondition(["support"], { place: "to" })!)).toBe(true);
    expect(holds(terms, searchCondition(["receipt"])!)).toBe(true);
    expect(terms).toContain("+attachment");
  });
});

test.each([
  ["refund", { words: ["refund"] }],
  ['from:mina status:open "two words"', { from: ["mina"], status: "open", words: ["two", "words"] }],
  ["보낸이:민아 상태:해결됨 환불", { from: ["민아"], status: "solved", words: ["환불"] }],
  ["has:attachment is:angry is:unanswered", { hasAttachment: true, is: ["angry", "unanswered"] }],
  ["after:2026-11-01 before:2026-12", { after: new Date("2026-11-01"), before: new Date("2026-12-01") }],
  ["after:7d", { after: new Date("2026-11-15T03:00:00Z") }],
  ["before:2026-02-31", { words: ["before:2026-02-31"] }],
  ["status:lost tag:vip tag:eu", { words: ["status:lost"], tags: ["vip", "eu"] }],
  ["http://x.test", { words: ["http://x.test"] }],
  ["#4821", { number: 4821, words: ["#4821"] }],
  ['assignee:me category:"late delivery"', { assignee: "me", category: "late delivery" }],
  [
    "constructor:x __proto__:y status:constructor",
    { words: ["constructor:x", "__proto__:y", "status:constructor"] },
  ],
])("%j is taken apart", (text, expected) => {
  expect(parseSearch(text, now)).toMatchObject({
    words: [],
    from: [],
    to: [],
    tags: [],
    is: [],
    ...expected,
  });
});

test.each([
  ["환불요청 드립니다", ["환불을"], ["환불"]],
  ["Refunds take days. A refund!", ["refunded"], ["Refunds", "refund"]],
  ["nothing here", ["환불"], []],
])("in %j, %j marks %j", (text, words, marked) => {
  const pieces = highlight(text, words);
  expect(pieces.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual(marked);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
});

test("an excerpt stands around the first hit", () => {
  const text = `${"far away ".repeat(100)}the refund is here ${"and on ".repeat(100)}`;
  const cut = excerpt(text, ["refund"], 60)!;
  expect(cut).toContain("refund");
  expect(cut.length).toBeLessThan(70);
  expect(excerpt(text, ["배송"])).toBeNull();
});

test.each([
  ["refnud", "refund", 1],
  ["환블", "환불", 1],
  ["delivry", "delivery", 1],
  ["배숑", "배송", 1],
  ["cat", "elephant", 4],
])("%s is %s with %i mistakes", (typed, meant, mistakes) => {
  expect(distance(lettersOf(typed), lettersOf(meant))).toBe(mistakes);
  expect(forgiven(typed) >= mistakes).toBe(mistakes === 1);
});

test("learns words, not numbers, particles or politeness", () => {
  expect(wordsToLearn("Where is parcel 7731? 환불을 해 주세요")).toEqual(["parcel", "환불"]);
});
