import type { Concept } from "../concept.ts";

export const businessConcepts: readonly Concept[] = [
  {
    id: "sales",
    near: ["partnership", "subscription", "product"],
    english: [
      [
        3.5,
        "quotes?|quotation|volume (?:pricing|discount|licen[cs]\\p{L}+)|bulk (?:order|purchase|discount|pricing|buy\\p{L}*)|wholesale|resell(?:er|ing|ers)?|distribut(?:or|ion)|enterprise (?:plan|pricing|licen[cs]\\p{L}+|version|edition)|pricing (?:for|information|details|sheet|model)|price list|\\d+ (?:seats?|licen[cs]es|users|employees|stores|units|branches|people|laptops|devices)|(?:product |live |a )?demo (?:for|of|with|call|session|account)?|request a demo|book a demo|procurement|purchase order|tender|rfp|rfi|vendor (?:registration|form|onboarding)|contract draft|draft (?:of (?:the|a) )?contract|framework agreement|payment terms|net ?30|non.?profit (?:discount|pricing)|educational? (?:discount|licen[cs]e|pricing)|talk to (?:your )?sales|sales (?:team|rep|person|department)|considering (?:buying|your)|evaluat(?:e|ing) (?:your|several)|we are (?:a|an) (?:\\p{L}+ ){0,3}(?:company|startup|agency|school|university|hospital|reseller|retailer|hotel|chain|bank)|security questionnaire|pilot (?:project|phase)?|proof of concept",
      ],
      [1, "pricing|annual billing|for our company|discount for|board meeting"],
    ],
    korean: [
      [
        3.5,
        "견적|단가|대량|도매|총판|대리점|입찰|법인 ?(?:구매|계약|카드)|기업(?:용| ?(?:고객|요금|계약|회원|구매|도입))|도입(?:을|하|문의|검토)|영업 ?(?:팀|담당|부서)|데모|시연(?:을|회)? ?(?:요청|신청|부탁|받)|제안서|계약서|계약 ?(?:조건|기간|체결|초안|진행)|\\d+ ?(?:석|라이선스|개 ?매장|인용|명 ?규모|명이 ?사용|계정)|구매 ?(?:담당|상담|부서|품의)|단체 ?(?:구매|주문)|교육 ?(?:할인|기관)|납품|공급(?:가|계약)|세일즈|업체 ?등록|협력사 ?등록|파일럿|POC|가격(?:표|정책)",
      ],
      [1, "회사(?:에서|인데)|매장|이사회|예산"],
    ],
    phrases: {
      english: [
        "we would like a quote for 80 licences",
        "do you offer discounts for bulk orders",
        "I'd like to see a demo for our team",
        "we are a school, is there a special price",
        "please send your price list",
        "who is responsible for enterprise customers",
        "we need the contract before the end of the month",
        "can we pay by purchase order",
        "we want to resell your products in our stores",
        "please fill in our vendor security questionnaire",
        "what would 500 users cost per year",
        "we are comparing several vendors",
      ],
      korean: [
        "80명분 견적을 받고 싶습니다",
        "대량 구매 할인이 있나요",
        "팀을 위해 데모를 볼 수 있을까요",
        "학교인데 할인 가격이 있나요",
        "가격표를 보내 주세요",
        "기업 고객 담당자와 상담하고 싶어요",
        "이번 달 안에 계약서가 필요합니다",
        "법인카드로 후불 결제가 되나요",
        "저희 매장에서 귀사 제품을 판매하고 싶습니다",
        "도입을 검토 중이라 제안서를 부탁드립니다",
        "500명이 쓰면 연간 얼마인가요",
        "단체 주문 문의드립니다",
      ],
    },
  },
  {
    id: "partnership",
    near: ["sales", "feedback"],
    english: [
      [
        3.5,
        "partner(?:s|ship|ships|ing)?(?: program\\p{L}*)?|collaborat(?:e|ion|ing)|affiliat(?:e|es)(?: program\\p{L}*)?|sponsor(?:s|ing|ship|ed)?|influencers?|press (?:kit|release|enquiry|inquiry|contact)|journalist|interview (?:with|request|your)|media (?:enquiry|inquiry|kit|contact)|co.?market\\p{L}*|co.?brand\\p{L}*|guest (?:post|lecture)|speak at our|conference|charity|donat(?:e|ion|ions)|white.?label|joint (?:venture|campaign|promotion)|ambassador|podcast|youtube channel|advertis(?:e|ing) (?:on|with|in)|logo usage|supplier|investor",
      ],
    ],
    korean: [
      [
        3.5,
        "제휴|협업|협찬|후원|파트너(?:십)?|콜라보|공동 ?(?:마케팅|구매|기획|캠페인)|입점|언론|기자(?:입|인데|예)|취재|인터뷰(?:를|요청)|보도 ?자료|광고 ?(?:제안|문의|협)|인플루언서|블로거|유튜버|강연|연사|컨퍼런스|행사 ?(?:후원|협찬|참가|제안)|기부|사회 ?공헌|MOU|업무 ?협약|화이트 ?라벨|투자|브랜드 ?사용|로고 ?사용|공급 ?제안|협력사",
      ],
    ],
    phrases: {
      english: [
        "we would like to become a partner",
        "do you have an affiliate programme",
        "would you sponsor our community event",
        "I am a journalist and would like an interview",
        "a joint campaign with our brand",
        "I run a channel and want to review your products",
        "could your team speak at our conference",
        "who handles media requests",
        "we would like to offer our services to you",
      ],
      korean: [
        "제휴를 제안드리고 싶습니다",
        "파트너 프로그램이 있나요",
        "저희 행사를 후원해 주실 수 있나요",
        "기자인데 인터뷰를 요청드립니다",
        "공동 캠페인을 해 보고 싶어요",
        "유튜브 채널에서 제품을 소개하고 싶습니다",
        "강연을 부탁드려도 될까요",
        "입점 문의드립니다",
        "협업 담당자 연락처를 알려 주세요",
      ],
    },
  },
  {
    id: "feedback",
    near: ["howto", "product"],
    english: [
      [
        2,
        "suggest(?:ion|ions)?|feature request|it would be (?:nice|great|helpful|good)|would love to see|please (?:add|consider adding|bring back)|feedback|file a complaint|complain(?:t|ing)?|praise|compliment|review|improve(?:ment)?|wish (?:list|you had|there were)|idea for|unhappy with (?:the|your) service|(?:rude|friendly|helpful|impolite) (?:staff|agent|employee|driver)",
      ],
    ],
    korean: [
      [
        2,
        "건의|제안(?:드|합|하|이|사항)|의견|개선(?:해|점|을|이)|있으면 ?(?:좋겠|편하)|추가해 ?주(?:시면|셨으면)|칭찬|피드백|후기|리뷰|불만(?:을|이|사항|접수)|불친절|서비스 ?태도|응대",
      ],
    ],
    phrases: {
      english: [
        "it would be great if you added a dark theme",
        "I have a suggestion for the app",
        "I want to complain about a member of staff",
        "your support was excellent, thank you",
        "please bring back the old design",
        "the shop assistant was rude to me",
      ],
      korean: [
        "이런 기능이 있으면 좋겠어요",
        "개선 의견을 드리고 싶어요",
        "직원 태도에 대해 불만을 접수합니다",
        "친절하게 도와주셔서 감사합니다",
        "예전 디자인으로 돌려 주세요",
        "매장 직원이 불친절했어요",
      ],
    },
  },
];
