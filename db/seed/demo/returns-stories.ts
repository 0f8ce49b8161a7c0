import type { Story } from "./story.ts";

export const returnsStories: Story[] = [
  {
    key: "return-boots",
    who: "sofia",
    subject: "Return unused boots",
    body: "Hello, how can I return an item? The boots are unused and the tags are still on.",
    at: { daysAgo: 6, hour: 15.1 },
  },
  {
    key: "gyohwan-size",
    who: "jia",
    subject: "사이즈 교환하고 싶어요",
    body: "재킷이 작아서 한 사이즈 큰 걸로 교환하고 싶어요. 교환 배송비가 있나요?",
    at: { daysAgo: 5, hour: 10.2 },
    later: [{ after: 20, confirms: true }],
  },
  {
    key: "refund-when",
    who: "chloe",
    subject: "When does my refund arrive?",
    body: "I sent back a fleece last Tuesday. When does a refund to my card arrive?",
    at: { daysAgo: 4, hour: 9.7 },
    later: [{ after: 22, agent: "sora", release: true }],
  },
  {
    key: "hwanbul-unje",
    who: "taeyang",
    subject: "환불 언제 되나요",
    body: "반품한 상품 환불은 언제 되나요? 카드로 결제했어요.",
    at: { daysAgo: 3, hour: 10.4 },
    later: [{ after: 35, agent: "areum", release: true }],
  },
  {
    key: "broken-pole",
    who: "marcus",
    subject: "Tent arrived with a broken pole",
    body: "The tent arrived this morning and one pole is cracked right at the joint, see for yourself. Order A-21745. I would like a new one, not a repair.",
    at: { daysAgo: 3, hour: 11.2 },
    later: [
      { after: 50, agent: "emma", take: true },
      {
        after: 58,
        agent: "emma",
        reply:
          "Hi Marcus,\n\nThat is not how it should arrive, sorry. A new pole set leaves our warehouse today; you need not send the broken one back. Could you send me a photo for our supplier?\n\nEmma",
        status: "pending",
      },
      { after: 1300, customer: "Photo follows from my phone. Thanks for the quick help!" },
      { after: 1330, agent: "emma", reply: "Thank you, got it. Have a good trip!\n\nEmma", status: "solved" },
    ],
  },
  {
    key: "wrong-colour",
    who: "eunbi",
    subject: "다른 색상이 왔어요",
    body: "네이비를 주문했는데 카키가 왔어요. 주문 번호 A-21760이에요. 교환해 주세요.",
    at: { daysAgo: 2, hour: 14.6 },
    later: [
      { after: 38, agent: "sora", take: true },
      {
        after: 46,
        agent: "sora",
        reply:
          "한은비 고객님, 상품을 잘못 보내 드려 죄송해요.\n\n네이비 색상을 오늘 출고해 드렸어요. 기사님이 배송하면서 카키 상품을 함께 가져가요. 배송비는 들지 않아요.\n\n이소라 드림",
        status: "solved",
      },
    ],
  },
  {
    key: "three-times-broken",
    who: "george",
    subject: "THIRD faulty stove. Unacceptable",
    body: "This is the THIRD stove you send me that does not light. I am absolutely fed up with this company. Nobody reads what I write. I want my money back today or I will go to the consumer agency and tell everybody.",
    at: { daysAgo: 1, hour: 9.6 },
    later: [
      { after: 12, agent: "areum", take: true },
      {
        after: 25,
        agent: "areum",
        reply:
          "Dear Mr Ellis,\n\nI have read all three of your messages, and you are right to be angry. I have refunded the stove in full this morning; your bank shows it in three to five working days. I have also taken this batch off sale and asked our workshop to test it.\n\nI am responsible for this team. If you want to talk, answer here and I call you.\n\nAreum Han",
        status: "pending",
      },
      { after: 210, customer: "Alright. Thank you for taking it seriously. That is all I wanted." },
      { after: 240, agent: "areum", solve: true },
    ],
  },
  {
    key: "cancel-please",
    who: "aisha",
    door: "form",
    subject: "Cancel",
    body: "How do I cancel an order? I ordered twenty minutes ago and it still says Paid.",
    at: { daysAgo: 1, hour: 14.4 },
    later: [{ after: 18, agent: "sora", release: true }],
  },
  {
    key: "refund-never-came",
    who: "kyungho",
    subject: "환불이 아직도 안 됐습니다",
    body: "반품 접수하고 3주가 지났는데 환불이 안 됐습니다. 89,000원이고 주문 번호는 A-21502입니다. 확인하고 바로 환불해 주세요.",
    at: { minutesAgo: 190 },
    later: [
      { after: 25, agent: "areum", take: true },
      { after: 31, agent: "areum", note: "검수 완료 처리가 누락됨. 재무팀에 오늘 환불 요청함." },
    ],
  },
  {
    key: "return-after-30-days",
    who: "diego",
    subject: "Return after five weeks?",
    body: "I was in hospital and could not try the trousers in time. It has been five weeks. Would you still take them back, or exchange them for a larger pair? The tags are on.",
    at: { minutesAgo: 122 },
  },
  {
    key: "gyohwan-jumun",
    who: "nari",
    door: "form",
    subject: "반품 접수",
    body: "반품은 어떻게 하나요? 태그 그대로 있고 사용하지 않았어요.",
    at: { minutesAgo: 51 },
  },
  {
    key: "order-cancel-ko",
    who: "dongmin",
    subject: "주문 취소",
    body: "주문 취소하고 싶어요. 아직 결제 완료 상태예요.",
    at: { minutesAgo: 27 },
  },
];
