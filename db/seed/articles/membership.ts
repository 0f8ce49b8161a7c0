import type { SeedArticle } from "./article.ts";

export const membership: SeedArticle[] = [
  {
    slug: "membership-levels",
    auto: true,
    en: {
      title: "Membership levels and what they give",
      body: `There are three levels: Trail for everyone, Ridge from ₩300,000 a year and Summit from ₩800,000 a year. You earn 1 % of each order in points as Trail, 2 % as Ridge and 3 % as Summit.

Summit members also get free returns and early access to sales. Levels are worked out on the first of each month from the orders of the last twelve months.`,
    },
    ko: {
      title: "회원 등급과 혜택",
      body: `등급은 세 가지예요. 트레일은 모든 회원, 릿지는 연 300,000원 이상, 서밋은 연 800,000원 이상 구매하신 회원이에요. 주문 금액의 1%, 2%, 3%가 등급에 따라 포인트로 적립돼요.

서밋 회원은 무료 반품과 세일 우선 구매 혜택도 받으세요. 등급은 최근 12개월 구매 금액을 기준으로 매달 1일에 정해져요.`,
    },
  },
  {
    slug: "points-expiry",
    auto: true,
    en: {
      title: "Use points, and when they expire",
      body: `Points are added seven days after delivery and are valid for twelve months. One point is worth one won, and you can use them from 1,000 points at checkout.

We remind you by e-mail 30 days before points expire. When you return an order, the points you used come back at once and the points you earned with it are taken off.`,
    },
    ko: {
      title: "포인트 사용과 유효 기간",
      body: `포인트는 배송 완료 7일 뒤에 적립되고 12개월 동안 사용하실 수 있어요. 1포인트는 1원이고, 1,000포인트부터 결제할 때 사용하실 수 있어요.

포인트가 사라지기 30일 전에 이메일로 알려 드려요. 반품하시면 사용한 포인트는 바로 돌려 드리고, 그 주문으로 적립된 포인트는 회수돼요.`,
    },
  },
  {
    slug: "coupon-not-working",
    auto: true,
    en: {
      title: "My coupon does not work",
      body: `Only one coupon can be used for an order, and coupons cannot be combined with sale prices. Please check the least order value and the last day under My coupons.

A coupon code is entered at checkout, under Coupon, without spaces. The welcome coupon of 10 % works once, within 30 days of signing up.`,
    },
    ko: {
      title: "쿠폰이 적용되지 않을 때",
      body: `쿠폰은 주문당 한 장만 사용할 수 있고 세일 상품에는 적용되지 않아요. 내 쿠폰에서 최소 주문 금액과 사용 기한을 확인해 주세요.

쿠폰 코드는 결제 화면의 쿠폰 칸에 띄어쓰기 없이 입력해 주세요. 가입 축하 10% 쿠폰은 가입 후 30일 안에 한 번 사용하실 수 있어요.`,
    },
  },
];
