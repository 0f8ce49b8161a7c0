/** How desks call a category that stands for a standard topic of support; matched against names and keys. */
const named = {
  sign_in: {
    english: "log.?in|sign.?in|password|passcode|access|authenticat\\p{L}+|verification",
    korean: "로그인|비밀번호|패스워드|인증|접속",
  },
  account: {
    english:
      "accounts?(?! manag)|profile|personal (?:details|information)|member(?: info\\p{L}*)?|registration|user details",
    korean: "계정|회원|프로필|내 ?정보|가입|탈퇴|개인 ?설정",
  },
  account_closure: {
    english: "account closure|close account|deactivation|deletion",
    korean: "탈퇴|계정 ?삭제|휴면",
  },
  subscription: {
    english: "subscriptions?|plans?|memberships?|renewals?|upgrade",
    korean: "구독|요금제|멤버십|정기|플랜|약정",
  },
  security: {
    english: "security|fraud|abuse|safety|hack\\p{L}*|trust",
    korean: "보안|도용|해킹|사기|부정 ?사용|안전",
  },
  privacy: {
    english: "privacy|personal data|gdpr|data protection|consent",
    korean: "개인정보|프라이버시|정보 ?보호|동의",
  },
  billing: {
    english: "billing|charges?|payments?|pay|finance|fees?",
    korean: "결제|청구|요금(?!제)|과금|납부|카드",
  },
  invoice: {
    english: "invoices?|receipts?|tax(?:es)?|bills?",
    korean: "영수증|세금 ?계산서|계산서|증빙|현금 ?영수증|청구서",
  },
  refund: {
    english: "refunds?|money back|reimburse\\p{L}*",
    korean: "환불|환급",
  },
  order_cancel: {
    english: "cancell?ations?|cancel|order (?:changes?|issues?|management)|orders?",
    korean: "취소|주문 ?(?:변경|관리|문의)?",
  },
  coupon: {
    english: "coupons?|vouchers?|points?|rewards?|loyalty|promo\\p{L}*|discounts?|gift cards?|credits?",
    korean: "쿠폰|포인트|적립|마일리지|할인|혜택|기프트|상품권|이벤트|프로모션|등급",
  },
  delivery: {
    english: "deliver(?:y|ies)|shipping|shipments?|tracking|logistics|dispatch",
    korean: "배송|배달|택배|발송|물류|출고",
  },
  return: {
    english: "returns?|exchanges?|replace\\p{L}*",
    korean: "반품|교환|교체",
  },
  damaged: {
    english: "damaged|faulty|defect\\p{L}*|broken|quality|wrong items?|missing items?",
    korean: "불량|파손|하자|오배송|누락|품질",
  },
  repair: {
    english: "repairs?|warrant(?:y|ies)|maintenance|spare parts?|after.?sales",
    korean: "수리|보증|A\\/?S|에이에스|부품|고장|정비",
  },
  product: {
    english:
      "product (?:questions?|info\\p{L}*|advice|details)|sizing|specifications?|materials?|recommend\\p{L}*|advice",
    korean: "상품|제품|사이즈|추천|소재|스펙|사양",
  },
  stock: {
    english: "stock|availability|pre.?orders?|inventory|restock",
    korean: "재고|품절|입고|예약 ?(?:구매|판매|주문)",
  },
  booking: {
    english: "bookings?|reservations?|appointments?|tickets? and events|visits?",
    korean: "예약(?! ?(?:구매|판매))|방문|일정|예매",
  },
  bug: {
    english:
      "bugs?|errors?|technical|tech(?: support)?|website|app(?:s|lication)?|crash\\p{L}*|glitch\\p{L}*|problems?",
    korean: "오류|버그|기술|에러|앱|웹 ?사이트|홈페이지|장애(?! ?인)",
  },
  outage: {
    english: "outages?|incidents?|down ?time|availability|service status|system status|disruptions?",
    korean: "(?:서비스|시스템|서버|접속) ?장애|장애 ?(?:신고|문의)?|중단|점검",
  },
  howto: {
    english:
      "how.?to|features?|usage|using|guide|training|general questions?|set.?up|settings|getting started",
    korean: "사용 ?(?:법|방법)|이용 ?(?:방법|안내)|기능|가이드|설정|사용|일반 ?문의",
  },
  integration: {
    english: "integrations?|api|developers?|webhooks?|connect\\p{L}*",
    korean: "연동|API|개발자|웹훅|통합",
  },
  sales: {
    english: "sales|quotes?|pricing|enterprise|business|b2b|wholesale|procurement",
    korean: "영업|견적|구매 ?문의|도입|기업|대량|법인|가격 ?문의",
  },
  partnership: {
    english:
      "partners?(?:hips?)?|affiliates?|collaborat\\p{L}+|press|media|sponsor\\p{L}*|marketing|influencers?",
    korean: "제휴|협업|파트너|협력|언론|홍보|마케팅|후원|협찬|입점",
  },
  feedback: {
    english: "feedback|complaints?|suggestions?|feature requests?|ideas?|reviews?|praise",
    korean: "불만|건의|제안|의견|칭찬|피드백|후기|개선",
  },
} as const satisfies Record<string, { english: string; korean: string }>;

/** What the assistant knows of support from its first day. */
export type StandardTopic = keyof typeof named;
export const standardTopics = Object.keys(named) as StandardTopic[];

const patterns = Object.entries(named).map(([topic, { english, korean }]) => ({
  topic: topic as StandardTopic,
  english: new RegExp(`(?<![\\p{L}])(?:${english.replaceAll(" ", "\\s+")})(?![\\p{L}])`, "iu"),
  korean: new RegExp(korean.replaceAll(" ?", "\\s?"), "iu"),
}));

/** The standard topics that a category seems to stand for, by its names and its key. */
export function topicsByName(names: readonly string[], key: string): StandardTopic[] {
  const name = [...names, key.replaceAll(/[_\-.]+/g, " ")].join(" · ");
  return patterns
    .filter(({ english, korean }) => english.test(name) || korean.test(name))
    .map(({ topic }) => topic);
}
