import type { NeverAutomaticTopic } from "#lib/domain/triage/evidence.ts";
import type { CueRow } from "../find-cues.ts";

export type TopicLexicon = {
  english: readonly CueRow[];
  korean: readonly CueRow[];
  /** A plain question about the rules ("how long does a refund take?") is not this topic. */
  questionsAreFine: boolean;
};

/** Weight 1: the topic whatever the sentence. Below 1: the topic unless the sentence only asks how something works. */
export const topicLexicon: Readonly<Record<NeverAutomaticTopic, TopicLexicon>> = {
  money: {
    questionsAreFine: true,
    english: [
      [
        1,
        "claims money",
        "(?:i|we) (?:want|demand|need|request|would like|expect|am requesting|am asking for|'d like|insist on) (?:\\p{L}+ ){0,4}(?:refund(?:ed)?|money back|reimburse\\p{L}*|compensat\\p{L}+|every (?:cent|penny))|(?:please|kindly|just|must|pls) (?:\\p{L}+ ){0,2}(?:refund|reimburse|compensate|credit|return my money)|refund (?:me|us|my|our|it|this|that|the|order|now|immediately)|(?:give|pay|send|want|get) (?:me |us )?(?:back )?(?:my|our) (?:\\p{L}+ )?money|money back (?:now|today|please)|compensat(?:e|ion)|reimburse (?:me|us)|goodwill|(?:charged|billed) (?:me|us|my \\p{L}+|our \\p{L}+)? ?(?:\\p{L}+ ){0,5}(?:without|after|even though|despite|although|in a row|for months)|(?:over|wrong(?:ly)?|double|falsely|incorrectly) ?charged (?:me|us)|chargeback|disput(?:e|ing) (?:the|this|a|my)|(?:no|where(?:'s| is)) (?:my |the |our )?refund|still (?:no|waiting for (?:my|a|the|our)|haven't (?:received|gotten|got)) (?:\\p{L}+ )?(?:refund|money)|refund (?:\\p{L}+ ){0,3}(?:never|not|hasn't|has not|still)|who(?: is|'s)?(?: going to)? pays?|pay for this|100% refund|full refund|write.?off|waive (?:the|my|this)|wire (?:the|my)|bank details",
      ],
    ],
    korean: [
      [
        1,
        "claims money",
        "환불(?:을|부터|도)? ?(?:좀 ?|꼭 ?|바로 ?|즉시 ?|당장 ?|빨리 ?|전액 ?)*(?:해 ?주(?:세|시|십|셔|기)|해줘|해 ?달|부탁|요청(?:합|드|해)|요구|바랍|원합|원해|받고 ?싶|하라|하세|하십|승인|처리)|(?:전액|100%) ?환불|(?:돈|금액|전액|결제 ?금액|요금|비용)(?:을|를|은)? ?(?:다시 ?|당장 ?|전부 ?|모두 ?)*(?:돌려|환불|내놔|내놓|물어|반환)|돌려 ?(?:주|내|받아야|받고)|보상(?:을|해|금|하|받)|배상|물어 ?내|변상|(?:환불|취소)(?:이|은|도|를)? ?(?:아직|여태|왜|도대체|계속)? ?(?:안 ?(?:되|됐|돼|들어|해|왔)|못 ?받|거절|거부)|(?:아직|여태|째) ?(?:도 ?)?환불|(?:해지|취소|탈퇴|반품)(?:를|을)? ?했(?:는데|지만|음에도|습니다만)(?:도)? ?.{0,16}(?:결제|출금|빠져|청구|돈|인출|요금)|(?:과다|이중|잘못|부당|무단|중복) ?(?:청구|결제|출금|인출)(?:를|을)? ?(?:했|하|당|해 ?놓)|원상 ?복구|누가 ?(?:책임|보상|배상|물어)|차지백|이의 ?(?:제기|신청)|면제해|깎아|계좌(?:로|번호)",
      ],
    ],
  },
  legal: {
    questionsAreFine: false,
    english: [
      [
        1,
        "law and courts",
        "lawyers?|attorneys?|solicitors?|legal (?:action|proceedings|steps|claim|notice|team|advice|department|obligation|liability|hold|rights?|demand|threat)|law ?suit|(?:to|will|'ll|can|could|may|might|gonna|shall|or|we|and|i) sue|sue (?:you|your|them|this|the|us)|sued|suing|court|litigation|subpoena|cease and desist|injunction|liab(?:le|ility)|damages of|breach of contract|small claims|ombudsman|trading standards|better business bureau|consumer (?:protection|rights|court|agency|association)|regulator|file a (?:complaint|claim|report) (?:with|against|to)|police (?:report|complaint)|copyright infring\\p{L}+|dmca|defamation|patent|trademark|contract (?:draft|dispute|breach|terms)|in writing that you|settlement|arbitration",
      ],
    ],
    korean: [
      [
        1,
        "law and courts",
        "변호사|법무|법률|법적|법대로|고소|고발|소송|소장|법원|내용 ?증명|손해 ?배상|소비자(?:원|보호원|보호법|고발|분쟁|단체|연맹)|소보원|공정(?:위|거래위)|금감원|금융감독원|방통위|국민 ?신문고|분쟁 ?조정|경찰(?:서|에)|수사|진정서|탄원|저작권|명예 ?훼손|특허|상표권|계약 ?(?:위반|불이행)|위법|불법|전자상거래법|약관 ?위반|합의금|신고(?:하겠|할 ?(?:거|것|겁|예정)|합니다|해야겠|들어|접수했|조치)",
      ],
    ],
  },
  account_security: {
    questionsAreFine: true,
    english: [
      [
        1,
        "account taken over",
        "hack(?:ed|er|ers|ing)|compromised|hijack(?:ed|ing)|breach(?:ed)?|ransomware|(?:someone|somebody|a stranger|they|he|she|my ex\\p{L}*|a hacker|an attacker)(?: else)?(?: has| is| just| have| 's)? (?:\\p{L}+ )?(?:logged|signed|got (?:in|into)|broke|accessed|taken over|took over|changed my|placed|is using|used my|bought|drained|locked me out|stole|impersonat\\p{L}+)|account (?:takeover|was taken|has been taken)|identity theft|(?:fraudulent|unauthori[sz]ed) (?:\\p{L}+ )?(?:transactions?|purchases?|charges?|orders?|access|log.?ins?|sign.?ins?|payments?|withdrawals?|transfers?|activity)|(?:stolen|lost) (?:my )?(?:card|phone|wallet|credit card|debit card|device)|(?:card|phone|wallet|laptop|device) (?:was|has been|got) (?:stolen|lost)|(?:block|freeze|lock|suspend) (?:it|my|the|this)(?: \\p{L}+)? ?(?:card|account|access|right now|immediately|now|asap)?|(?:api|secret|access) keys? (?:\\p{L}+ )?(?:leaked|exposed|stolen|published)|(?:someone else's|another (?:customer|user|person)(?:'s)?|other customers?'?|that customer's) (?:\\p{L}+ )?(?:data|account|orders?|conversation|details|phone|e-?mail|tickets?|password)|(?:bypass|disable|turn off|remove) (?:\\p{L}+ )?(?:2fa|two.factor|two.step|mfa|otp)",
      ],
      [
        0.6,
        "account security",
        "suspicious (?:activity|log.?in|sign.?in|e-?mail|link)|(?:don't|do not|didn't) recogni[sz]e|phish(?:ing|ed)|security (?:incident|issue|hole|vulnerability|breach)|vulnerabilit(?:y|ies)",
      ],
    ],
    korean: [
      [
        1,
        "account taken over",
        "해킹|해커|도용(?:당|됐|된|되|을 ?당)|탈취|털렸|뚫렸|랜섬|(?:누가|누군가|모르는 ?사람|다른 ?사람|타인|남이|해외에서|전 ?(?:남친|여친|직원|남편|부인))(?:이|가)? ?.{0,18}(?:로그인(?:했|해서|하고|을)|접속(?:했|해|하고)|주문(?:을|했|해)|결제(?:했|해|를)|사용(?:했|하고|해)|바꿨|변경(?:했|해)|인출|이체|송금|훔|쓰고|구매|도용|들어왔|들어와)|부정 ?(?:사용|결제|로그인)|무단 ?(?:결제|사용|접속|도용|로그인|인출)|(?:카드|휴대폰|핸드폰|지갑|폰|기기)(?:를|을|가|이)? ?(?:통째로 ?)?(?:잃어|분실|도난|도둑맞|훔쳐)|(?:계정|카드|결제|거래|접속|출금)(?:을|를)? ?(?:좀 ?|바로 ?|당장 ?|즉시 ?|빨리 ?|지금 ?)*(?:정지|차단|막아|잠가|잠궈|동결)|막아 ?주|(?:키|토큰|비밀번호|정보)(?:가|이)? ?(?:유출|노출)|(?:다른|타|그) ?(?:고객|회원|사용자)(?:의|님의|들의|님)? ?.{0,10}(?:정보|내역|이메일|연락처|전화번호|주소|계정|이름|상담)|(?:2단계|이중|OTP|본인) ?인증(?:을|을 ?좀)? ?(?:해제|우회|꺼|풀어|생략)",
      ],
      [
        0.6,
        "account security",
        "의심스러운|수상한|제가 ?(?:안|하지) ?(?:한|않은) ?(?:로그인|접속|결제|주문)|피싱|스미싱|보안 ?(?:사고|문제|취약|침해)|취약점",
      ],
    ],
  },
  safety: {
    questionsAreFine: false,
    english: [
      [
        1,
        "danger to people",
        "(?:on|caught|catch(?:es|ing)?|started a) fire(?! ?(?:wall|fox|stick|tv))|flames|explod(?:ed|ing|es)|explosion|electric(?:al)? shock|electrocuted|shocked me|gas leak|carbon monoxide|injur(?:ed|y|ies)|bleeding|burn(?:ed|t) (?:my|his|her|our|their|me)|burns on|unconscious|hospital(?:i[sz]ed)?|ambulance|poison(?:ed|ing)?|allergic|allergy|anaphyla\\p{L}+|chok(?:ed|ing)|suffocat\\p{L}+|suicid(?:e|al)|kill myself|self.harm|end my life|want to die|smok(?:e|ing) (?:from|is coming|coming|came)|(?:is|started|began) (?:smoking|sparking|overheating)|burning smell|smells? (?:of|like) burning|(?:swollen|swelling|bulging) battery|battery (?:is )?(?:swelling|swollen|bulging|leaking)|(?:glass|metal|needle|blade) in (?:my|the|it)|threat(?:en(?:ed|ing)?)? (?:me|to (?:kill|hurt))|violence|weapon|side effects?|food poisoning",
      ],
    ],
    korean: [
      [
        1,
        "danger to people",
        "불(?:이|길이)? ?(?:났|나서|붙|난|날 ?뻔)|화재|폭발|터졌|터질 ?(?:것|거)|감전|가스 ?(?:누출|새|냄새)|다쳤|다쳐|부상|화상|출혈|피가 ?나|응급|구급|병원(?:에|으로)? ?(?:실려|갔|가야|입원|이송|다녀)|입원했|식중독|중독|알레르기|알러지|두드러기|부작용|호흡 ?곤란|질식|쓰러졌|자살|죽고 ?싶|극단적|자해|연기(?:가)? ?(?:나|났|피어)|타는 ?냄새|스파크|불꽃|과열|배터리(?:가)? ?(?:부풀|새|누액)|유리 ?조각|이물질|칼날|협박|폭력|흉기",
      ],
    ],
  },
  minors: {
    questionsAreFine: false,
    english: [
      [
        1,
        "a child is involved",
        "(?:my|our|a|the|his|her) (?:\\p{L}+.?(?:year.old|yo)|(?:\\p{L}+ )?(?:kids?|child|children|toddler|(?:little|young(?:er)?|minor|teen(?:age)?) (?:son|daughter|brother|sister)))(?: \\p{L}+){0,6} (?:bought|purchased|ordered|spent|signed up|subscribed|paid|account|used|created|registered|charged|clicked)|(?:son|daughter|kid|child)(?: \\p{L}+){0,4} (?:bought|purchased|ordered|spent|signed up|subscribed|paid|charged|accidentally)|(?:account|data|information|photos?|profile|purchase) (?:of|for|by) (?:my|our|a|the) (?:\\p{L}+ )?(?:kid|child|children|son|daughter|minor|teen\\p{L}*)|(?:my|our) (?:child|kid|son|daughter)'?s (?:account|data|photo|profile|information|personal)|minors?|under.?age|under (?:13|14|16|18)|parental (?:consent|control)|i(?:'m| am) (?:\\d|1[0-7]|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)(?: years old| yo)|(?:\\d|1[0-7]).year.old (?:son|daughter|kid|child|boy|girl)|coppa|legal guardian",
      ],
    ],
    korean: [
      [
        1,
        "a child is involved",
        "미성년|(?:만 ?)?1[0-7] ?(?:세|살)|(?:만 ?)?(?<!\\d)[3-9] ?살|(?:우리|저희|제|내)? ?(?:아이(?!디|콘|폰|패드|템|스|피)|(?<![가-힣])애(?!플)|아들|딸|자녀|조카|손자|손녀|초등학생|중학생|고등학생|초딩|중딩)(?:들)?(?:이|가|는|은|의|한테)? ?.{0,14}(?:결제|구매|샀|주문|가입|충전|질렀|썼|사용|눌러|계정|개인정보|사진)|법정 ?대리인|보호자 ?동의|부모 ?동의|청소년|어린이 ?(?:계정|회원|개인정보)|초등학생|중학생(?:인데|입|이)|고등학생(?:인데|입|이)",
      ],
    ],
  },
  data_protection: {
    questionsAreFine: false,
    english: [
      [
        1,
        "a data-protection request",
        "gdpr|ccpa|pipa|dsar|art(?:icle|\\.)? ?(?:15|16|17|18|20|21)|subject access|data subject|data protection (?:officer|authority|request|act|law)|dpo|(?:right to be|be) forgotten|right (?:of|to) (?:access|erasure|portability|rectification|object)|(?:copy|export|list|deletion|erasure|disclosure|overview) of (?:all )?(?:of )?(?:the |my |our )?(?:personal )?(?:data|information)(?: \\p{L}+){0,3} (?:you|about me|held|hold|stored|store|on me)|(?:all|what|which|any) (?:the |my |of my )?(?:personal )?(?:data|information) (?:do )?you (?:have|hold|store|keep|collect|process)|(?:delete|erase|remove|wipe|destroy) (?:all )?(?:of )?(?:my|our) (?:\\p{L}+ )?(?:personal )?(?:data|information|records|details)|(?:withdraw|revoke) (?:my )?consent|processors|third parties (?:you|with|my)|(?:sold|shared|leaked|disclosed|sharing|selling) (?:\\p{L}+ )?(?:my|our) (?:\\p{L}+ )?(?:data|information|details|e-?mail|number)",
      ],
    ],
    korean: [
      [
        1,
        "a data-protection request",
        "GDPR|개인정보 ?보호법|개인정보(?:를|의|에)? ?(?:전부 ?|모두 ?|즉시 ?|완전히 ?|당장 ?|다 ?)*(?:열람|삭제|파기|정정|처리 ?정지|이동|제공|유출|침해|수집|이용 ?내역|보유|무단|동의 ?철회)|(?:내|제|본인|저의|보유 ?중인) ?(?:개인 ?)?정보(?:를|의|가)? ?.{0,10}(?:열람|삭제|파기|지워|제공 ?내역|유출|팔|넘)|(?:수집|이용|제공|마케팅) ?동의(?:를)? ?(?:철회|취소)|정보 ?주체|열람(?:을)? ?(?:청구|요청|요구|신청)|제3자 ?제공|개인정보 ?(?:보호 ?책임자|보호위|침해 ?신고|담당자)|잊힐 ?권리|정보통신망법",
      ],
    ],
  },
  contract_cancellation: {
    questionsAreFine: true,
    english: [
      [
        1,
        "ends a contract",
        "(?:i|we) (?:want|wish|would like|'d like|need|intend|have decided|hereby|demand|decided|am going|are going)(?: \\p{L}+){0,2} (?:to )?(?:cancel|terminate|end|quit|discontinue|withdraw from|close) (?:my|our|the|this)? ?(?:\\p{L}+ )?(?:subscription|contract|plan|membership|agreement|account|policy|service|insurance|lease)|(?:please|kindly|pls|hereby|just) (?:\\p{L}+ )?(?:cancel|terminate|end|discontinue|close) (?:my|our|the|this) (?:\\p{L}+ )?(?:subscription|contract|plan|membership|agreement|account|policy|service|insurance|lease)|(?:cancel|terminate) (?:my|our|the) (?:contract|agreement|membership|insurance|policy)|notice of (?:cancellation|termination)|early termination|(?:give|giving) notice|do not renew|don't renew|stop (?:my|the|our) (?:\\p{L}+ )?(?:subscription|renewal|membership)|out of (?:my|the|our) contract",
      ],
    ],
    korean: [
      [
        1,
        "ends a contract",
        "(?:해지|해약|계약 ?(?:종료|해제|파기)|구독 ?(?:취소|해지|중단)|(?:정기 ?결제|멤버십|회원권|요금제|구독|서비스|보험|렌탈|계약|약정)(?:을|를)? ?(?:좀 ?|바로 ?|당장 ?|즉시 ?)*(?:해지|취소|중단|그만))(?:를|을)? ?(?:좀 ?|바로 ?|꼭 ?|즉시 ?|당장 ?)*(?:해 ?주(?:세|시|십)|해줘|부탁|요청|신청(?:합|드|하겠)|하겠|할게|합니다|원합|원해|하고 ?싶|통보|처리|바랍|요구|할래|시켜)|위약금|중도 ?(?:해지|해약)|계약(?:을)? ?(?:파기|해지|해제|철회)|청약 ?철회|갱신(?:을)? ?(?:안|거부|중지|하지)|(?:탈퇴)(?:를)? ?(?:해 ?주(?:세|시)|시켜|처리해|부탁|요청|하겠)",
      ],
    ],
  },
};
