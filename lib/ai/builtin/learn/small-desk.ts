import { seeded } from "./random.ts";
import type { TrainingRow } from "./types.ts";

/** A made-up flower shop for tests: openings × wishes per label, so that rows differ but mean the same. */
const wishes: Record<string, readonly string[]> = {
  delivery: [
    "where is my bouquet",
    "the flowers have not arrived",
    "꽃이 아직 안 왔어요",
    "배송이 늦어지고 있어요",
    "track my delivery",
  ],
  refund: [
    "i want my money back",
    "please refund the roses",
    "환불해 주세요",
    "돈을 돌려받고 싶어요",
    "refund my order",
  ],
  password: [
    "i forgot my password",
    "cannot log in to my account",
    "비밀번호를 잊었어요",
    "로그인이 안 됩니다",
    "reset my login",
  ],
  subscription: [
    "stop the weekly bouquet",
    "pause my subscription",
    "정기 구독을 해지할게요",
    "구독을 멈춰 주세요",
    "end my plan",
  ],
};
const openings = [
  "hello,",
  "hi there",
  "안녕하세요",
  "quick question:",
  "urgent!",
  "sorry but",
  "저기요",
  "good morning,",
  "as I said",
  "한 가지만요",
];

/** `perLabel` different rows for each of the four labels, in a repeatable mixed order. */
export function smallDesk(perLabel: number, seed = 1): TrainingRow[] {
  const random = seeded(seed);
  const rows = Object.entries(wishes).flatMap(([label, texts]) =>
    Array.from({ length: perLabel }, (_, i) => {
      const opening = openings[Math.floor(i / texts.length) % openings.length]!;
      return { text: `${opening} ${texts[i % texts.length]}`, label, order: random() };
    }),
  );
  return rows.sort((a, b) => a.order - b.order).map(({ text, label }) => ({ text, label }));
}
