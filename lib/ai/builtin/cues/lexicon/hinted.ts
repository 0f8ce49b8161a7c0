import type { NeverAutomaticTopic } from "#lib/domain/triage/evidence.ts";
import type { CueRow } from "../find-cues.ts";

const young =
  "(?:little one|kids?|child|children|toddler|sons?|daughters?|nephew|niece|grandson|granddaughter|grandchild|boy|girl|youngest|eldest)";
const youngKorean =
  "(?:아이(?!디|콘|폰|패드|템|스|피)|(?<![가-힣])애(?!플)|아들|딸|조카|막내|첫째|둘째|꼬마|손자|손녀)";
const bought = "(?:주문|결제|구매|샀|눌러|눌렀|담아|담았|가입|충전|질렀|사 ?버렸)";

/** Topics that people bring up without their name: what they want, not what it is called. */
export const hintedTopics: Partial<
  Record<NeverAutomaticTopic, { english: readonly CueRow[]; korean: readonly CueRow[] }>
> = {
  money: {
    english: [
      [
        1,
        "claims money",
        "(?:something|anything|part|some|half|a bit|the rest|all) (?:\\p{L}+ ){0,5}(?:came|come|comes|goes|go|put|paid|sent|get|got) back (?:to|on|onto|into) (?:my|our|the) (?:card|account|bank|pocket)|(?:some|part|half) of what (?:i|we) paid|(?:paid|pay|paying) (?:\\p{L}+ ){0,4}(?:for nothing|out of (?:my|our) own pocket)|out of pocket|make (?:it|this) (?:right|good) financially|make up for (?:it|this|that|the (?:trouble|inconvenience|wait))|knock something off|meet (?:me|us) half ?way|good ?will (?:gesture|payment|credit)|what are you offering|what will you offer",
      ],
    ],
    korean: [
      [
        1,
        "claims money",
        "(?:낸|쓴|결제한|지불한|들어간) ?(?:돈|금액|비용|값)(?:은|이|의|을|는)? ?.{0,10}(?:돌아와|돌아오|돌려|일부|절반|받아야|받고 ?싶|아깝)|성의(?:를|는|라도)? ?(?:보여|표시|보이)|보전(?:해|받|을)|손해(?:를|는|본 ?건)? ?(?:누가|어떻게 ?(?:해|하))|(?:얼마|뭐)(?:라도|든) ?(?:돌려|해 ?주셔야|보상)",
      ],
    ],
  },
  minors: {
    english: [
      [
        1,
        "a child is involved",
        `(?:my|our|the|his|her) (?:\\p{L}+ ){0,2}${young} (?:\\p{L}+ ){0,4}(?:got hold of|grabbed|took|played (?:with|on)|was playing|pressed|tapped|got into|found|used|picked up) (?:\\p{L}+ ){0,5}(?:phone|tablet|ipad|computer|laptop|card|account|app|password|wallet)|(?:my|our) (?:\\p{L}+ )?${young} (?:\\p{L}+ ){0,5}(?:added|ordered|bought|clicked|tapped|signed up|subscribed)|i(?:'m| am) (?:still )?in (?:(?:middle|primary|elementary|junior high) school|(?:\\d|\\d\\d)th grade|(?:sixth|seventh|eighth|ninth|tenth) grade)|(?:i'm|i am) (?:still )?a (?:minor|kid|child|pupil|schoolgirl|schoolboy)`,
      ],
    ],
    korean: [
      [
        1,
        "a child is involved",
        `(?:(?<![가-힣])(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두|열세|열네|열다섯|열여섯|열일곱)) ?살(?: ?(?:짜리|된|인|배기))?(?: ?${youngKorean})?(?:가|이)? ?.{0,24}${bought}|${youngKorean}(?:가|이)? ?.{0,24}(?:폰|핸드폰|휴대폰|태블릿|아이패드|컴퓨터|카드|계정)(?:으로|을|를|로)? ?.{0,20}${bought}|저(?:는)? ?(?:초|중|고)\\d ?(?:인데|입니다|이에요|예요|학생)`,
      ],
    ],
  },
  data_protection: {
    english: [
      [
        1,
        "a data-protection request",
        "(?:what|everything|anything|all|whatever) (?:do |did |that |things )?you(?:'ve)? (?:\\p{L}+ )?(?:have|know|keep|hold|store|got|saved|collected?) (?:saved |stored |on file )?(?:on|about|of) me|(?:have|want|get|need) (?:it|everything|all of it|all of that|my (?:data|details|history|profile|traces)) (?:\\p{L}+ )?(?:gone|deleted|erased|wiped|removed|destroyed)|forget (?:that )?i (?:ever )?existed|(?:remove|delete|erase|wipe|take) (?:me|my (?:name|details|number|address)) (?:\\p{L}+ )?(?:from|off|out of) (?:your|the) (?:systems?|databases?|records?|files?|lists?)|(?:where|how) did you (?:get|find|obtain) my (?:e-?mail|address|number|name|details|phone)|(?:i )?never gave (?:you|anyone) my (?:\\p{L}+ )?(?:e-?mail|address|number|name|details|phone)|who (?:\\p{L}+ )?(?:has|saw|sees|can see|got|had access to) my (?:data|details|number|address|messages|orders|history)",
      ],
    ],
    korean: [
      [
        1,
        "a data-protection request",
        "저(?:에|와|한테) ?(?:대해|관해|관련)(?:서)? ?.{0,6}(?:뭘|뭐를|무엇을|무슨|어떤|무얼) ?.{0,12}(?:갖고|가지고|알고|보관|저장|모으)|(?:제|저의|내) ?(?:번호|주소|이름|메일|이메일|정보|연락처|전화번호)(?:를|을|는|은)? ?(?:어디서|어떻게|누가) ?.{0,4}(?:알|구하|얻|받|봤|보)|(?:제|내|저의) ?(?:거|것|흔적|기록|자료|정보|데이터|내역)(?:를|을|은|는|도)? ?.{0,6}(?:다|전부|모두|싹|완전히) ?.{0,4}(?:없애|지워|삭제|파기|폐기)|다 ?없애 ?(?:주|달)|(?:번호|주소|메일|연락처)(?:를|을)? ?(?:알려 ?준|드린|준|남긴) ?적(?:이|도)? ?없",
      ],
    ],
  },
  contract_cancellation: {
    english: [
      [
        0.6,
        "ends a contract",
        "(?:don't|do not|no longer|not) (?:want|wish|need|care|like)(?: to)? (?:be|remain|stay|continue as) (?:a |an |your )?(?:\\p{L}+ )?(?:member|customer|subscriber|client|user)|(?:don't|do not|no longer) (?:want|wish) (?:to (?:continue|keep|renew|go on with|carry on with) )?(?:my|the|this|your|our) (?:\\p{L}+ )?(?:subscription|membership|plan|contract|agreement)|(?:want|like|need|trying) (?:to )?(?:get )?out of (?:it|this|the|my|our) (?:\\p{L}+ )?(?:contract|plan|subscription|membership|agreement)|stop being (?:a |your )?(?:\\p{L}+ )?(?:member|customer|subscriber)|(?:leave|quit|leaving|quitting) (?:your|the) (?:\\p{L}+ )?(?:club|programme|program|membership)",
      ],
    ],
    korean: [
      [
        0.6,
        "ends a contract",
        "(?:더는|더 ?이상|이제|그만) ?(?:귀사 ?|이 ?)?(?:회원|구독자|고객|멤버)(?:이고|으로|을|를|이|인)? ?.{0,8}(?:싶지 ?않|안 ?하|그만|아니|유지하지)|(?:구독|멤버십|회원|서비스|계약|약정|정기 ?결제)(?:을|를|은|는)? ?(?:더는|더 ?이상|이제|그만) ?.{0,8}(?:안 ?(?:쓰|하|할|받)|필요 ?없|원하지|쓰지 ?않|이용하지 ?않|유지하지|싶지 ?않|두고 ?싶)",
      ],
    ],
  },
};

