import { expect, test } from "vitest";
import { onlyThanks } from "./only-thanks.ts";

test.each([
  "Thanks, that worked!",
  "Thank you so much for your quick reply, everything is working now.\n\nBest regards\nAnn Lee",
  "Perfect, thanks! You can close this ticket.",
  "thx\n\nSent from my iPhone",
  "👍",
  "네 감사합니다~ 잘 됐어요",
  "빠른 답변 정말 감사합니다 ^^ 좋은 하루 되세요!",
  "덕분에 해결됐습니다. 감사합니다.",
])("is nothing but thanks: %s", (text) => {
  expect(onlyThanks(text, "Ann Lee")).toBe(true);
});

test.each([
  "Thanks, but it still does not work.",
  "Thanks for nothing.",
  "Thank you. How long does it take?",
  "Thanks! One more thing: my address changed.",
  "Great. Again.",
  "ok",
  "That has not worked.",
  "",
  "됐습니다.",
  "감사합니다. 그런데 아직 안 돼요.",
  "해결이 안 됐어요 감사합니다",
  "감사합니다. 환불은요",
  "네",
])("says more, or too little: %s", (text) => {
  expect(onlyThanks(text, "Ann Lee")).toBe(false);
});
