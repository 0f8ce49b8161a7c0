import type { Concept } from "../concept.ts";

export const moneyConcepts: readonly Concept[] = [
  {
    id: "billing",
    named: {
      english: "billing|charges?|payments?|pay|finance|fees?",
      korean: "결제|청구|요금(?!제)|과금|납부|카드",
    },
    near: ["invoice", "subscription", "refund"],
    english: [
      [
        3,
        "(?:charged|billed|debited|deducted|paid|took|taken|withdrawn|withdrew) (?:\\p{L}+ ){0,6}(?:twice|double|again|too much|extra|wrong(?:ly)?|more than|two times|three times|months?|after (?:i )?cancel\\p{L}*|even though|without)|(?:double|duplicate|two|identical|unknown|unexpected|wrong|extra|hidden|incorrect|mystery|strange|same|unrecogni[sz]ed|additional) (?:\\p{L}+ )?(?:charges?|payments?|debits?|transactions?|fees?|billing)|over.?charged|(?:payment|card|transaction|checkout) (?:\\p{L}+ ){0,3}(?:declined|failed|fails|rejected|refused|pending|not going through|didn't go through|error|doesn't work|not accepted|blocked|stuck)|(?:card|bank|credit card) (?:statement|bill)|(?:charge|payment|transaction|debit)s? (?:\\p{L}+ ){0,3}(?:on my|on our|from my|from our) (?:\\p{L}+ )?(?:card|account|statement|bank|bill)|(?:update|change|add|remove|replace|new|expired|different) (?:\\p{L}+ ){0,4}(?:credit card|debit card|payment (?:method|details|card|info\\p{L}*)|card (?:details|number|on file)|bank (?:account|details)|billing (?:address|details|info\\p{L}*))|(?:payment|pay) (?:methods?|options?|by|via|with|in instal\\p{L}+)|instal?lments?|why (?:was|am|did|were|is) (?:\\p{L}+ ){0,3}(?:charged|billed|my bill)|price (?:went up|increase|changed|difference)",
      ],
      [
        1.5,
        "charged?|charges|charging|billing|billed|bill|payments?|paid|paying|deduct(?:ed|ion)|debit(?:ed)?|credit card|paypal|apple pay|google pay|bank transfer|direct debit|vat|currency|fees?|surcharge|prices?|cost",
      ],
    ],
    korean: [
      [
        3,
        "(?:이중|중복|두 ?번|2번|세 ?번|과다|잘못|추가|부당|자동|또|같은 ?금액).{0,8}(?:결제|청구|출금|인출|승인|빠져|과금)|(?:결제|청구|출금|승인|인출)(?:가|이|도|를|을)? ?.{0,8}(?:두 ?번|2번|두 ?건|2건|세 ?번|이중|중복|잘못|더 ?(?:많|나)|됐는데|되었는데|안 ?됐|실패|거절|오류|안 ?돼|안 ?되|안 ?됩|취소되|막|보류)|(?:카드|통장|계좌)(?:에서|에|로|가|이)? ?.{0,10}(?:빠져|나갔|결제|출금|인출|거절|승인|등록|변경|만료|바꾸|바꿔|교체|내역)|결제 ?(?:수단|방법|카드|방식|정보|내역|실패|오류|금액|대금|취소|일|예정)|(?:돈|금액|요금|비용)(?:이|을)? ?.{0,6}(?:빠져|나갔|청구|더 ?나|잘못|올랐|인상|이상)|(?:모르는|처음 ?보는|알 ?수 ?없는|이상한) ?(?:결제|청구|출금|금액)|무이자|할부|계좌 ?이체|무통장|입금|가상 ?계좌|카카오 ?페이|네이버 ?페이|간편 ?결제|페이팔|연체|미납|수수료",
      ],
      [1.5, "결제|청구|요금(?!제)|과금|납부|카드 ?내역|출금|승인|금액|가격"],
    ],
    phrases: {
      english: [
        "I was charged twice for the same order",
        "there is a payment on my card statement I don't know",
        "my card is declined at checkout although it works elsewhere",
        "why is my bill higher this month",
        "I'd like to change my payment method",
        "the money left my account but the order is not there",
        "can I pay by bank transfer",
        "my credit card expired, how do I add the new one",
        "you charged me after I cancelled",
        "payment failed three times",
        "is there a fee for paying in another currency",
        "can I pay in instalments",
        "duplicate transaction on my account",
      ],
      korean: [
        "같은 주문이 두 번 결제됐어요",
        "카드 명세서에 모르는 결제가 있습니다",
        "결제가 자꾸 실패합니다",
        "이번 달 요금이 왜 더 나왔나요",
        "결제 수단을 변경하고 싶어요",
        "돈은 빠져나갔는데 주문이 없어요",
        "계좌 이체로 낼 수 있나요",
        "카드가 만료돼서 새 카드로 바꿔야 해요",
        "해지했는데 계속 돈이 빠져나가요",
        "카드 승인이 거절됩니다",
        "무통장 입금 확인이 안 됩니다",
        "할부로 결제할 수 있나요",
        "금액이 잘못 청구됐습니다",
      ],
    },
  },
  {
    id: "invoice",
    named: {
      english: "invoices?|receipts?|tax(?:es)?|bills?",
      korean: "영수증|세금 ?계산서|계산서|증빙|현금 ?영수증|청구서",
    },
    near: ["billing", "account"],
    english: [
      [
        3,
        "invoices?|receipts?|tax (?:id|number|invoice|receipt|exempt\\p{L}*|certificate)|vat (?:number|id|invoice|rate)|company name on|proof of (?:purchase|payment)|billing (?:documents?|history|statement)|credit note|purchase order number|for (?:my|our|the) (?:accountant|accounting|bookkeep\\p{L}+|tax return|expense report|tax office)|w-?9|statement of account",
      ],
    ],
    korean: [
      [
        3,
        "영수증|세금 ?계산서|계산서|현금 ?영수증|증빙|거래 ?명세(?:서|표)|청구서|사업자 ?(?:등록)? ?(?:번호|등록증|명의)|부가세|부가 ?가치세|연말 ?정산|소득 ?공제|지출 ?증빙|구매 ?(?:확인서|증명)|결제 ?(?:확인서|증명)|회계|경비 ?처리",
      ],
    ],
    phrases: {
      english: [
        "where can I download my invoice",
        "please send me a receipt for my last order",
        "our company name is missing on the invoice",
        "I need the VAT number added",
        "invoice for March please",
        "can you correct the address on the invoice",
        "I need a proof of purchase for my insurance",
        "our accountant needs all receipts of last year",
        "how do I get a tax invoice",
      ],
      korean: [
        "영수증을 어디서 받나요",
        "세금계산서 발행 부탁드립니다",
        "현금영수증 신청하고 싶어요",
        "지난달 청구서를 다시 보내 주세요",
        "사업자등록번호를 넣어서 발행해 주세요",
        "거래명세서가 필요합니다",
        "세금계산서 회사명이 틀렸어요",
        "연말정산용 증빙이 필요해요",
        "구매 확인서를 받을 수 있나요",
      ],
    },
  },
  {
    id: "refund",
    named: { english: "refunds?|money back|reimburse\\p{L}*", korean: "환불|환급" },
    near: ["order_cancel", "return", "billing"],
    english: [
      [
        3,
        "refund(?:s|ed|ing)?|money back|money (?:\\p{L}+ ){0,3}back|reimburse\\p{L}*|chargeback|get (?:\\p{L}+ ){0,3}(?:cash|money|payment) back|returned (?:the |my )?(?:payment|money)|credited back|store credit|return(?:ed|ing)? (?:of )?(?:my |the )?(?:money|payment)|(?:money|amount|payment) (?:\\p{L}+ ){0,3}(?:returned|come back|reach)",
      ],
    ],
    korean: [
      [
        3,
        "환불|환급|돈(?:을)? ?(?:돌려|다시|언제)|돌려 ?(?:받|주|달)|취소 ?(?:금액|대금)|(?:카드|승인|결제) ?취소(?:는|가|된|금)?|반환(?:금|해|받)|되돌려|예치금",
      ],
    ],
    phrases: {
      english: [
        "when will I get my refund",
        "I want my money back",
        "the refund has not reached my card yet",
        "you only refunded part of the amount",
        "can I get a refund as store credit",
        "how long do refunds take",
        "refund for the returned jacket",
        "I was promised a refund two weeks ago",
        "how do I ask for a refund",
        "refund went to my old card",
        "do I get the shipping cost back",
      ],
      korean: [
        "환불은 언제 되나요",
        "환불해 주세요",
        "환불 금액이 아직 안 들어왔어요",
        "일부만 환불됐어요",
        "카드 취소는 며칠 걸리나요",
        "반품했는데 환불이 안 됐습니다",
        "포인트 말고 현금으로 환불받을 수 있나요",
        "환불 신청 방법을 알려 주세요",
        "배송비도 환불되나요",
        "해지한 카드로 환불이 됐어요",
      ],
    },
  },
  {
    id: "order_cancel",
    named: {
      english: "cancell?ations?|cancel|order (?:changes?|issues?|management)|orders?",
      korean: "취소|주문 ?(?:변경|관리|문의)?",
    },
    near: ["refund", "delivery", "return"],
    english: [
      [
        3,
        "(?:cancel(?:l?ed|l?ing|lation)?|stop|undo|void|abort|call off|revoke) (?:\\p{L}+ ){0,4}(?:orders?|purchases?|shipment|pre.?order|reservation|item|booking)|(?:order|purchase)s? (?:\\p{L}+ ){0,3}(?:cancel(?:l?ed|lation)?|by mistake|by accident|accidentally|twice)|(?:ordered|bought|purchased|chose|picked|selected) (?:\\p{L}+ ){0,3}(?:wrong|by mistake|by accident|accidentally|twice|two instead)|(?:wrong|different) (?:size|colou?r|quantity|item|model)(?: \\p{L}+){0,4} (?:order|cancel|ordered)|(?:change|modify|edit|amend|add (?:\\p{L}+ )?(?:to)?) (?:\\p{L}+ ){0,3}order(?! status)|cancellation (?:policy|fee|charge|penalty)|(?:don't|do not|no longer) (?:want|need) (?:it|the order|this order|these|them|this)(?: anymore)?|changed my mind",
      ],
      [1.2, "cancel(?:l?ed|l?ing|lation)?|placed (?:an|the|my) order|order number"],
    ],
    korean: [
      [
        3,
        "(?:주문|구매|예약|예약 ?구매|결제|상품)(?:을|를|한 ?것|한 ?거|건|은|이|했는데|하자마자)? ?.{0,14}(?:취소)(?!.{0,3}(?:금액|대금))|취소(?:할|하|해|가|를|는|도)? ?(?:수|고 ?싶|려|면|주|가능|되|방법|신청|요청|부탁|수수료)|(?:잘못|실수로|착각|모르고|다른) ?(?:주문|구매|샀|골라|고르|눌러|선택|시켰|시킨|담)|주문 ?(?:변경|수정|정정|취소|철회)|(?:색상|사이즈|수량|옵션|모델|색깔)(?:을|를|이)? ?.{0,6}(?:잘못 ?(?:골|고|선|주|넣|눌|시)|바꿔 ?(?:서)? ?주문|변경)|마음이 ?(?:바뀌|변)|변심",
      ],
      [1.2, "취소|주문 ?(?:번호|내역|했)"],
    ],
    phrases: {
      english: [
        "I want to cancel my order",
        "I ordered the wrong colour, can I still cancel",
        "please stop the shipment",
        "I accidentally ordered twice",
        "can I change the quantity of my order",
        "add another item to my order",
        "is there a cancellation fee",
        "I changed my mind about the purchase",
        "cancel the order before it ships",
        "the cancel button is greyed out",
      ],
      korean: [
        "주문을 취소하고 싶어요",
        "색상을 잘못 골라서 주문했어요",
        "실수로 두 번 주문했습니다",
        "아직 발송 전이면 취소해 주세요",
        "주문 수량을 변경할 수 있나요",
        "주문에 상품을 추가하고 싶어요",
        "취소 수수료가 있나요",
        "마음이 바뀌어서 취소하려고 합니다",
        "취소 버튼이 안 보여요",
        "옵션을 바꿔서 다시 주문하고 싶어요",
      ],
    },
  },
  {
    id: "coupon",
    named: {
      english: "coupons?|vouchers?|points?|rewards?|loyalty|promo\\p{L}*|discounts?|gift cards?|credits?",
      korean: "쿠폰|포인트|적립|마일리지|할인|혜택|기프트|상품권|이벤트|프로모션|등급",
    },
    near: ["billing", "subscription", "account"],
    english: [
      [
        3,
        "coupons?|vouchers?|promo(?:tion(?:al)?)?s?(?: code)?|discounts?(?: code)?|(?:reward|loyalty|bonus|membership|my|the|earned|earn|collect\\p{L}*|redeem\\p{L}*|use|expired?|missing|lost|of my|\\d) ?(?:\\p{L}+ )?points|points? (?:\\p{L}+ ){0,3}(?:expire|balance|missing|gone|disappeared|run out|vanish\\p{L}*|credited|earned|added|redeem\\p{L}*)|rewards?|loyalty|gift ?(?:cards?|certificate|code|voucher)|redeem(?:ed|ing)?|cash ?back|referral (?:bonus|code|reward|link)|welcome (?:bonus|offer|gift)|store credit|miles|stamps?|birthday (?:gift|coupon|offer)|black friday|special offer|code (?:\\p{L}+ ){0,4}(?:not valid|invalid|rejected|doesn't work|not work\\p{L}*|expired|not accepted)|sale price|vip (?:tier|status|level)",
      ],
    ],
    korean: [
      [
        3,
        "쿠폰|할인(?:율|가|코드|권| ?코드|이|을|은|받)?|포인트|적립(?:금|이|을|되|안|률)?|마일리지|프로모션|프로모 ?코드|기프트 ?(?:카드|콘)|상품권|혜택|캐시백|리워드|추천인|친구 ?초대|이벤트|등급(?!이 ?낮)|웰컴|생일 ?(?:쿠폰|혜택)|소멸|스탬프|사은품|경품|당첨|응모|출석|예치금",
      ],
    ],
    phrases: {
      english: [
        "the coupon code is not accepted",
        "my points are missing",
        "when do my reward points expire",
        "how do I redeem a gift card",
        "the discount was not applied to my order",
        "I didn't get the points for my last purchase",
        "can I use two vouchers on one order",
        "my friend signed up but I got no referral bonus",
        "the promo code says expired",
        "how many points do I need for free shipping",
        "the birthday voucher never came",
        "points from a cancelled order",
      ],
      korean: [
        "쿠폰이 적용되지 않아요",
        "포인트가 사라졌어요",
        "적립금은 언제 소멸되나요",
        "기프트 카드는 어떻게 등록하나요",
        "할인이 안 됐습니다",
        "구매했는데 포인트가 안 쌓였어요",
        "쿠폰을 두 장 같이 쓸 수 있나요",
        "친구를 초대했는데 적립이 안 됩니다",
        "할인 코드가 만료됐다고 나와요",
        "생일 쿠폰을 못 받았어요",
        "회원 등급은 어떻게 올라가나요",
        "주문을 취소했는데 쿠폰이 돌아오지 않았어요",
      ],
    },
  },
];