/** A wish for a person that does not say "person". */
export const hintedPersonEnglish: readonly CueRow[] = [
  [
    1,
    "asks for a person",
    "(?:could|can|would|will|may|please have|have|get|need|want|let) (?:\\p{L}+ )?(?:somebody|someone|anybody|anyone|one of you|a colleague)(?: (?:from|on|of|at|in) (?:your|the) (?:\\p{L}+ )?(?:side|team|staff|end|office|company|department))? (?:please |just |to )?(?:get in touch|contact|reach out|get back|come back to|phone|ring|explain|walk me through)|rather (?:discuss|talk|speak|explain|say)(?: (?:it|this|about it))?(?: (?:in person|over the phone|by phone|directly|than))?|(?:easier|better|simpler|quicker) to (?:explain|discuss|say|talk) (?:\\p{L}+ ){0,2}(?:by|over|on) the? ?phone|explain (?:it|this) (?:over the phone|by phone|in person|verbally)|talk (?:it|this) (?:over|through)|flesh and blood",
  ],
];

export const hintedPersonKorean: readonly CueRow[] = [
  [
    1,
    "asks for a person",
    "말로 ?(?:설명|얘기|이야기|말씀|하면|하고)|(?:글|문자|메일|채팅)(?:로|로는|으로|으로는)? ?.{0,6}(?:쓰기 ?)?(?:어렵|어려|힘들|복잡|길어).{0,20}(?:말씀|통화|얘기|이야기|말로)|(?:누가|누구|어느 ?분|한 ?분)(?:라도|든|이라도)? ?.{0,6}(?:연락 ?(?:좀 ?)?주|답(?:을|변)? ?(?:좀 ?)?(?:해 ?)?주|와 ?주)|(?:전화|통화)로 ?.{0,6}(?:설명|말씀|얘기|이야기)|사람(?:이)? ?(?:있|계)(?:나요|어요|습니까|신가요)",
  ],
];
