import type { Story } from "./story.ts";

export const deliveryStories: Story[] = [
  {
    key: "where-is-my-parcel",
    who: "olivia",
    subject: "Where is my parcel?",
    body: "Hi there,\n\nI ordered a headlamp last week. How can I track my parcel and see where it is now?\n\nThanks,\nOlivia",
    at: { daysAgo: 6, hour: 9.4 },
  },
  {
    key: "delivery-cost",
    who: "tom",
    door: "form",
    subject: "Delivery cost",
    body: "How long does delivery take and what does it cost?",
    at: { daysAgo: 5, hour: 14.2 },
    later: [{ after: 55, confirms: true }],
  },
  {
    key: "baesong-gigan",
    who: "minji",
    subject: "배송 기간 문의",
    body: "안녕하세요. 배송은 며칠 걸리나요? 배송비도 궁금해요.",
    at: { daysAgo: 6, hour: 10.6 },
    rating: { after: 900, score: "good" },
  },
  {
    key: "baesong-johoe",
    who: "junho",
    door: "form",
    subject: "배송 조회",
    body: "주문한 배낭 배송 조회는 어떻게 하나요? 운송장 번호가 안 보여요.",
    at: { daysAgo: 4, hour: 11.1 },
    later: [{ after: 30, confirms: true }],
  },
  {
    key: "address-change",
    who: "liam",
    subject: "Change delivery address",
    body: "Hello, how do I change the delivery address of my order? I typed the old street by mistake and the order is still Preparing.",
    at: { daysAgo: 3, hour: 15.3 },
    rating: { after: 1300, score: "good", words: "Quick and kind." },
    later: [
      { after: 90, customer: "The button is greyed out for me. Can somebody look at order A-21733 please?" },
      { after: 130, agent: "daniel", take: true },
      {
        after: 138,
        agent: "daniel",
        reply:
          "Hi Liam,\n\nI have changed the address of A-21733 to the one you gave, the parcel had not been picked up yet. You get the tracking number tonight.\n\nBest wishes\nDaniel",
        status: "solved",
      },
    ],
  },
  {
    key: "two-weeks-no-parcel",
    who: "hyunwoo",
    subject: "2주째 배송이 안 됩니다!!",
    body: "도대체 언제 오는 겁니까? 2주 전에 주문한 텐트가 아직도 안 왔어요. 전화도 안 받고 정말 화가 나네요!! 이번 주말 캠핑 다 망치게 생겼습니다. 당장 처리해 주세요.",
    at: { daysAgo: 2, hour: 9.2 },
    later: [
      { after: 14, agent: "doyun", take: true },
      {
        after: 20,
        agent: "doyun",
        note: "택배사 확인: 옥천 터미널에서 분류 오류로 멈춰 있었음. 오늘 저녁 출발 예정이라고 함.",
      },
      {
        after: 27,
        agent: "doyun",
        reply:
          "최현우 고객님, 기다리시게 해서 정말 죄송해요.\n\n택배사에 확인해 보니 터미널에서 분류가 잘못되어 멈춰 있었어요. 오늘 저녁에 출발해서 내일 오전에 도착하도록 다시 접수했어요. 혹시 내일도 도착하지 않으면 새 상품을 퀵으로 보내 드릴게요.\n\n박도윤 드림",
      },
      { after: 1490, customer: "오전에 받았습니다. 감사합니다." },
      { after: 1530, agent: "doyun", solve: true },
    ],
  },
  {
    key: "marked-delivered",
    who: "hannah",
    subject: "Marked as delivered but nothing here",
    body: "Tracking says my parcel was delivered yesterday at 4 pm but there is nothing at my door and my neighbours have not seen it. Order A-21790. Please help.",
    at: { daysAgo: 1, hour: 10.3 },
    later: [
      { after: 45, agent: "daniel", take: true },
      {
        after: 52,
        agent: "daniel",
        reply:
          "Hi Hannah,\n\nI am sorry about that. I have opened a search with the carrier; they have three working days to answer, and whatever they say you get your stove or your money. Could you tell me what the delivery photo shows?\n\nDaniel",
        status: "pending",
      },
    ],
  },
  {
    key: "jeju",
    who: "haeun",
    door: "form",
    subject: "제주도 배송",
    body: "제주도도 배송되나요? 제주 배송비와 배송 기간이 궁금해요.",
    at: { daysAgo: 1, hour: 16.5 },
  },
  {
    key: "ship-to-singapore",
    who: "emily",
    subject: "Do you ship to Singapore?",
    body: "Hi, do you deliver to other countries like Singapore? How much is international delivery and how long does it take?",
    at: { daysAgo: 2, hour: 13.8 },
  },
  {
    key: "baesongji",
    who: "yuna",
    subject: "배송지 변경하고 싶어요",
    body: "주문한 상품의 배송지를 변경하고 싶어요. 아직 상품 준비 중이에요.",
    at: { minutesAgo: 64 },
  },
  {
    key: "tracking-stuck",
    who: "rob",
    subject: "Tracking hasn't moved",
    body: "My tracking number has shown 'picked up' since Monday, that's four working days. Order A-21688, a down jacket I need for a trip on Saturday. Could you ask the carrier?",
    at: { minutesAgo: 205 },
    later: [
      { after: 31, agent: "daniel", take: true },
      {
        after: 33,
        agent: "daniel",
        note: "Asked the carrier to search, reference 77120. They call back before six.",
      },
    ],
  },
  {
    key: "tent-before-friday",
    who: "woojin",
    subject: "금요일까지 꼭 받아야 해요",
    body: "금요일 새벽에 출발하는데 텐트를 그 전에 꼭 받아야 해요. 급합니다. 주문 번호는 A-21811이고 아직 출고 전으로 나와요. 오늘 출고 가능한지 확인 부탁드려요.",
    at: { minutesAgo: 38 },
  },
  {
    key: "parcel-to-neighbour",
    who: "noah",
    door: "form",
    subject: "Track",
    body: "where can I see the tracking number of my parcel",
    at: { minutesAgo: 17 },
  },
];
