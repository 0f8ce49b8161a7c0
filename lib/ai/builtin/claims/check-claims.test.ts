import { describe, expect, test } from "vitest";
import type { DraftReply } from "#lib/domain/answers/draft.ts";
import { checkClaims } from "./check-claims.ts";
import { koreanValue } from "./number-words.ts";

test.each<[string, number | null]>([
  ["삼만 오천", 35_000],
  ["3만 5천", 35_000],
  ["3만", 30_000],
  ["백이십", 120],
  ["이십오", 25],
  ["만", 10_000],
  ["1억 2천만", 120_000_000],
  ["30,000", 30_000],
  ["배송", null],
])("%s is worth %j", (text, value) => {
  expect(koreanValue(text)).toBe(value);
});

const article = {
  en: "Open the sign-in page and press Forgot password. The link works for 45 minutes. Returns are free within 14 days. Delivery costs 3,000 won. Refunds take two working days.",
  ko: "반품은 상품을 받은 뒤 14일 안에 신청해 주세요. 배송비는 3만 원 미만 주문에 3,000원이에요. 환불은 영업일 기준 이틀이 걸려요.",
};

function kindsIn(language: "en" | "ko", text: string): string[] {
  const excerpt = article[language];
  const source = { kind: "article" as const, id: "a", version: 1, title: "Returns 반품", excerpt };
  const draft: DraftReply = {
    language,
    sentences: [{ text, sources: [source] }],
    text,
    sources: [source],
    confidence: 1,
    answerable: true,
    articleId: "a",
    model: "openai:double",
    promptVersion: "draft-1",
  };
  return checkClaims(draft, []).unsupported.map(({ kind }) => kind);
}

describe("what no source says is found", () => {
  test.each([
    ["en", "Returns are free within thirty days.", "number"],
    ["en", "Returns are free within 30 days.", "number"],
    ["en", "Delivery costs $3,000.", "money"],
    ["en", "The link works for 45 hours.", "number"],
    ["en", "The link works for 5 minutes.", "number"],
    ["ko", "배송비는 3만 원 미만 주문에 13,000원이에요.", "money"],
    ["en", "The link works until Friday.", "date"],
    ["en", "Refunds arrive next week.", "date"],
    ["en", "We will send you a gift card for the returns.", "promise"],
    ["en", "You will receive a full refund.", "promise"],
    ["en", "Refunds: see refund-now.example/pay", "link"],
    ["ko", "반품은 상품을 받은 뒤 삼십일 안에 신청해 주세요.", "number"],
    ["ko", "배송비는 오만 원 미만 주문에 3,000원이에요.", "money"],
    ["ko", "배송비는 5만 원 미만 주문에 3,000원이에요.", "money"],
    ["ko", "환불은 영업일 기준 사흘이 걸려요.", "number"],
    ["ko", "환불은 십이월 이십오일에 처리돼요.", "date"],
    ["ko", "환불은 다음 주에 처리돼요.", "date"],
    ["ko", "상품권을 보내 드릴게요.", "promise"],
    ["ko", "반품하시면 쿠폰 5천 원을 드려요.", "promise"],
    ["ko", "환불해 드릴게요.", "promise"],
    ["ko", "환불을 약속드려요.", "promise"],
    ["ko", "무료로 교환해 드려요.", "promise"],
  ] as const)("%s: %s", (language, text, kind) => {
    expect(kindsIn(language, text)).toContain(kind);
  });
});

describe("the same fact in another spelling stands", () => {
  test.each([
    ["en", "Returns are free within fourteen days."],
    ["en", "Refunds take 2 working days."],
    ["ko", "반품은 상품을 받은 뒤 십사일 안에 신청해 주세요."],
    ["ko", "배송비는 30,000원 미만 주문에 삼천 원이에요."],
    ["ko", "환불은 영업일 기준 2일이 걸려요."],
    ["ko", "이번에 받은 상품의 반품은 14일 안에 신청해 주세요."],
  ] as const)("%s: %s", (language, text) => {
    expect(kindsIn(language, text)).toEqual([]);
  });
});
