import type { SeedArticle } from "./article.ts";

export const refunds: SeedArticle[] = [
  {
    slug: "refund-timing",
    auto: true,
    en: {
      title: "When a refund arrives",
      body: `We check returned items within two working days of their arrival and start the refund on the same day. You get an e-mail when the refund has started.

A refund to a card shows on your account after three to five working days. A refund by bank transfer takes one working day. Points come back at once.

If the refund has not arrived after that, write to us with the order number and a person looks into it.`,
    },
    ko: {
      title: "환불은 언제 되나요",
      body: `반품 상품이 도착하면 영업일 기준 2일 안에 검수하고 당일에 환불을 시작해요. 환불이 시작되면 이메일로 알려 드려요.

카드 환불은 영업일 기준 3~5일 뒤에 확인하실 수 있어요. 계좌 환불은 영업일 기준 1일 걸려요. 포인트는 바로 돌려 드려요.

그 뒤에도 환불이 되지 않으면 주문 번호를 알려 주세요. 담당자가 확인할게요.`,
    },
  },
  {
    slug: "cancel-order",
    auto: true,
    en: {
      title: "Cancel an order",
      body: `You can cancel an order yourself while it is Paid or Preparing: open My orders, choose the order and press Cancel order. The payment is released on the same day.

An order that is already Shipped cannot be cancelled. Please refuse the parcel at the door or return it after delivery.

To cancel only some items, press Cancel beside each of them.`,
    },
    ko: {
      title: "주문 취소하기",
      body: `주문 상태가 결제 완료나 상품 준비 중이면 직접 취소하실 수 있어요. 내 주문에서 주문을 선택하고 주문 취소를 눌러 주세요. 결제는 당일 취소돼요.

이미 배송이 시작된 주문은 취소할 수 없어요. 배송 때 수취를 거절하시거나 받은 뒤 반품해 주세요.

일부 상품만 취소하시려면 상품 옆의 취소를 눌러 주세요.`,
    },
  },
];
