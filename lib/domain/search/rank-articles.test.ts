import { expect, test } from "vitest";
import { demoArticles } from "../../../db/seed/articles/index.ts";
import { bestParagraph, rankArticles } from "./rank-articles.ts";

const all = Object.values(demoArticles).flat();
const inLanguage = (lang: "en" | "ko") => all.map((article) => ({ slug: article.slug, ...article[lang] }));
const first = (lang: "en" | "ko", question: string) =>
  rankArticles(inLanguage(lang), question)[0]?.article.slug;

test.each([
  ["en", "where is my parcel??", "track-parcel"],
  ["en", "i forgot my password", "reset-password"],
  ["en", "how do I wash my down jacket", "wash-down"],
  ["en", "can I return something I bought", "return-an-item"],
  ["en", "coupon doesn't work", "coupon-not-working"],
  ["ko", "비밀번호를 잊어버렸어요", "reset-password"],
  ["ko", "등산화 사이즈 추천", "boot-sizing"],
  ["ko", "포인트 유효기간", "points-expiry"],
  ["ko", "세금계산서 발급해 주세요", "receipts-and-invoices"],
  ["ko", "해외배송 되나요", "international-shipping"],
] as const)("%s: “%s” finds %s", (lang, question, slug) => {
  expect(first(lang, question)).toBe(slug);
});

test.each(["", "   ", "?!", "the of and", "\u0000"])("%j finds nothing", (question) => {
  expect(rankArticles(inLanguage("en"), question)).toEqual([]);
});

test("what has nothing to do with the shop covers little", () => {
  const [best] = rankArticles(inLanguage("en"), "what is the capital of Mongolia and who is its president");
  expect(best?.coverage ?? 0).toBeLessThan(0.34);
});

test("the answer quotes the paragraph that holds it", () => {
  const article = inLanguage("en").find(({ slug }) => slug === "delivery-times")!;
  expect(bestParagraph(article.body, "what does delivery cost")).toContain("₩3,000");
});
