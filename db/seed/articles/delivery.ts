import type { SeedArticle } from "./article.ts";

export const delivery: SeedArticle[] = [
  {
    slug: "delivery-times",
    auto: true,
    en: {
      title: "How long delivery takes and what it costs",
      body: `Orders placed before 2 pm on a working day leave our warehouse the same day. Delivery within Korea takes one to two working days. Delivery to Jeju and the islands takes two to four working days.

Delivery costs ₩3,000 and is free for orders of ₩50,000 or more. For Jeju and the islands we add ₩3,000 to every order.

We do not deliver on Sundays and public holidays, so an order placed on Friday afternoon usually arrives on Tuesday.`,
    },
    ko: {
      title: "배송 기간과 배송비 안내",
      body: `평일 오후 2시 이전에 주문하시면 당일 출고돼요. 국내 배송은 출고 후 영업일 기준 1~2일 걸려요. 제주와 도서 산간 지역은 2~4일 걸려요.

배송비는 3,000원이고, 50,000원 이상 주문하시면 무료예요. 제주와 도서 산간 지역은 모든 주문에 3,000원이 추가돼요.

일요일과 공휴일에는 배송하지 않아요. 금요일 오후에 주문하신 상품은 보통 화요일에 도착해요.`,
    },
  },
  {
    slug: "track-parcel",
    auto: true,
    en: {
      title: "Track your parcel",
      body: `Open My orders, choose the order and press Track parcel to see where it is now. We also send the tracking number by e-mail as soon as the parcel leaves our warehouse.

A new tracking number can take up to 12 hours before the carrier shows anything. If tracking has not moved for three working days, write to us with your order number and we ask the carrier to search for the parcel.`,
    },
    ko: {
      title: "배송 조회하는 방법",
      body: `내 주문에서 주문을 선택하고 배송 조회를 누르시면 지금 위치를 볼 수 있어요. 상품이 출고되면 운송장 번호를 이메일로도 보내 드려요.

운송장 번호가 나온 뒤 택배사 화면에 표시되기까지 최대 12시간이 걸릴 수 있어요. 영업일 기준 3일 동안 배송 상태가 바뀌지 않으면 주문 번호를 알려 주세요. 택배사에 확인을 요청할게요.`,
    },
  },
  {
    slug: "change-delivery-address",
    auto: true,
    en: {
      title: "Change the delivery address of an order",
      body: `You can change the address yourself while the order is Paid or Preparing: open My orders, choose the order and press Change address.

Once the order is Shipped we can no longer change the address. In that case call the carrier with your tracking number; they can hold the parcel at a pick-up point near you.

Changing the default address in your account does not change orders you have already placed.`,
    },
    ko: {
      title: "주문한 상품의 배송지 변경하기",
      body: `주문 상태가 결제 완료나 상품 준비 중이면 직접 배송지를 바꾸실 수 있어요. 내 주문에서 주문을 선택하고 배송지 변경을 눌러 주세요.

배송이 시작된 뒤에는 배송지를 바꿀 수 없어요. 이때는 운송장 번호로 택배사에 전화하시면 가까운 지점에서 받으실 수 있어요.

회원 정보의 기본 배송지를 바꿔도 이미 주문하신 상품의 배송지는 바뀌지 않아요.`,
    },
  },
  {
    slug: "marked-delivered-not-here",
    auto: false,
    en: {
      title: "The parcel is marked as delivered but is not here",
      body: `Please look at the delivery photo in tracking first, and ask neighbours or the building's front desk. Carriers sometimes mark a parcel as delivered a few hours early, so please wait until the next working day.

If it has still not come, tell us within seven days of the delivery date, with your order number. We open a search with the carrier, which takes up to three working days, and then send the goods again or refund you.`,
    },
    ko: {
      title: "배송 완료인데 상품을 받지 못했을 때",
      body: `먼저 배송 조회에서 배송 사진을 확인하시고, 이웃이나 경비실에도 확인해 주세요. 택배사가 몇 시간 먼저 배송 완료로 처리하는 경우가 있어서 다음 영업일까지 기다려 주세요.

그래도 도착하지 않으면 배송 완료일부터 7일 안에 주문 번호와 함께 알려 주세요. 택배사 확인에는 영업일 기준 최대 3일이 걸리고, 확인 후 다시 보내 드리거나 환불해 드려요.`,
    },
  },
  {
    slug: "international-shipping",
    auto: true,
    en: {
      title: "Delivery to other countries",
      body: `We ship to 20 countries, among them Japan, Taiwan, Singapore, the United States, Canada, Australia and the countries of the European Union. International delivery takes five to nine working days after dispatch.

It costs 15 US dollars per order and is free from 150 US dollars. Import duty and tax are not included and are paid by the recipient to the carrier.

Gas cartridges, lighters and bear spray cannot be shipped abroad.`,
    },
    ko: {
      title: "해외 배송 안내",
      body: `일본, 대만, 싱가포르, 미국, 캐나다, 호주와 유럽 연합을 포함해 20개 나라로 배송해요. 해외 배송은 출고 후 영업일 기준 5~9일 걸려요.

해외 배송비는 주문당 15달러이고, 150달러 이상이면 무료예요. 관세와 부가세는 포함되지 않으며 받는 분이 택배사에 내셔야 해요.

가스 카트리지, 라이터, 곰 스프레이는 해외로 보낼 수 없어요.`,
    },
  },
];
