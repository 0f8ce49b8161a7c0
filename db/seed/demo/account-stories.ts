import type { Story } from "./story.ts";

export const accountStories: Story[] = [
  {
    key: "forgot-password",
    who: "hannah",
    subject: "Password",
    body: "Hi, I forgot my password. How can I reset my password?",
    at: { daysAgo: 6, hour: 11.5 },
  },
  {
    key: "bimilbeonho",
    who: "sangwoo",
    door: "form",
    subject: "비밀번호 재설정",
    body: "비밀번호를 잊어버렸어요. 비밀번호 재설정은 어떻게 하나요?",
    at: { daysAgo: 5, hour: 17.2 },
    later: [{ after: 15, confirms: true }],
  },
  {
    key: "change-mail",
    who: "noah",
    subject: "New e-mail address",
    body: "How do I change the e-mail address of my account? I no longer use the old one.",
    at: { daysAgo: 4, hour: 13.3 },
    later: [
      { after: 70, customer: "Sorry, that does not work: I cannot open mails to the old address any more." },
      { after: 125, agent: "hana", take: true },
      {
        after: 140,
        agent: "hana",
        reply:
          "Hi Noah,\n\nNo problem. To make sure that the account is yours, could you tell me the last four digits of your latest order number and the city it went to? Then I set the new address for you.\n\nHana",
      },
    ],
  },
  {
    key: "points-expire",
    who: "yuna",
    subject: "포인트 유효 기간",
    body: "포인트 유효 기간이 언제까지예요? 포인트는 어떻게 사용하나요?",
    at: { daysAgo: 4, hour: 15.6 },
    rating: { after: 1100, score: "bad", words: "등급별로 다른지 알고 싶었어요." },
  },
  {
    key: "coupon-code",
    who: "aisha",
    subject: "Coupon code",
    body: "My coupon does not work at checkout. It is the welcome coupon of 10 %. What am I doing wrong?",
    at: { daysAgo: 3, hour: 16.8 },
    later: [{ after: 12, confirms: true }],
  },
  {
    key: "membership-levels",
    who: "nari",
    subject: "회원 등급 혜택",
    body: "회원 등급과 혜택이 궁금해요. 서밋 회원이 되려면 얼마를 구매해야 하나요?",
    at: { daysAgo: 2, hour: 11.7 },
  },
  {
    key: "invoice",
    who: "dongmin",
    subject: "세금계산서 요청",
    body: "지난주에 주문한 건 세금계산서 발급받고 싶어요. 어떻게 신청하나요?",
    at: { daysAgo: 2, hour: 15.4 },
    rating: { after: 1200, score: "good" },
    later: [
      { after: 44, agent: "sora", take: true },
      {
        after: 50,
        agent: "sora",
        reply:
          "윤동민 고객님, 내 주문에서 해당 주문의 세금계산서를 눌러 사업자 등록 번호를 입력해 주세요. 다음 달 5일 전까지 신청하실 수 있어요. 어려우시면 사업자 등록 번호를 알려 주세요, 제가 대신 신청해 드릴게요.\n\n이소라 드림",
        status: "solved",
      },
    ],
  },
  {
    key: "card-declined",
    who: "diego",
    subject: "Card declined",
    body: "My payment was declined three times although there is enough money on the card. It is a Spanish Visa. Which cards do you accept?",
    at: { daysAgo: 1, hour: 11.9 },
    later: [
      { after: 66, agent: "daniel", take: true },
      {
        after: 75,
        agent: "daniel",
        reply:
          "Hi Diego,\n\nCards from outside Korea need 3-D Secure, which your bank has to switch on for online payments. PayPal works at once if you are in a hurry.\n\nDaniel",
        status: "pending",
      },
    ],
  },
  {
    key: "charged-twice",
    who: "seoyeon",
    subject: "이중 결제됐어요",
    body: "같은 주문이 두 번 결제됐어요. 132,000원씩 두 건이고 일주일이 지나도 취소가 안 됐어요. 주문 번호 A-21699. 한 건 환불해 주세요.",
    at: { daysAgo: 1, hour: 13.2 },
    later: [
      { after: 10, agent: "areum", take: true },
      {
        after: 22,
        agent: "areum",
        reply:
          "박서연 고객님, 확인해 보니 승인이 두 번 난 것이 맞아요. 불편을 드려 죄송해요.\n\n한 건을 방금 취소했고, 카드사에 따라 영업일 기준 3일 안에 반영돼요.\n\n한아름 드림",
        status: "solved",
      },
    ],
  },
  {
    key: "app-crash",
    who: "rob",
    subject: "App crashes on the cart",
    body: "Since yesterday the app closes every time I open my cart. Pixel 8, Android 16, app 5.2.1. I already installed it again. The website works.",
    at: { daysAgo: 2, hour: 17.4 },
    later: [
      { after: 61, agent: "hana", take: true },
      {
        after: 70,
        agent: "hana",
        note: "Can be reproduced with more than 30 items in the cart. Passed to the app team as APP-482.",
      },
      {
        after: 78,
        agent: "hana",
        reply:
          "Hi Rob,\n\nThank you for the details: I could make it happen too, it is our bug with very full carts. The app team is on it. Until then removing a few items on the website helps.\n\nI keep this open and write when the update is out.\n\nHana",
        status: "on_hold",
      },
    ],
  },
  {
    key: "error-e102",
    who: "eunbi",
    subject: "결제 화면 오류 E-102",
    body: "결제하려고 하면 E-102 오류가 나요. 크롬에서도 같고 시크릿 창에서도 같아요. 오늘 오후 2시쯤부터 그래요.",
    at: { minutesAgo: 88 },
  },
  {
    key: "checkout-down",
    who: "priya",
    subject: "URGENT: checkout is down for us",
    body: "We are about to place a big order for our club and the checkout has shown a blank page for an hour, for all of us. The offer ends tonight. This is urgent, please call me.",
    at: { minutesAgo: 46 },
  },
  {
    key: "forgot-again",
    who: "chloe",
    door: "form",
    subject: "Can't sign in",
    body: "I can't sign in, I forgot my password. How do I reset it?",
    at: { minutesAgo: 33 },
  },
  {
    key: "coupon-ko",
    who: "minji",
    subject: "쿠폰이 적용이 안 돼요",
    body: "가입 축하 쿠폰이 적용이 안 돼요. 쿠폰 코드를 입력해도 적용되지 않아요.",
    at: { minutesAgo: 12 },
  },
  {
    key: "points-missing",
    who: "sangwoo",
    subject: "적립금 누락",
    body: "지난달 주문 두 건 포인트가 하나도 적립되지 않았어요. 배송 완료된 지 3주가 넘었는데 왜 그런가요? 주문 번호 A-21377, A-21402예요.",
    at: { minutesAgo: 155 },
    later: [
      { after: 48, agent: "areum", take: true },
      {
        after: 60,
        agent: "areum",
        reply:
          "임상우 고객님, 두 주문의 포인트가 누락된 것을 확인했어요. 지금 1,840포인트를 적립해 드렸어요. 불편을 드려 죄송해요.\n\n한아름 드림",
        status: "solved",
      },
    ],
  },
];
