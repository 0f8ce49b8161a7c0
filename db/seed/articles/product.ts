import type { SeedArticle } from "./article.ts";

export const product: SeedArticle[] = [
  {
    slug: "boot-sizing",
    auto: true,
    en: {
      title: "Find the right size of hiking boots",
      body: `Measure your foot in the evening, standing, from the heel to the longest toe, and add 10 mm: that is your boot size in millimetres. Most people take half a size more than in street shoes.

Wear the socks you hike in when you try the boots. Your toes must not touch the front when you walk downhill, and the heel must not lift.

For wide feet choose models marked 2E or 4E on the product page.`,
    },
    ko: {
      title: "등산화 사이즈 고르는 방법",
      body: `저녁에 선 자세로 뒤꿈치에서 가장 긴 발가락까지 재고 10mm를 더하면 등산화 사이즈예요. 보통 운동화보다 반 치수 크게 선택하시면 돼요.

등산할 때 신는 양말을 신고 착용해 보세요. 내리막에서 발가락이 앞에 닿지 않고 뒤꿈치가 들리지 않아야 해요.

발볼이 넓으시면 상품 화면에 2E나 4E로 표시된 모델을 선택해 주세요.`,
    },
  },
  {
    slug: "choose-sleeping-bag",
    auto: true,
    en: {
      title: "Choose a sleeping bag",
      body: `Look at the comfort temperature, not at the limit: choose one that is five degrees lower than the coldest night you expect. For Korean spring and autumn a comfort temperature of 0 °C is right, for winter camping −10 °C.

Down is lighter and packs smaller; synthetic filling keeps warm when it is damp and costs less. A mat with an R-value of 4 or more matters as much as the bag in winter.`,
    },
    ko: {
      title: "침낭 고르는 방법",
      body: `한계 온도가 아니라 쾌적 온도를 보시고, 예상하는 최저 기온보다 5도 낮은 제품을 선택해 주세요. 국내 봄가을에는 쾌적 온도 0도, 겨울 캠핑에는 영하 10도가 알맞아요.

다운 침낭은 가볍고 작게 접혀요. 합성 충전재는 습기에 강하고 가격이 낮아요. 겨울에는 R값이 4 이상인 매트도 침낭만큼 중요해요.`,
    },
  },
  {
    slug: "tent-care",
    auto: true,
    en: {
      title: "Dry and store a tent",
      body: `Always dry the tent completely before you store it, hanging in the shade for about a day. A tent stored damp grows mould within a few days, which the warranty does not cover.

Clean it with lukewarm water and a soft sponge, without detergent and never in a washing machine. Spray the fly with a waterproofing agent after about 20 nights.`,
    },
    ko: {
      title: "텐트 건조와 보관 방법",
      body: `보관하기 전에 그늘에 하루 정도 걸어 완전히 말려 주세요. 젖은 채로 보관하면 며칠 만에 곰팡이가 생기고, 이 경우 보증을 받을 수 없어요.

미지근한 물과 부드러운 스펀지로 닦아 주세요. 세제와 세탁기는 사용하지 말아 주세요. 20박 정도 사용한 뒤에는 플라이에 발수제를 뿌려 주세요.`,
    },
  },
  {
    slug: "wash-down",
    auto: true,
    en: {
      title: "Wash a down jacket",
      body: `Wash a down jacket at 30 °C on a gentle cycle with a detergent for down, and rinse it twice. Do not use fabric softener or bleach, and do not have it dry-cleaned.

Tumble-dry it on low heat with two tennis balls until no lumps are left, which takes about three hours. Store it hanging, not compressed.`,
    },
    ko: {
      title: "다운 재킷 세탁 방법",
      body: `다운 전용 세제로 30도에서 울 코스로 세탁하고 두 번 헹궈 주세요. 섬유 유연제와 표백제, 드라이클리닝은 피해 주세요.

건조기는 낮은 온도에서 테니스공 두 개와 함께 뭉침이 없어질 때까지 돌려 주세요. 보통 3시간 정도 걸려요. 압축하지 말고 걸어서 보관해 주세요.`,
    },
  },
];
