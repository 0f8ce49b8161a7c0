import type { BothLanguages } from "../../schema/columns.ts";

export type SeedCategory = {
  key: string;
  name: BothLanguages;
  description: BothLanguages;
  /** What customers write; the assistant learns the category from these. */
  examples: string[];
};

/** Categories that nearly every desk has; a fresh installation starts with these. */
export const baseCategories: SeedCategory[] = [
  {
    key: "account",
    name: { en: "Sign-in & account", ko: "로그인·계정" },
    description: {
      en: "Passwords, signing in, profile, e-mail address, closing an account.",
      ko: "비밀번호, 로그인, 프로필, 이메일 변경, 회원 탈퇴 문의예요.",
    },
    examples: [
      "I forgot my password and cannot sign in",
      "The reset link never arrives",
      "How do I change the e-mail address of my account?",
      "My account is locked after too many attempts",
      "비밀번호를 잊어버려서 로그인이 안 돼요",
      "인증 메일이 안 와요",
      "가입한 이메일 주소를 바꾸고 싶어요",
      "회원 탈퇴는 어떻게 하나요",
    ],
  },
  {
    key: "payment",
    name: { en: "Payments & receipts", ko: "결제·영수증" },
    description: {
      en: "Ways to pay, failed or double payments, receipts and invoices.",
      ko: "결제 수단, 결제 실패, 중복 결제, 영수증과 세금계산서 문의예요.",
    },
    examples: [
      "My card was declined at checkout",
      "I was charged twice for one order",
      "Could you send me an invoice for my company?",
      "Which cards do you accept?",
      "카드 결제가 자꾸 실패해요",
      "같은 금액이 두 번 결제됐어요",
      "세금계산서 발급 부탁드려요",
      "무이자 할부 되나요?",
    ],
  },
  {
    key: "refunds",
    name: { en: "Refunds & cancellations", ko: "환불·주문 취소" },
    description: {
      en: "Cancelling an order, when and how money comes back.",
      ko: "주문 취소와 환불 시기, 환불 방법 문의예요.",
    },
    examples: [
      "Please cancel the order I placed an hour ago",
      "When will I get my money back?",
      "I returned the item but the refund has not come",
      "I want a refund",
      "방금 주문한 거 취소하고 싶어요",
      "환불은 언제 되나요?",
      "반품했는데 환불이 아직 안 됐어요",
      "전액 환불해 주세요",
    ],
  },
  {
    key: "delivery",
    name: { en: "Delivery & tracking", ko: "배송·배송 조회" },
    description: {
      en: "Where a parcel is, delivery times and costs, changing the address.",
      ko: "배송 위치와 기간, 배송비, 배송지 변경 문의예요.",
    },
    examples: [
      "Where is my parcel?",
      "The tracking number does not work",
      "How long does shipping take?",
      "I need to change the delivery address of my order",
      "택배가 아직 안 왔어요",
      "배송 조회가 안 돼요",
      "배송은 며칠 걸리나요?",
      "배송지를 잘못 적었어요, 바꿔 주세요",
    ],
  },
  {
    key: "returns",
    name: { en: "Returns & exchanges", ko: "반품·교환" },
    description: {
      en: "Sending something back, another size, damaged or wrong items.",
      ko: "반품과 교환, 파손·불량·오배송 문의예요.",
    },
    examples: [
      "How do I return something?",
      "The jacket is too small, can I exchange it for a larger one?",
      "The item arrived broken",
      "You sent me the wrong colour",
      "반품하고 싶어요",
      "한 사이즈 큰 걸로 교환할 수 있나요?",
      "받아 보니 찢어져 있어요",
      "다른 상품이 왔어요",
    ],
  },
  {
    key: "app",
    name: { en: "Website & app problems", ko: "웹사이트·앱 오류" },
    description: {
      en: "Errors, crashes, pages that do not load.",
      ko: "오류 메시지, 앱 종료, 화면이 열리지 않는 문제예요.",
    },
    examples: [
      "The app crashes when I open my cart",
      "I get error E-102 on the checkout page",
      "The page stays blank in Chrome",
      "Search does not show any results since the update",
      "앱이 자꾸 꺼져요",
      "결제 화면에서 오류가 나요",
      "화면이 하얗게 나오고 안 열려요",
      "업데이트하고 나서 알림이 안 와요",
    ],
  },
  {
    key: "privacy",
    name: { en: "Privacy & security", ko: "개인정보·보안" },
    description: {
      en: "Personal data, suspicious messages, accounts in wrong hands.",
      ko: "개인정보 요청, 의심스러운 메시지, 계정 도용 문의예요.",
    },
    examples: [
      "Please delete all data you have about me",
      "Somebody else ordered with my account",
      "I received a strange mail in your name, is it real?",
      "What data do you store about me?",
      "제 개인정보를 삭제해 주세요",
      "제가 주문하지 않은 주문이 있어요, 해킹당한 것 같아요",
      "이상한 문자가 왔는데 여기서 보낸 게 맞나요?",
      "어떤 개인정보를 보관하고 있나요?",
    ],
  },
  {
    key: "business",
    name: { en: "Business & partnerships", ko: "기업·제휴 문의" },
    description: {
      en: "Group orders, quotes, partnerships and press.",
      ko: "단체 주문, 견적, 제휴와 언론 문의예요.",
    },
    examples: [
      "We would like a quote for 50 jackets for our team",
      "Do you offer wholesale prices?",
      "I am writing to propose a partnership",
      "Could we borrow gear for a photo shoot?",
      "단체복 50벌 견적 부탁드려요",
      "대량 구매 할인 되나요?",
      "제휴 제안드리고 싶어요",
      "촬영 협찬 문의드립니다",
    ],
  },
];

