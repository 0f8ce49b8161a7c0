import type { SeedArticle } from "./article.ts";

export const payment: SeedArticle[] = [
  {
    slug: "payment-methods",
    auto: true,
    en: {
      title: "Ways to pay and instalments",
      body: `We accept credit and debit cards, KakaoPay, Naver Pay, bank transfer and points. Orders from other countries can be paid by Visa, Mastercard or PayPal.

Cards of Korean banks can pay in up to three instalments without interest for orders of ₩50,000 or more. Choose the number of instalments at checkout; it cannot be changed afterwards.

A bank transfer must reach us within 24 hours, otherwise the order is cancelled by itself.`,
    },
    ko: {
      title: "결제 수단과 할부 안내",
      body: `신용카드와 체크카드, 카카오페이, 네이버페이, 계좌 이체, 포인트로 결제하실 수 있어요. 해외 주문은 비자, 마스터카드, 페이팔로 결제하실 수 있어요.

국내 카드는 50,000원 이상 주문하시면 최대 3개월까지 무이자 할부가 가능해요. 할부 개월은 결제할 때 선택하고, 결제 뒤에는 바꿀 수 없어요.

계좌 이체는 24시간 안에 입금하지 않으시면 주문이 자동으로 취소돼요.`,
    },
  },
  {
    slug: "receipts-and-invoices",
    auto: true,
    en: {
      title: "Get a receipt or a tax invoice",
      body: `Open My orders, choose the order and press Receipt to download a receipt as PDF. Receipts are available from the moment of payment for five years.

For a tax invoice, press Tax invoice on the same page and enter your business registration number before the 5th of the following month. Cash receipts for bank transfers can be requested at checkout or within 30 days under Receipt.`,
    },
    ko: {
      title: "영수증과 세금계산서 발급받기",
      body: `내 주문에서 주문을 선택하고 영수증을 누르시면 PDF로 받으실 수 있어요. 영수증은 결제한 때부터 5년 동안 받으실 수 있어요.

세금계산서는 같은 화면에서 세금계산서를 눌러 사업자 등록 번호를 입력해 주세요. 다음 달 5일 전까지 신청하실 수 있어요. 계좌 이체의 현금영수증은 결제할 때나 결제 후 30일 안에 영수증 화면에서 신청해 주세요.`,
    },
  },
  {
    slug: "payment-declined",
    auto: true,
    en: {
      title: "My payment was declined",
      body: `Please check the card number, the expiry date and the card's limit for online payments. Cards from outside Korea need 3-D Secure to be switched on by the bank.

If an authentication window does not open, allow pop-ups for our site or pay in the app. After five failed attempts the payment page is locked for 30 minutes.

A declined payment is never charged, even if your bank shows it as pending for a short time.`,
    },
    ko: {
      title: "결제가 되지 않을 때",
      body: `카드 번호와 유효 기간, 온라인 결제 한도를 확인해 주세요. 해외 카드는 은행에서 3D 보안 인증을 켜야 결제할 수 있어요.

인증 창이 열리지 않으면 팝업을 허용하시거나 앱에서 결제해 주세요. 결제에 5번 실패하면 30분 동안 결제 화면이 잠겨요.

승인되지 않은 결제는 은행 화면에 잠시 표시되더라도 청구되지 않아요.`,
    },
  },
  {
    slug: "charged-twice",
    auto: false,
    en: {
      title: "I see the same charge twice",
      body: `When a payment is tried twice, the bank may show two amounts although only one is charged. The first one is a reservation and disappears within three working days.

If both amounts are still there after three working days, send us the order number and the date of both charges. A person compares them with our payment records.`,
    },
    ko: {
      title: "같은 금액이 두 번 결제된 것처럼 보일 때",
      body: `결제를 두 번 시도하면 한 번만 청구되더라도 은행 화면에 두 건이 보일 수 있어요. 먼저 보이는 건은 가승인이고 영업일 기준 3일 안에 사라져요.

영업일 기준 3일 뒤에도 두 건이 남아 있으면 주문 번호와 두 결제의 날짜를 알려 주세요. 담당자가 결제 기록과 비교해 확인할게요.`,
    },
  },
];
