import type { SeedArticle } from "./article.ts";

export const business: SeedArticle[] = [
  {
    slug: "group-orders",
    auto: false,
    en: {
      title: "Orders for companies, schools and clubs",
      body: `From 20 pieces of one model we make you a quote within two working days. Tell us the model, the sizes, the date you need them and where they go.

Logos can be printed from 30 pieces; that takes ten working days more. Payment by invoice within 30 days is possible for registered businesses.`,
    },
    ko: {
      title: "기업·학교·동호회 단체 주문",
      body: `한 모델을 20개 이상 주문하시면 영업일 기준 2일 안에 견적을 보내 드려요. 모델과 사이즈, 필요한 날짜, 받으실 곳을 알려 주세요.

로고 인쇄는 30개부터 가능하고 영업일 기준 10일이 더 걸려요. 사업자 고객은 30일 안에 세금계산서로 결제하실 수 있어요.`,
    },
  },
];