/** What an outdoor shop has besides. */
export const shopCategories: SeedCategory[] = [
  {
    key: "product",
    name: { en: "Product advice & sizing", ko: "상품·사이즈 문의" },
    description: {
      en: "Choosing gear, sizes, materials and care.",
      ko: "상품 선택, 사이즈, 소재와 관리 방법 문의예요.",
    },
    examples: [
      "Which size should I take in hiking boots?",
      "Is this sleeping bag warm enough for winter?",
      "How do I wash a down jacket?",
      "What is the difference between the two tents?",
      "등산화 사이즈를 어떻게 골라야 하나요?",
      "겨울에 쓸 침낭 추천해 주세요",
      "다운 재킷 세탁은 어떻게 하나요?",
      "두 텐트의 차이가 뭔가요?",
    ],
  },
  {
    key: "warranty",
    name: { en: "Repairs & warranty", ko: "수리·보증" },
    description: {
      en: "Broken after use, repairs, spare parts, the two-year warranty.",
      ko: "사용 중 고장, 수리, 부품, 2년 보증 문의예요.",
    },
    examples: [
      "The zip of my jacket broke after a year",
      "Can you repair a tent pole?",
      "Is this covered by the warranty?",
      "Where can I buy a spare buckle?",
      "재킷 지퍼가 고장 났어요, 수리되나요?",
      "텐트 폴이 부러졌어요",
      "보증 기간이 어떻게 되나요?",
      "버클만 따로 살 수 있나요?",
    ],
  },
  {
    key: "membership",
    name: { en: "Membership, points & coupons", ko: "멤버십·포인트·쿠폰" },
    description: {
      en: "Levels, collecting and using points, coupon codes.",
      ko: "회원 등급, 포인트 적립과 사용, 쿠폰 문의예요.",
    },
    examples: [
      "My coupon code does not work",
      "When do my points expire?",
      "I did not get points for my last order",
      "What do I get as a Summit member?",
      "쿠폰이 적용이 안 돼요",
      "포인트 유효 기간이 언제까지예요?",
      "적립금이 안 들어왔어요",
      "등급은 언제 올라가나요?",
    ],
  },
  {
    key: "stock",
    name: { en: "Stock & pre-orders", ko: "재고·예약 구매" },
    description: {
      en: "What is in stock, when it comes back, pre-orders.",
      ko: "재고와 재입고 시기, 예약 구매 문의예요.",
    },
    examples: [
      "When will the boots be back in stock in 270?",
      "Is the blue one sold out for good?",
      "When does my pre-order ship?",
      "Can you reserve one for me?",
      "270 사이즈 언제 재입고되나요?",
      "품절된 상품 다시 들어오나요?",
      "예약 구매한 상품은 언제 출고되나요?",
      "재입고 알림은 어떻게 신청하나요?",
    ],
  },
];
