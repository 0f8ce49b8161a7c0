import { expect, test } from "vitest";
import { type SolvedCase, suggestNextStep } from "./next-step.ts";

const solved = (number: number, text: string, over: Partial<SolvedCase> = {}): SolvedCase => ({
  number,
  subject: text,
  text,
  path: ["pending", "solved"],
  queueId: "delivery",
  tags: [],
  articles: [],
  reply: "",
  ...over,
});

const cases = [
  solved(1, "The tent pole is cracked, I want a new one", {
    tags: ["warranty", "tent"],
    articles: [{ id: "a", title: "Warranty" }],
    reply: "We send a new pole.",
  }),
  solved(2, "A pole of my tent broke at the joint", {
    tags: ["warranty"],
    articles: [{ id: "a", title: "Warranty" }],
  }),
  solved(3, "Where can I download the invoice of October?", { queueId: "billing", path: ["solved"] }),
  solved(4, "텐트 폴대가 부러졌어요. 교환해 주세요.", { reply: "새 폴대를 보내 드려요.", path: ["solved"] }),
  solved(5, "10월 영수증은 어디에서 받나요?", { queueId: "billing" }),
];

test("what was done on the most similar tickets comes with the tickets it stands on", () => {
  const step = suggestNextStep("One pole of the tent arrived cracked at the joint", cases);
  expect(step?.basis.map(({ number }) => number).sort()).toEqual([1, 2]);
  expect(step).toMatchObject({
    path: ["pending", "solved"],
    queueId: "delivery",
    tags: ["warranty"],
    article: { id: "a", title: "Warranty", times: 2 },
    reply: { number: 1, text: "We send a new pole." },
  });
});

test("한국어 티켓은 한국어 티켓에서 배워요", () => {
  const step = suggestNextStep("받은 텐트의 폴대가 부러져 있어요", cases);
  expect(step?.basis.map(({ number }) => number)).toEqual([4]);
  expect(step?.reply?.text).toBe("새 폴대를 보내 드려요.");
});

test("nothing similar, nothing suggested", () => {
  expect(suggestNextStep("Do you have jobs in Busan?", cases)).toBeNull();
  expect(suggestNextStep("", cases)).toBeNull();
  expect(suggestNextStep("tent", [])).toBeNull();
});
