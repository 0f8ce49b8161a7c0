import { expect, test } from "vitest";
import { readAskedForPerson, readTopics } from "./read-topics.ts";

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
  ["Where is my parcel?", false],
  ["휴대폰 번호를 바꾸고 싶어요.", false],
])("asks for a person: %s – %s", (text, yes) => {
  expect(readAskedForPerson(text).yes).toBe(yes);
});
