import { expect, test } from "vitest";
import { readComplexity } from "./read-complexity.ts";

const died = (text: string) =>
  readComplexity(text).cues.some(({ meaning }) => meaning === "somebody has died");

test.each([
  "My father died in spring, can his points be moved to me?",
  "The account belonged to my late wife.",
  "I am the executor of her estate.",
  "사망한 남편 명의의 계정을 정리하고 싶어요.",
  "어머니가 봄에 돌아가셔서 구독을 어떻게 해야 할지 모르겠어요.",
  "고인 명의 포인트를 상속받을 수 있나요?",
])("the affairs of the dead are for people: %s", (text) => {
  expect(died(text)).toBe(true);
  expect(readComplexity(text).level).toBe("complex");
});

test.each([
  "My phone died, how do I sign in?",
  "The role has inherited permissions, where do I change that?",
  "기사님이 그냥 돌아가셨어요.",
  "신고인이 저로 되어 있는데 맞나요?",
])("what only sounds like it is not: %s", (text) => {
  expect(died(text)).toBe(false);
});
