import type { Concept } from "../concept.ts";

export const goodsConcepts: readonly Concept[] = [
  {
    id: "delivery",
    named: {
      english: "deliver(?:y|ies)|shipping|shipments?|tracking|logistics|dispatch",
      korean: "배송|배달|택배|발송|물류|출고",
    },
    near: ["order_cancel", "stock", "return"],
    english: [
      [
        3,
        "deliver(?:y|ies|ed|ing|s)?|ship(?:ped|ping|ment|ments|s)?(?! with)|parcels?|packages?|courier|tracking(?! pixel)|track (?:my|the|an|our)|post(?:man|al|age)|carrier|in transit|customs|dispatch(?:ed)?|(?:where(?:'s| is| are)|when (?:will|does|is)|has) (?:\\p{L}+ )?(?:my |the |our )(?:\\p{L}+ )?(?:order|parcel|package|stuff|item|box|delivery|purchase)|(?:order|item|it|box|letter) (?:\\p{L}+ ){0,3}(?:(?:hasn't|has not|haven't|never|not|didn't|did not) (?:\\p{L}+ )?(?:arrive|come|turn|show|reach|been delivered)\\p{L}*|arriv\\p{L}+ (?:late|yet|today|tomorrow|on|by))|(?:delivery|shipping|new|different|wrong|change|other|correct) (?:\\p{L}+ ){0,2}address|(?:send|ship|deliver|redirect|forward) (?:\\p{L}+ ){0,4}(?:to (?:my|a|another|the) (?:\\p{L}+ )?(?:address|house|office|place|neighbou?r)|instead|abroad|overseas)|moved (?:house|last|recently|to)|left (?:\\p{L}+ ){0,4}(?:outside|rain|door|neighbou?r|doorstep|porch|garden)|pick.?up (?:point|location|station)|(?:express|same.day|next.day|international) (?:delivery|shipping)|handed to (?:resident|neighbou?r)|doorstep|driver|mailbox|eta",
      ],
      [0.8, "arriv(?:e|ed|es|al|ing)|late|delayed|delay|waiting for my|still waiting|island"],
    ],
    korean: [
      [
        3,
        "배송|배달|택배|송장|운송장|발송|출고|도착|수령지|배송지|주소(?:를|로|가|지)? ?.{0,6}(?:변경|바꾸|바꿔|잘못|수정|틀|받)|새 ?주소|이사(?!회)|(?:물건|상품|주문한 ?(?:거|것|물건|상품)|택배|책|옷)(?:이|은|도|가)? ?.{0,8}(?:언제 ?(?:와|오|도착|받)|안 ?(?:와|왔|옵|오)|아직|어디쯤|못 ?받)|언제 ?(?:와요|오나요|도착|받을 ?수|옵니까)|어디(?:쯤|까지) ?(?:왔|인가|오)|기사(?:님)?(?:이|가|께서)?|문 ?앞|경비실|부재|통관|관세|해외 ?배송|제주|도서 ?산간|새벽 ?배송|당일 ?배송|익일|퀵|픽업|분실(?:된|됐)? ?(?:택배|물건)|이동 ?(?:중|이 ?없)|조회(?:가|를)? ?(?:안|그대로|해)",
      ],
      [0.8, "늦(?:어|게|네|는)|지연|받지 ?못|못 ?받았|어디"],
    ],
    phrases: {
      english: [
        "where is my order",
        "my parcel has not arrived yet",
        "tracking says delivered but I have nothing",
        "the delivery is three days late",
        "I need to change the shipping address",
        "how long does shipping take",
        "do you ship abroad",
        "the courier left the package in the rain",
        "can I pick it up at a station instead",
        "the tracking number does not work",
        "customs wants money from me",
        "only half of the order was delivered",
        "can you deliver on Saturday",
        "the driver never rang the bell",
        "it was delivered to the neighbour without telling me",
      ],
      korean: [
        "주문한 물건이 언제 오나요",
        "택배가 아직 도착하지 않았어요",
        "배송 완료라고 나오는데 못 받았습니다",
        "배송이 사흘이나 늦어요",
        "배송지를 바꾸고 싶어요",
        "배송은 며칠 걸리나요",
        "해외로도 보내 주시나요",
        "기사님이 물건을 비 맞게 두고 가셨어요",
        "송장 번호 조회가 안 됩니다",
        "주문한 것 중 일부만 왔어요",
        "토요일에 받을 수 있나요",
        "이사해서 새 주소로 보내 주세요",
        "경비실에 맡겼다는데 없어요",
        "제주도 배송비는 얼마인가요",
        "발송은 언제 하나요",
      ],
    },
  },
  {
    id: "return",
    named: { english: "returns?|exchanges?|replace\\p{L}*", korean: "반품|교환|교체" },
    near: ["refund", "damaged", "delivery"],
    english: [
      [
        3,
        "return(?:s|ed|ing)? (?:\\p{L}+ ){0,4}(?:item|product|order|label|shoes?|shirt|dress|jacket|it|them|this|these|policy|window|form|parcel|package|goods|two|one|purchase|the)|return (?:label|policy|window|shipping|process|address|period)|send (?:\\p{L}+ ){0,3}back|sent (?:\\p{L}+ ){0,4}back|exchang(?:e|ed|ing)|swap(?:ped|ping)?|replace(?:ment|d)?|(?:too|a bit|a little) (?:small|big|large|tight|loose|short|long|wide|narrow)|(?:wrong|different|another|other|larger|smaller|bigger|next) size|doesn't fit|does not fit|don't fit|not fit|bring (?:it|them) back|take (?:it|them) back|unopened|original packaging|warehouse",
      ],
      [1.5, "returns?|returned|returning|size \\d+|sizes?"],
    ],
    korean: [
      [
        3,
        "반품|교환|바꾸고 ?싶|바꿔 ?(?:주|달|줄)|(?:사이즈|치수|크기|색상|색)(?:가|이|를|을)? ?.{0,8}(?:작|크|안 ?맞|교환|바꾸|다른|한 ?치수|업|맞지)|(?:너무|좀|조금|옷이|신발이|바지가) ?(?:작|커|크|끼|헐렁|길|짧)|(?:작아|커|끼어|헐렁해|안 ?맞아)서|돌려 ?보내|반송|수거|회수|왕복 ?배송비|한 ?치수|물류 ?센터|새 ?(?:상품|제품)으로",
      ],
      [1, "사이즈|치수"],
    ],
    phrases: {
      english: [
        "I want to return an item",
        "how do I exchange shoes for another size",
        "where do I find the return label",
        "the jacket is too small, can I swap it",
        "can I return something after 14 days",
        "I sent the parcel back, did you receive it",
        "who pays for return shipping",
        "I no longer have the original box, can I still return it",
        "exchange for a different colour",
        "the trousers don't fit",
        "when does the replacement ship",
        "return two items from different orders in one box",
      ],
      korean: [
        "반품하고 싶어요",
        "한 치수 큰 걸로 교환할 수 있나요",
        "반품 접수는 어떻게 하나요",
        "옷이 너무 작아서 바꾸고 싶습니다",
        "수령한 지 2주가 지났는데 반품되나요",
        "반품 보낸 물건 도착했나요",
        "반품 배송비는 누가 내나요",
        "상자를 버렸는데 반품할 수 있나요",
        "다른 색상으로 교환 부탁드려요",
        "사이즈가 안 맞아요",
        "교환 상품은 언제 오나요",
        "수거 기사님이 안 오셨어요",
      ],
    },
  },
  {
    id: "damaged",
    named: {
      english: "damaged|faulty|defect\\p{L}*|broken|quality|wrong items?|missing items?",
      korean: "불량|파손|하자|오배송|누락|품질",
    },
    near: ["return", "repair", "delivery"],
    english: [
      [
        3,
        "(?:arrived|came|delivered|received|is|was|got) (?:\\p{L}+ ){0,4}(?:damaged|broken|cracked|smashed|scratched|dented|torn|leaking|shattered|stained|bent|crushed|ripped|soaked|dead|defective|faulty|chipped|mou?ldy|rotten|expired|used|dirty|incomplete|empty)|(?:damaged|defective|faulty|broken|cracked|scratched|dented|torn|shattered|chipped|leaking) (?:\\p{L}+ ){0,2}(?:item|product|goods|screen|box|package|mug|glass|cup|on arrival|unit|bottle|lid|zip|zipper|seam|handle|parts?|plate|chair|table|lamp|toy)|defects?|doa|dead on arrival|(?:missing|without) (?:\\p{L}+ ){0,2}(?:parts?|pieces?|screws?|items?|cable|charger|accessor\\p{L}+|lid|manual)|(?:received|sent|got|delivered|shipped) (?:\\p{L}+ ){0,3}(?:the )?wrong (?:\\p{L}+ )?(?:item|product|one|order|colou?r|size|model|thing)|not (?:what i ordered|as described|as shown|the same as)|box was empty|empty box|doesn't (?:turn on|charge|switch on)|won't (?:turn on|charge|switch on)|stopped working after|fell apart|came apart",
      ],
      [1, "broken|damage|faulty|defective|cracked|scratch(?:es)?|stain|hole"],
    ],
    korean: [
      [
        3,
        "불량|파손|하자|깨져|깨진|깨졌|부서|부러|찌그러|찢어|찢겨|긁혀|긁힌|스크래치|흠집|금이 ?가|터져서|새어|누수|얼룩|오염|곰팡이|변질|상해서|상했|구멍|뜯어|뜯겨|젖|망가|고장(?:난|나서|났)|작동(?:이|을)? ?(?:안|하지|전혀)|안 ?켜|켜지지|충전(?:이)? ?안|(?:다른|엉뚱한|잘못된) ?(?:상품|물건|제품|색|사이즈|게|것|거)(?:이|을|가|를)? ?(?:왔|도착|배송|보내)|오배송|잘못 ?(?:왔|배송|보내)|누락|빠져 ?있|빠졌|(?:구성품|부품|나사|설명서|충전기)(?:이|가)? ?(?:없|빠|안|하나)|상자(?:가|는)? ?(?:비어|텅)|텅 ?비|빈 ?상자|설명과 ?다|사진과 ?다|사용한 ?흔적|중고",
      ],
    ],
    phrases: {
      english: [
        "the glass arrived broken",
        "I received the wrong item",
        "one part is missing from the box",
        "the device does not turn on",
        "there is a scratch on the screen",
        "the product is not as described",
        "the bottle leaked all over the package",
        "the zipper broke after one day",
        "the box was empty",
        "the item looks used",
        "the chair came with a cracked leg",
        "they sent me a different colour than I ordered",
      ],
      korean: [
        "컵이 깨져서 왔어요",
        "다른 상품이 배송됐습니다",
        "부품이 하나 빠져 있어요",
        "전원이 안 켜집니다",
        "화면에 흠집이 있어요",
        "설명과 다른 제품이 왔어요",
        "상자가 비어 있었어요",
        "하루 만에 지퍼가 고장 났어요",
        "박음질이 뜯어져 있습니다",
        "사용한 흔적이 있는 제품이 왔어요",
        "불량인 것 같은데 어떻게 하나요",
        "병이 새서 다 젖었어요",
      ],
    },
  },
  {
    id: "repair",
    named: {
      english: "repairs?|warrant(?:y|ies)|maintenance|spare parts?|after.?sales",
      korean: "수리|보증|A\\/?S|에이에스|부품|고장|정비",
    },
    near: ["damaged", "return", "product"],
    english: [
      [
        3,
        "repair(?:s|ed|ing|able)?|warrant(?:y|ies)|guarantee period|service cent(?:er|re)|spare parts?|technician|mend(?:ed|ing)?|fix (?:my|the) (?:\\p{L}+ )?(?:zip|zipper|sole|strap|pole|screen|battery|machine|device)|under guarantee|out of guarantee|send (?:it|them) in for|broke after (?:\\p{L}+ )?(?:months?|years?|weeks?)|replacement parts?|resole|maintenance",
      ],
    ],
    korean: [
      [
        3,
        "수리|A\\/?S|에이에스|보증|무상 ?수리|유상 ?수리|서비스 ?센터|부품(?:을|만|은)? ?(?:구매|교체|따로|살)|고장(?:이)? ?났|수선|밑창|배터리 ?교체|점검(?:을)? ?(?:받|신청)|출장 ?기사|방문 ?수리|접수증",
      ],
    ],
    phrases: {
      english: [
        "is this covered by the warranty",
        "can you repair the zipper of my tent",
        "how long does a repair take",
        "where is the nearest service centre",
        "I need a spare part",
        "the warranty card is lost",
        "how much does a repair cost out of warranty",
        "my device broke after eight months",
        "send a technician please",
        "can the sole be replaced",
      ],
      korean: [
        "보증 기간이 얼마나 되나요",
        "수리 신청하고 싶어요",
        "수리비는 얼마인가요",
        "가까운 서비스 센터가 어디예요",
        "부품만 따로 살 수 있나요",
        "A/S 접수했는데 연락이 없어요",
        "무상 수리가 되나요",
        "여덟 달 만에 고장 났어요",
        "기사님 방문은 언제 가능한가요",
        "지퍼 수선이 되나요",
      ],
    },
  },
  {
    id: "product",
    named: {
      english:
        "product (?:questions?|info\\p{L}*|advice|details)|sizing|specifications?|materials?|recommend\\p{L}*|advice",
      korean: "상품|제품|사이즈|추천|소재|스펙|사양",
    },
    near: ["stock", "sales", "howto"],
    english: [
      [
        2.5,
        "which (?:\\p{L}+ ){0,2}(?:size|model|one|version|colou?r|jacket|shoe|tent|bag) (?:\\p{L}+ ){0,2}(?:should|fits?|is|would|do|suits?)|size (?:chart|guide)|run(?:s)? (?:small|large|true)|(?:is|are) (?:it|this|these|they|the \\p{L}+) (?:\\p{L}+ )?(?:waterproof|compatible|vegan|washable|suitable|made|safe for|machine|real leather|recyclable)|made (?:of|from|in)|what material|dimensions|how (?:heavy|big|tall|wide|long is|warm)|weigh(?:s|t)?|specs?|specifications?|compatib(?:le|ility)|recommend(?:ation)?|difference between|ingredients?|allergen|expiry|best before|suitable for|care instructions",
      ],
    ],
    korean: [
      [
        2.5,
        "(?:어떤|어느|무슨|몇) ?(?:사이즈|크기|제품|모델|색|상품|호수)(?:를|을|가|이)? ?.{0,8}(?:좋|맞|추천|사야|골라|나을)|사이즈 ?(?:표|추천|문의|가이드)|추천(?:해|부탁|좀)|소재|재질|원단|무게|규격|스펙|사양|호환|방수|세탁|원산지|성분|유통 ?기한|차이(?:가|점|는)|정사이즈|크게 ?나|작게 ?나|치수(?:가|는) ?(?:어떻|얼마)|정품",
      ],
    ],
    phrases: {
      english: [
        "which size should I take",
        "is this jacket waterproof",
        "what is the difference between the two models",
        "how heavy is the tent",
        "is it compatible with my phone",
        "can I wash it in the machine",
        "what material is it made of",
        "do these shoes run small",
        "can you recommend a bag for hiking",
        "is this safe for children",
      ],
      korean: [
        "어떤 사이즈가 맞을까요",
        "이 재킷은 방수가 되나요",
        "두 모델의 차이가 뭔가요",
        "무게가 얼마나 되나요",
        "제 휴대폰과 호환되나요",
        "세탁기에 돌려도 되나요",
        "소재가 뭔가요",
        "정사이즈로 나오나요",
        "등산용 가방 추천해 주세요",
        "원산지가 어디예요",
      ],
    },
  },
  {
    id: "stock",
    named: {
      english: "stock|availability|pre.?orders?|inventory|restock",
      korean: "재고|품절|입고|예약 ?(?:구매|판매|주문)",
    },
    near: ["product", "delivery", "sales"],
    english: [
      [
        3,
        "(?:back |out of |in )stock|sold out|restock(?:ed|ing)?|availab(?:le|ility) (?:again|in|when|soon)|pre.?order(?:s|ed)?|back.?order|when will (?:\\p{L}+ ){0,4}(?:be available|come back|return)|notify me when|release date|waiting list|do you (?:still )?(?:have|sell|carry)",
      ],
    ],
    korean: [
      [
        3,
        "재고|품절|재입고|입고|예약 ?(?:구매|판매|주문)|언제 ?(?:다시 ?)?(?:들어와|나와|출시|판매)|출시|단종|구할 ?수|남아 ?있|매장에 ?있|입고 ?알림",
      ],
    ],
    phrases: {
      english: [
        "when will the blue one be back in stock",
        "is size 42 still available",
        "it says sold out, will there be more",
        "when does the pre-order ship",
        "can you notify me when it is available",
        "do you have it in your shop",
        "has the model been discontinued",
      ],
      korean: [
        "언제 재입고되나요",
        "이 상품 재고 있나요",
        "품절인데 다시 들어오나요",
        "예약 구매 상품은 언제 발송되나요",
        "입고되면 알려 주세요",
        "매장에 재고가 있나요",
        "단종된 건가요",
      ],
    },
  },
  {
    id: "booking",
    named: {
      english: "bookings?|reservations?|appointments?|tickets? and events|visits?",
      korean: "예약(?! ?(?:구매|판매))|방문|일정|예매",
    },
    near: ["order_cancel", "product"],
    english: [
      [
        3,
        "booking|book (?:a|an|the) (?:table|room|slot|appointment|seat|session|visit|flight|class)|reservations?|reserv(?:e|ed)|appointments?|re.?schedul(?:e|ed|ing)|check.?in|check.?out time|opening hours|seats?|no.?show|itinerary|boarding",
      ],
    ],
    korean: [
      [
        3,
        "예약(?! ?(?:구매|판매|주문))|예매|방문 ?(?:일|예약)|일정(?:을|이)? ?(?:변경|조정)|체크인|체크아웃|영업 ?시간|좌석|노쇼|진료",
      ],
    ],
    phrases: {
      english: [
        "I want to change my booking",
        "can I move my appointment to Friday",
        "is there a table for six tonight",
        "my reservation is not in your system",
        "what time is check-in",
      ],
      korean: [
        "예약을 변경하고 싶어요",
        "예약 날짜를 금요일로 옮길 수 있나요",
        "예약 내역이 안 보여요",
        "체크인은 몇 시부터인가요",
        "예약 인원을 추가하고 싶습니다",
      ],
    },
  },
];
