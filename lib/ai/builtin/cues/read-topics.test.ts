import { expect, test } from "vitest";
import { untrusted } from "#lib/domain/triage/thread.ts";
import { threadOf } from "#tests/support/small-desk.ts";
import { textOf } from "./prepare-text.ts";
import { readAskedForPerson, readTopics, withDangers } from "./read-topics.ts";
import { readUrgency } from "./read-urgency.ts";

test.each([
  ["money", "Please refund my order, the jacket never came."],
  ["money", "주문한 재킷이 안 왔으니 환불해 주세요."],
  ["money", "You charged me twice without asking, I want my money back."],
  ["money", "해지했는데 또 결제됐어요. 돌려주세요."],
  ["legal", "My lawyer will contact you."],
  ["legal", "내용증명 보내겠습니다."],
  ["account_security", "Somebody logged into my account and changed my address."],
  ["account_security", "누가 제 계정으로 로그인해서 주문했어요."],
  ["safety", "The heater caught fire last night."],
  ["safety", "배터리가 부풀어서 연기가 나요."],
  ["minors", "My 9-year-old son bought coins for 300 dollars."],
  ["minors", "초등학생 아이가 몰래 결제했어요."],
  ["data_protection", "Delete all my personal data as the GDPR demands."],
  ["data_protection", "제 개인정보를 모두 파기해 주세요."],
  ["contract_cancellation", "I want to cancel my subscription at once."],
  ["contract_cancellation", "구독 해지해 주세요."],
  ["money", "It would only be fair if something came back to my card for that."],
  ["money", "이 정도면 낸 돈 일부는 돌아와야 맞지 않을까요?"],
  ["minors", "My little one got hold of my phone and now there are four tents on the way."],
  ["minors", "일곱 살 아이가 제 폰으로 텐트를 네 개나 담아서 주문해 버렸어요."],
  ["data_protection", "What do you have on me? I would like to see it and have it gone afterwards."],
  ["data_protection", "저에 대해 뭘 갖고 계신지 보고 싶고, 보고 나서는 다 없애 주셨으면 해요."],
  ["contract_cancellation", "I don't want to be a member of yours any longer. How do I do that?"],
  ["contract_cancellation", "더는 회원이고 싶지 않아요. 어떻게 하면 되죠?"],
])("%s: %s", (topic, text) => {
  expect(readTopics(text).map((hit) => hit.topic)).toContain(topic);
});

test.each([
  "How long does a refund take?",
  "환불은 며칠 걸리나요?",
  "How do I cancel a subscription?",
  "구독 해지는 어떻게 하나요?",
  "Where can I download my invoice?",
  "비밀번호를 잊어버렸어요.",
  "Hi, this is Sue. How long are points valid?",
])("a plain question is no topic: %s", (text) => {
  expect(readTopics(text)).toEqual([]);
});

test.each([
  ["Can I talk to a real person?", true],
  ["Get me your manager.", true],
  ["Please call me back.", true],
  ["상담원 연결해 주세요.", true],
  ["챗봇 말고 사람이랑 통화하고 싶어요.", true],
  ["전화 주세요", true],
  ["Could somebody from your side get in touch? I'd rather discuss it than write.", true],
  ["글로 쓰기 어려운데 말로 설명드릴 수 있을까요?", true],
  ["Where is my parcel?", false],
  ["휴대폰 번호를 바꾸고 싶어요.", false],
])("asks for a person: %s – %s", (text, yes) => {
  expect(readAskedForPerson(text).yes).toBe(yes);
});

test.each([
  ["safety", "The stove hissed and a flame came out of the side. Is that normal?"],
  ["safety", "캠핑 버너를 켰더니 손잡이가 녹으면서 매캐한 냄새가 났어요. 원래 그런가요?"],
  ["safety", "I don't want to be here anymore. Where is my order?"],
  ["safety", "이제 다 끝내고 싶어요. 살아서 뭐 하나 싶네요. 배송 조회는 어떻게 하나요?"],
  ["account_security", "There is an address in my account that isn't mine. How do I change it?"],
  ["account_security", "제 계정에 처음 보는 주소가 들어가 있어요. 배송지는 어떻게 바꾸나요?"],
])("%s without its word, and pressing: %s", (topic, text) => {
  const urgency = readUrgency(text);
  expect(["high", "urgent"]).toContain(urgency.level);
  expect(withDangers(readTopics(text), urgency).map((hit) => hit.topic)).toEqual([topic]);
});

test.each([
  [
    "How long are points valid?\n\nBest regards\nSam Lee\nLegal counsel, Lee & Sons Solicitors\nUrgent: +44 20 7946 0000\nThis e-mail is confidential and meant for its recipient.",
    [],
  ],
  ["포인트 유효 기간이 얼마나 되나요?\n\n감사합니다.\n박서준 올림\n㈜바른 법무팀 | 긴급 02-123-4567", []],
  ["How long are points valid?\n\nThanks\nSam\nP.S. I will sue you if they are gone.", ["legal"]],
])("what a signature says of its writer is no topic: %s", (text, topics) => {
  expect(readTopics(textOf(threadOf(text))).map((hit) => hit.topic)).toEqual(topics);
});

test("a subject that the text says again is read once", () => {
  const asked = threadOf("Hello,\n\nwhere is my parcel? It should have come.", {
    subject: untrusted("Where is my parcel?"),
  });
  expect(textOf(asked).match(/my parcel/giu)).toHaveLength(1);
});
