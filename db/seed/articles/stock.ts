import type { SeedArticle } from "./article.ts";

export const stock: SeedArticle[] = [
  {
    slug: "restock-alert",
    auto: true,
    en: {
      title: "Be told when something is back in stock",
      body: `Press Notify me on the product page and choose your size. We send one e-mail as soon as it is back; most sizes return within two to three weeks.

An alert does not reserve the item. Items marked Last season do not come back.`,
    },
    ko: {
      title: "재입고 알림 받기",
      body: `상품 화면에서 재입고 알림을 누르고 사이즈를 선택해 주세요. 입고되면 바로 이메일을 한 번 보내 드려요. 대부분 2~3주 안에 다시 들어와요.

알림을 신청해도 상품이 예약되지는 않아요. 지난 시즌으로 표시된 상품은 다시 들어오지 않아요.`,
    },
  },
  {
    slug: "pre-orders",
    auto: true,
    en: {
      title: "How pre-orders work",
      body: `The product page of a pre-order shows the week in which we ship it. Your card is charged when you order, and you may cancel free of charge until the item ships.

If the date moves by more than a week, we write to you and you can choose between waiting and a refund. Other items of the same order are sent first, without further delivery costs.`,
    },
    ko: {
      title: "예약 구매 안내",
      body: `예약 상품의 화면에는 출고되는 주가 표시돼요. 결제는 주문할 때 이루어지고, 출고되기 전까지 무료로 취소하실 수 있어요.

출고일이 일주일 넘게 늦어지면 이메일로 알려 드리고, 기다리실지 환불받으실지 선택하실 수 있어요. 함께 주문하신 다른 상품은 추가 배송비 없이 먼저 보내 드려요.`,
    },
  },
];
