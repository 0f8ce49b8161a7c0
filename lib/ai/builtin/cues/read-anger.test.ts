import { expect, test } from "vitest";
import { angryFrom } from "#lib/domain/triage/evidence.ts";
import { readAnger } from "./read-anger.ts";
import { readUrgency } from "./read-urgency.ts";

test.each([
  ["This is absolutely unacceptable.", true],
  ["Thanks for nothing.", true],
  ["WHY IS MY MONEY STILL NOT BACK", true],
  ["I'm not angry, just wondering when it comes.", false],
  ["Hello, could you tell me where my order is? Thanks!", false],
  ["Hello, where is my order 4711?", false],
  ["Hello?? Where is my order?", true],
  ["My zipper broke, can it be repaired?", false],
  ["또 연락드립니다. 벌써 세 번째인데 답변이 없네요.", true],
  ["이게 말이 됩니까? 책임자 바꿔 주세요.", true],
  ["앱이 자꾸 꺼져요", false],
  ["답변이 없네요. 고객이 먼저 연락해야만 움직이시는 건지 여쭙고 싶습니다.", true],
  ["쿠폰이 안 되네요. 이러면 다른 데서 사야겠어요.", true],
  ["If you can't fix it I will have to go to another shop.", true],
  ["Which sleeping bag is for two people?", false],
  ["영화나 전화 나중에 하려고요", false],
  ["화난 건 아니고 그냥 궁금해서요", false],
  ["요금제 갈아타려면 어떻게 하나요?", false],
])("%s – angry: %s", (text, angry) => {
  expect(readAnger(text).anger.score >= angryFrom).toBe(angry);
});

test.each([
  ["Our whole shop is down and we are losing orders every minute.", "urgent"],
  ["서버가 다운돼서 결제가 전부 멈췄습니다.", "urgent"],
  ["The ramp for the wheelchair van doesn't come down any more and my husband is inside.", "urgent"],
  ["Our exam portal signed out my entire class and the timer goes on.", "high"],
  ["The price list went live with every item at one cent.", "high"],
  ["펌프가 밤에 서 버려서 지하실에 물이 무릎까지 찼어요.", "urgent"],
  ["기사님이 신분증 든 택배를 옆 동 다른 사람한테 주고 가셨대요.", "high"],
  ["전 상품이 1원으로 올라가서 사람들이 오십 개씩 담아 결제하고 있어요.", "urgent"],
  ["십 년 가는 화재감지기도 파세요?", "low"],
  ["My flight leaves in two hours and I cannot open the ticket.", "high"],
  ["한 시간 뒤에 발표인데 로그인이 안 됩니다.", "high"],
  ["My SMS code does not arrive.", "normal"],
  ["How do I export my data?", "low"],
  ["엑셀로 내보낼 수 있나요?", "low"],
  ["It is not urgent, but the button looks wrong.", "low"],
])("%s – %s", (text, level) => {
  expect(readUrgency(text).level).toBe(level);
});

test("a cue stands where its offsets say", () => {
  const text = "Hello. This is unacceptable!!! 최악이에요.";
  for (const cue of readAnger(text).anger.cues) expect(text.slice(cue.start, cue.end)).toBe(cue.text);
});
