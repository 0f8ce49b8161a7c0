import type { CueRow } from "../find-cues.ts";

/** Signs that an answer from one article will not do. The sum counts together with asks, length and figures. */
export const complexityEnglish: readonly CueRow[] = [
  [
    0.7,
    "several things at once",
    "\\d+ of (?:the |my )?\\d+|one (?:was|is|of them)|which amount|how much is (?:still|left)|the (?:rest|remaining|other (?:one|half|two))|two (?:different )?(?:orders|items|accounts|problems|questions|things|issues|identity|invoices|payments|subscriptions)|(?:several|multiple|three|four|five|various) (?:orders|items|accounts|problems|questions|things|issues|invoices|payments|products|users|problems)|different orders|both (?:orders|accounts|items|invoices)|also,? (?:i|my|the|can|could|why|how|please|we)|another (?:question|issue|problem|thing)|(?:first|second|third)ly|on top of that|in addition|additionally|as well as|split|combined?|partly|partial(?:ly)?|(?:and|plus) (?:who|what|when|why|how|can|could|will|does|is) (?:\\p{L}+)|except|while at the same time",
  ],
  [
    0.7,
    "technical depth",
    "saml|scim|sso|oauth|openid|ldap|active directory|provision(?:ing)?|webhooks?|payloads?|api|sdk|graphql|endpoint|json|csv import|stack ?trace|traceback|logs?|console|curl|status code|50[0234]|40[0134]|null|timeout|latency|integration|erp|crm|sap|salesforce|shopify|database|migrat(?:e|ion|ing)|firewall|proxy|vpn|dns|certificate|regex|script|custom (?:roles?|domain|fields?|integration|workflow)|identity providers?|staging|cluster|multi.?tenant|rate limit|race condition|concurrent",
  ],
  [
    0.9,
    "needs an investigation",
    "(?:logs?|screenshots?|video|evidence|proof|documents?) (?:are |is )?attached|attached (?:are|is|the|please)|see attach\\p{L}+|investigat(?:e|ion|ing)|root cause|reproduc(?:e|ible)|intermittent(?:ly)?|sometimes|randomly|only (?:happens|when|for some)|tried (?:everything|all|\\p{L}+ing)|already (?:tried|did|done|reset|reinstalled|checked|contacted|called|wrote|sent|returned)|as (?:discussed|agreed|promised|mentioned)|no longer|contradict\\p{L}*|mismatch|discrepanc(?:y|ies)|wrong(?:ly)? (?:charged|billed|amount|item|address)|does(?:n't| not) (?:match|add up)|according to your|(?:your|the) (?:agent|colleague|courier|driver|staff|policy) (?:said|told|says|claims|promised)|marked (?:it )?(?:as )?(?:\"?delivered|\"?handed)|but (?:i|we) (?:never|didn't|did not|haven't)|says? (?:delivered|\"?delivered)",
  ],
  [
    0.9,
    "needs a negotiation",
    "quote|quotation|rfp|tender|volume (?:pricing|discount|license)|bulk|wholesale|resell(?:er|ing)|partner(?:ship)?|sponsor(?:ing|ship)?|collaborat\\p{L}+|contracts?|agreement|nda|sla|negotiat\\p{L}+|procurement|purchase order|vendor|\\d+ (?:seats|licen[cs]es|users|stores|branches|units|employees)|enterprise (?:plan|pricing|licen[cs]e)|custom (?:plan|pricing|quote|contract)|due diligence|security questionnaire|press|media enquir\\p{L}+|invest(?:or|ment)|affiliate|influencer",
  ],
  [
    1,
    "a dispute",
    "gdpr|ccpa|lawyer|attorney|solicitor|court|legal|liab(?:le|ility)|compensat(?:e|ion|ed)|damages|chargeback|dispute|theft|stolen|fraud(?:ulent)?|police|insurance|warranty claim|who (?:is|will|is going to|pays) (?:going to )?(?:pay|responsible)|refuse[sd]?|reject(?:ed|s) my|denied|against (?:the|your) (?:law|policy|terms)|exception|hacked|compromised|on behalf of|divorc\\p{L}+|power of attorney|after (?:i|we) cancel\\p{L}+",
  ],
  [
    1.4,
    "somebody has died",
    "deceased|passed away|bereave\\p{L}+|probate|death certificate|(?:his|her|their|the) estate|executor of|inherit(?:ed|ance)? (?:\\p{L}+ ){0,3}(?:account|points?|balance|estate|money|credit|subscription)|(?:my|our|the) (?:late )?(?:husband|wife|father|mother|dad|mum|mom|brother|sister|son|daughter|partner|aunt|uncle|grand\\p{L}+|owner|customer) (?:has |have |had )?(?:recently |suddenly )?(?:died|passed)|(?:my|our) late (?:husband|wife|father|mother|dad|mum|mom|brother|sister|son|daughter|partner|grand\\p{L}+)",
  ],
  [
    0.5,
    "a story over time",
    "(?:months|weeks|years) (?:ago|in a row|later)|since (?:january|february|march|april|may|june|july|august|september|october|november|december|last)|(?:then|after that|afterwards|meanwhile|however|although|despite|eventually|subsequently)|(?:first|second|third|fourth|3rd|4th) (?:time|email|call|ticket)|again|previous(?:ly)?|earlier (?:ticket|email|message)|follow.?up|reference (?:number|no)",
  ],
];

