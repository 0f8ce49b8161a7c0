import type { SeedArticle } from "./article.ts";

export const returns: SeedArticle[] = [
  {
    slug: "return-an-item",
    auto: true,
    en: {
      title: "Return an item",
      body: `You can return unused items with their tags within 30 days of delivery. Open My orders, choose the item and press Return; the courier comes for the parcel within two working days.

A return costs ₩5,000, which we take off the refund. It is free when the item is faulty or we sent the wrong one.

Gas cartridges, opened food and engraved items cannot be returned.`,
    },
    ko: {
      title: "상품 반품하기",
      body: `상품을 받은 날부터 30일 안에 사용하지 않고 태그가 달린 상품을 반품하실 수 있어요. 내 주문에서 상품을 선택하고 반품을 누르시면 영업일 기준 2일 안에 기사님이 방문해요.

반품 배송비는 5,000원이고 환불 금액에서 빼 드려요. 불량이거나 잘못 보내 드린 상품이면 무료예요.

가스 카트리지, 개봉한 식품, 각인 상품은 반품할 수 없어요.`,
    },
  },
  {
    slug: "exchange-size",
    auto: true,
    en: {
      title: "Exchange for another size or colour",
      body: `The first exchange of an order for another size or colour is free. Open My orders, choose the item, press Exchange and pick the new size within 30 days of delivery.

The courier brings the new item and takes the old one at the same time, usually within three working days. Please keep the tags on and the item unworn outdoors.

If the size you want is sold out, return the item instead and we refund it.`,
    },
    ko: {
      title: "사이즈나 색상 교환하기",
      body: `주문당 첫 번째 사이즈·색상 교환은 무료예요. 상품을 받은 날부터 30일 안에 내 주문에서 상품을 선택하고 교환을 눌러 새 사이즈를 골라 주세요.

기사님이 새 상품을 전달하면서 기존 상품을 함께 가져가요. 보통 영업일 기준 3일 안에 진행돼요. 태그는 떼지 말고 야외에서 착용하지 말아 주세요.

원하시는 사이즈가 품절이면 반품해 주시면 환불해 드려요.`,
    },
  },
  {
    slug: "faulty-on-arrival",
    auto: false,
    en: {
      title: "The item arrived damaged, faulty or wrong",
      body: `We are sorry. Please send us your order number and a photo of the damage or of the wrong item within seven days of delivery.

A person checks the photo, usually on the same working day. We then send a replacement and collect the faulty item free of charge, or refund it in full if you prefer.`,
    },
    ko: {
      title: "파손·불량·오배송 상품을 받았을 때",
      body: `불편을 드려 죄송해요. 상품을 받은 날부터 7일 안에 주문 번호와 함께 파손 부분이나 잘못 온 상품의 사진을 보내 주세요.

담당자가 보통 당일 영업시간 안에 사진을 확인해요. 확인 후 새 상품을 보내 드리고 불량 상품은 무료로 회수해요. 원하시면 전액 환불해 드려요.`,
    },
  },
];
