import type { Story } from "./story.ts";

/** The week before: what the figures of this week are compared with. */
export const earlierStories: Story[] = [
  {
    key: "earlier-track",
    who: "hannah",
    subject: "Track my parcel",
    body: "Hi, how can I track my parcel?",
    at: { daysAgo: 13, hour: 10.2 },
  },
  {
    key: "earlier-return",
    who: "jia",
    door: "form",
    subject: "반품 문의",
    body: "반품은 어떻게 하나요? 사용하지 않았고 태그도 있어요.",
    at: { daysAgo: 13, hour: 14.5 },
  },
  {
    key: "earlier-coupon",
    who: "george",
    subject: "Coupon",
    body: "My coupon does not work at checkout, what is wrong?",
    at: { daysAgo: 12, hour: 11.1 },
    later: [{ after: 34, confirms: true }],
  },
  {
    key: "earlier-late",
    who: "sangwoo",
    subject: "배송이 너무 늦어요",
    body: "일주일이 넘도록 배송이 안 와서 너무 답답합니다. 확인해 주세요. 주문 번호 A-21120.",
    at: { daysAgo: 12, hour: 9.4 },
    later: [
      { after: 190, agent: "doyun", take: true },
      {
        after: 205,
        agent: "doyun",
        reply:
          "임상우 고객님, 늦어져서 죄송해요. 택배사에서 오늘 출발한 것을 확인했어요. 내일 도착하지 않으면 바로 다시 보내 드릴게요.\n\n박도윤 드림",
      },
      { after: 1600, customer: "잘 받았습니다." },
      { after: 1640, agent: "doyun", solve: true },
    ],
  },
  {
    key: "earlier-password",
    who: "emily",
    subject: "Password reset",
    body: "I forgot my password, how do I reset my password?",
    at: { daysAgo: 11, hour: 16.2 },
  },
  {
    key: "earlier-refund",
    who: "nari",
    subject: "환불 시기",
    body: "환불은 언제 되나요? 카드 결제였어요.",
    at: { daysAgo: 11, hour: 10.8 },
    later: [{ after: 160, agent: "sora", release: true }],
  },
  {
    key: "earlier-zip",
    who: "liam",
    subject: "Broken buckle",
    body: "A buckle of my backpack broke. Is this covered by the warranty and can I get a spare buckle?",
    at: { daysAgo: 10, hour: 13.3 },
    later: [
      { after: 170, agent: "emma", take: true },
      {
        after: 185,
        agent: "emma",
        reply: "Hi Liam,\n\nYes. A new buckle is on its way, you can fit it without tools.\n\nEmma",
        status: "solved",
      },
    ],
  },
  {
    key: "earlier-boots",
    who: "dongmin",
    subject: "등산화 사이즈",
    body: "등산화 사이즈는 어떻게 골라야 하나요?",
    at: { daysAgo: 10, hour: 15.6 },
  },
  {
    key: "earlier-double",
    who: "chloe",
    subject: "Charged twice",
    body: "I was charged twice for my order A-21240 and both charges are still there after a week. Please refund one of them.",
    at: { daysAgo: 9, hour: 9.9 },
    later: [
      { after: 260, agent: "daniel", take: true },
      {
        after: 280,
        agent: "daniel",
        reply: "Hi Chloe,\n\nYou are right, I have refunded the second charge today.\n\nDaniel",
        status: "solved",
      },
    ],
  },
  {
    key: "earlier-singapore",
    who: "aisha",
    subject: "International delivery",
    body: "Do you deliver to other countries such as Canada, and how much is international delivery?",
    at: { daysAgo: 9, hour: 14.9 },
  },
  {
    key: "earlier-points",
    who: "eunbi",
    subject: "포인트",
    body: "포인트 유효 기간이 언제까지예요?",
    at: { daysAgo: 8, hour: 11.4 },
    later: [{ after: 22, confirms: true }],
  },
  {
    key: "earlier-down",
    who: "marcus",
    subject: "Down jacket",
    body: "How do I wash a down jacket?",
    at: { daysAgo: 8, hour: 17.1 },
  },
];
