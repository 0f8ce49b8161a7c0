import type { SeedArticle } from "./article.ts";

export const warranty: SeedArticle[] = [
  {
    slug: "two-year-warranty",
    auto: true,
    en: {
      title: "What the two-year warranty covers",
      body: `Everything we sell has a two-year warranty from the day of delivery against faults in material and workmanship. Broken seams, peeling membranes and failed zips are covered.

Normal wear, cuts, burns and damage by wrong washing are not covered, but we repair them for a fee. You do not need to keep the receipt: your order number is enough.`,
    },
    ko: {
      title: "2년 품질 보증 안내",
      body: `모든 상품은 받은 날부터 2년 동안 소재와 제작 결함에 대해 보증해요. 봉제 터짐, 멤브레인 박리, 지퍼 고장은 무상으로 수리해 드려요.

자연스러운 마모와 찢어짐, 불에 탄 자국, 잘못된 세탁으로 생긴 손상은 보증되지 않지만 유상으로 수리해 드려요. 영수증 없이 주문 번호만 있으면 돼요.`,
    },
  },
  {
    slug: "repair-service",
    auto: true,
    en: {
      title: "Have something repaired and order spare parts",
      body: `Open My orders, choose the item and press Repair; describe the damage and add a photo. We tell you the price within two working days, and nothing is done before you agree.

A repair takes about ten working days. A zip costs ₩20,000, a patch ₩10,000, a tent pole section ₩8,000. Buckles, stove seals and tent pegs can be ordered as spare parts without sending anything in.`,
    },
    ko: {
      title: "수리 신청과 부품 주문",
      body: `내 주문에서 상품을 선택하고 수리를 눌러 손상 내용과 사진을 남겨 주세요. 영업일 기준 2일 안에 비용을 알려 드리고, 동의하신 뒤에 수리를 시작해요.

수리는 영업일 기준 10일 정도 걸려요. 지퍼 교체는 20,000원, 패치는 10,000원, 텐트 폴 마디는 8,000원이에요. 버클과 스토브 패킹, 텐트 펙은 보내지 않고 부품으로 주문하실 수 있어요.`,
    },
  },
];
