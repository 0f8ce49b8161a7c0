import { expect, test } from "vitest";
import { evidenceOf } from "#tests/support/factories.ts";
import { threadOf } from "#tests/support/small-desk.ts";
import { summariseHandOff } from "./summarise.ts";

const tried = { reason: null, assistantReplies: ["Open the sign-in page."], articlesOffered: ["Sign in"] };

test.each([
  [
    "en",
    "My parcel has not come. I already called the carrier twice. Could you find it? I paid $40 on Nov 3.",
    ["Could you find it?"],
    "I already called the carrier twice.",
    ["$40", "Nov 3"],
  ],
  [
    "ko",
    "택배가 안 왔어요. 택배사에 이미 전화했어요. 어디 있는지 확인해 주세요. 11월 3일에 4만 원 결제했어요.",
    ["어디 있는지 확인해 주세요."],
    "택배사에 이미 전화했어요.",
    ["11월 3일"],
  ],
])(
  "%s: an agent reads what is wanted, tried and missing, in the customer's words",
  (_, text, wants, did, facts) => {
    const summary = summariseHandOff(threadOf(text), evidenceOf({ text }), tried);
    expect(summary.wants).toEqual(wants);
    expect(summary.tried).toEqual([
      { by: "customer", text: did },
      { by: "article", text: "Sign in" },
      { by: "reply", text: "Open the sign-in page." },
    ]);
    expect(summary.missing).toEqual(["order_number"]);
    expect(summary.facts.map((fact) => fact.text)).toEqual(expect.arrayContaining(facts));
  },
);

test.each([
  "I forgot my password. How do I reset it?",
  "비밀번호를 초기화해 주세요. 재설치 방법도 알려 주세요.",
])("%s: what is asked for was not tried", (text) => {
  const nothing = { ...tried, assistantReplies: [], articlesOffered: [] };
  expect(summariseHandOff(threadOf(text), evidenceOf({ text }), nothing).tried).toEqual([]);
});

test("says each thing once, and takes neither a question for an attempt nor a resident number for an order", () => {
  const text =
    "Where is order A-21733?\nwhere is order a-21733? How do I reset it? How do I reset it?\n주민번호 900101-1234567, 계좌 110-123-456789";
  const { wants, tried: did, facts } = summariseHandOff(threadOf(text), evidenceOf({ text }), tried);
  expect(wants).toHaveLength(2);
  expect(did.filter(({ by }) => by === "customer")).toEqual([]);
  expect(facts).toEqual([{ kind: "order", text: expect.stringMatching(/^order A-21733$/iu) }]);
});

test.each(["Where is order A-21733?", "주문 A-21733 확인해 주세요."])("%s lacks no order number", (text) => {
  expect(summariseHandOff(threadOf(text), evidenceOf({ text }), tried).missing).toEqual([]);
});