export const complexityKorean: readonly CueRow[] = [
  [
    0.7,
    "several things at once",
    "(?:개|건|명|곳) ?중(?:에)? ?|남은 ?금액|나머지|일부|정리해|(?:두|세|네|여러|서로 ?다른|각각|2|3|4|5) ?(?:개의?|건|가지|군데|곳|대|종|번의?)(?! ?찍)|서로 ?다른|그리고 ?(?:또|추가|혹시|하나|저|제|궁금|왜|언제|어떻)|또 ?(?:한 ?가지|하나|다른|궁금)|추가로|첫 ?(?:째|번째)|둘째|두 ?번째로|아울러|더불어|뿐만 ?아니라|동시에|일부(?:만|는|를)|나뉘|나눠|분할|합(?:쳐|산)|하나는|다른 ?(?:하나|한)",
  ],
  [
    0.7,
    "technical depth",
    "SAML|SCIM|SSO|OAuth|LDAP|웹훅|페이로드|API|SDK|엔드포인트|JSON|로그(?:를|가|는|도|파일|첨부| ?첨부|을 ?(?:첨|보))|콘솔|스택|상태 ?코드|50[0234]|40[0134]|타임 ?아웃|지연 ?시간|연동|ERP|CRM|SAP|데이터베이스|DB|마이그레이션|이관|방화벽|프록시|VPN|DNS|인증서|스크립트|사용자 ?지정|커스텀|인증 ?서버|스테이징|운영 ?환경|호출 ?제한|동시 ?접속|프로비저닝|전산",
  ],
  [
    0.9,
    "needs an investigation",
    "첨부(?:합|했|드|해|한|파일)|캡처|캡쳐|동영상|증거|원인(?:을|이|파악| ?분석)|조사|재현|간헐적|가끔|랜덤|특정 ?(?:상황|사용자|조건)|해 ?봤(?:는데|지만|으나|어도)|다 ?해 ?(?:봤|보았)|이미 ?(?:여러|다|확인|재설치|초기화|문의|연락|반품|보냈|해)|약속(?:했|하|받)|말씀(?:하신|하셨|하시)|안내(?:받은|받았)|(?:맞지|일치하지) ?않|안 ?맞|불일치|다르(?:게|다고|네|고)|(?:상담원|기사|직원|판매자|담당자)(?:님|분)?(?:이|가|은|는|께서)? ?.{0,12}(?:했는데|하셨는데|라고|다고|던데)|배송 ?완료(?:라고|로|인데|라는데|떴|라)|못 ?받았|받(?:은|지) ?(?:적|못|않)",
  ],
  [
    0.9,
    "needs a negotiation",
    "견적|단가|대량|총판|대리점|도매|제휴|협찬|후원|협업|파트너|입점|계약(?:서|을|하|조건| ?체결)|MOU|NDA|제안서|입찰|구매 ?(?:품의|부서|담당)|\\d+ ?(?:석|라이선스|계정|매장|지점|좌석|대|명)(?:을|의|에|이|분)? ?|매장 ?\\d+|엔터프라이즈|맞춤|협의|보안 ?(?:점검표|심사|설문)|언론|인터뷰|취재|투자|광고 ?(?:문의|제안)|공동 ?구매|인플루언서",
  ],
  [
    1,
    "a dispute",
    "GDPR|개인정보 ?보호법|열람|변호사|법적|소송|고소|고발|소비자원|보상|배상|손해|책임|분쟁|이의|항의|도난|도용|사기|경찰|보험|거절(?:당|하|됐)|거부|규정(?:에|상|이)? ?(?:어긋|위반)|예외|해킹|대리인|대신해|이혼|위임|해지했는데|취소했는데|탈퇴했는데",
  ],
  [
    1.4,
    "somebody has died",
    "(?<!교통)사망|별세|(?:아버지|아버님|어머니|어머님|부친|모친|남편|아내|배우자|할머니|할아버지|조부모?|조모|동생|형|오빠|누나|언니|딸|아들|부모님|명의자|고객)(?:께서|이|가|은|는|님이|님께서)? ?.{0,8}돌아가(?:신|셨|셔|시고|시면)|돌아가신 ?(?:아버|어머|부모|남편|아내|할머|할아|분|형|누나|오빠|언니)|(?<![가-힣])고인(?:의|이| ?명의|께서)|유족|상속",
  ],
  [
    0.5,
    "a story over time",
    "(?:달|주|개월|년)(?:째|전|동안)|지난(?:달|주|번|해)(?:에|부터)|그 ?(?:후|뒤|이후|다음)|그런데(?:도)?|그랬더니|하지만|그럼에도|결국|이전(?:에|문의)|지난번|저번|(?:세|네|두|여러|[2-9]) ?(?:번|차례)(?:째|이나)|다시|또다시|재문의|추가 ?문의|접수 ?번호|문의 ?번호",
  ],
];
