import type { CueRow } from "../find-cues.ts";

/** Wishes to deal with a person. 1 is a clear wish. */
export const personEnglish: readonly CueRow[] = [
  [
    1,
    "asks for a person",
    "(?:speak|talk|chat|connect(?: me)?|get through|put me through|transfer(?: me)?|get me|forward(?: me| this)?|pass (?:me|this)|escalate(?: me| this)?) ?(?:directly |straight |up )?(?:to|with|on to)? (?:a |an |the |some |your |one of your )?(?:real |live |actual |human |proper |senior )*(?:humans?|persons?|people|agents?|someone|somebody|representatives?|rep|reps|operators?|advis[eo]rs?|managers?|supervisors?|staff|specialists?|expert|boss|colleagues?|customer (?:service|support)|team leads?)|(?:real|live|actual|human) (?:person|human|being|agent|people|operator|support|representative|help)|human (?:please|now|being)|a human|(?:someone|somebody|a person|an agent|a manager|get someone) (?:on the phone|to call|call|please call|to ring|who can actually)|(?:call|phone|ring) me(?: back)?|callback|call.?back|give me a (?:call|ring)|(?:who|whom) (?:can|should|do|could|may) (?:i|we) (?:talk|speak|write) to|(?:phone|telephone) (?:number|support|line)(?: \\p{L}+)? (?:to|for|i can|where)|contact person|(?:no|not|stop|without|instead of) (?:\\p{L}+ ){0,3}(?:bots?|robots?|chat.?bots?|automated|auto.?repl(?:y|ies)|machine|ai|templates?|scripted)|not a (?:bot|robot|machine)|is (?:this|there|anyone) (?:a )?(?:bot|real|human|anyone there)|want a (?:person|human|manager)|let me (?:talk|speak)|your (?:manager|supervisor)",
  ],
];

export const personKorean: readonly CueRow[] = [
  [
    1,
    "asks for a person",
    "(?:상담원|상담사|상담 ?직원|상담자|담당자|담당 ?직원|직원|사람|매니저|책임자|관리자|팀장|실무자|전문가|영업 ?담당|윗분)(?:님|분)?(?:과|와|이랑|랑|하고|을|를|이|가|한테|께|에게|으로|로)? ?(?:직접 ?|좀 ?|바로 ?|빨리 ?|얼른 ?)*(?:연결|바꿔|통화|전화|얘기|이야기|대화|상담(?:하|받|을|하고)|연락(?: ?좀)?(?: ?주| ?부탁| ?바라)|불러|말(?:씀)?(?:하|나누)|만나|배정|답변해|답해|확인해 ?주)|(?:진짜|실제) ?(?:사람|상담원|직원|상담사)|사람(?:이|과|하고|이랑)? ?(?:직접|답|연결|상담|통화)|(?:챗봇|봇|로봇|AI|인공지능|기계|자동 ?(?:응답|답변|답장))(?:은|는|이|말고|이랑|하고|과)? ?(?:말고|싫|필요 ?없|그만|아닌 ?사람|안 ?돼|답답|대신|빼)|(?:전화|통화)(?:를|로|가|좀)? ?(?:좀 ?|꼭 ?|바로 ?|빨리 ?|직접 ?)*(?:주세요|주십|주시|줘|부탁|상담|원합|원해|하고 ?싶|걸어|가능|바랍|요청)|콜백|유선(?:으로|상)|직접 ?(?:통화|상담|대화|만나)|(?:어느|누구|어떤) ?(?:분|담당|부서)(?:께|에게|한테|에|과|이)? ?(?:드리|문의|연락|말|얘기|하면|보내|상담)|대표 ?번호|고객 ?센터 ?(?:전화|번호)|전화 ?번호(?:가|는|를|좀)? ?(?:뭐|어떻|알려|어디|몇|있)",
  ],
];
