import { describe, expect, test } from "vitest";
import { readLanguage } from "../cues/read-language.ts";
import { conceptScores } from "../starter-pack/concept-scores.ts";
import { conceptsOf } from "./concepts/index.ts";
import { stripJosa } from "./josa.ts";
import { normalise } from "./normalise.ts";
import { stemEnglish } from "./stem-english.ts";
import { hangulShare, tokens } from "./tokens.ts";

describe("normalising", () => {
  test.each([
    ["folds width and case", "ＲＥＦＵＮＤ Please", "refund please"],
    ["masks links", "see https://example.com/a?b=1 now", "see maskurl now"],
    ["masks addresses", "write to Kim@example.co.kr", "write to maskmail"],
    ["masks long numbers, keeps short ones", "order 00123456 of 12 items", "order maskdigits of 12 items"],
    ["masks slots", "cancel {{Order Number}}", "cancel maskslot"],
    ["drops invisible characters", "re\u200bfund", "refund"],
    ["composes Hangul", "\u1112\u116a\u11ab\u1107\u116e\u11af", "환불"],
  ])("%s", (_, text, expected) => {
    expect(normalise(text)).toBe(expected);
  });
});

test.each([
  ["caresses", "caress"],
  ["ponies", "poni"],
  ["agreed", "agre"],
  ["plastered", "plaster"],
  ["motoring", "motor"],
  ["hopping", "hop"],
  ["filing", "file"],
  ["happy", "happi"],
  ["relational", "relat"],
  ["conditional", "condit"],
  ["vietnamization", "vietnam"],
  ["formalize", "formal"],
  ["goodness", "good"],
  ["adjustment", "adjust"],
  ["adoption", "adopt"],
  ["rate", "rate"],
  ["controll", "control"],
  ["sky", "sky"],
  ["환불", "환불"],
])("the stem of %s is %s", (word, stem) => {
  expect(stemEnglish(word)).toBe(stem);
});

test.each([
  ["환불은", "환불"],
  ["계정으로는", "계정"],
  ["비밀번호를", "비밀번호"],
  ["서울에서", "서울"],
  ["카드", "카드"],
  ["나는", "나는"],
])("the particle of %s goes: %s", (word, stem) => {
  expect(stripJosa(word)).toBe(stem);
});

describe("a word of 100,000 characters", () => {
  const length = 100_000;
  test.each([
    ["letters", "ab".repeat(length / 2)],
    ["what looks like an ending", `${"y".repeat(length - 7)}ational`],
    ["Hangul", "환".repeat(length)],
  ])("of %s is one word, and about nothing", (_, word) => {
    expect(normalise(word)).toBe(word);
    expect(tokens(word)).toEqual([{ word, stem: word, hangul: word.startsWith("환") }]);
    expect(conceptScores(word).size).toBe(0);
  });

  test.each([
    ["digits", "1".repeat(length), "maskdigits"],
    ["half an address", `${"a.".repeat(length / 2)}@`, `${"a.".repeat(length / 2)}@`],
    ["slots that never end", "{{".repeat(length / 2), "{{".repeat(length / 2)],
  ])("of %s is read like a short one", (_, word, expected) => {
    expect(normalise(word)).toBe(expected);
  });

  test("leaves the language to the other words", async () => {
    expect((await readLanguage(`where is my parcel ${"x".repeat(length)}`)).code).toBe("en");
  });
});

test("Hangul and Latin never share a word", () => {
  expect(tokens(normalise("KTX가 don't")).map((token) => token.word)).toEqual(["ktx", "가", "dont"]);
});

test.each([
  ["환불 refund", 2 / 8],
  ["123 !", 0],
])("the Hangul share of %j", (text, share) => {
  expect(hangulShare(text)).toBeCloseTo(share);
});

test.each([
  ["refund", "I want my money back", "돈을 돌려받고 싶어요"],
  ["password", "reset my password", "비번을 잊어버렸어요"],
  ["delivery", "where is my parcel", "택배가 안 와요"],
  ["refuse", "my card was declined", "결제가 거절됐어요"],
])("English and Korean meet in the concept %s", (concept, english, korean) => {
  expect(conceptsOf(tokens(normalise(english)))).toContain(concept);
  expect(conceptsOf(tokens(normalise(korean)))).toContain(concept);
});
