import type { CueRow } from "../find-cues.ts";

/**
 * Text that gives orders to a machine. 1 is suspicious by itself. It is a courtesy to the agent and one gate;
 * the defence is that no text can open a gate. Rows look for what attacks need — an addressee that is a model,
 * an order about its rules, its output or its state — and not for known sentences.
 */
export const injectionEnglish: readonly CueRow[] = [
  [
    1,
    "overrides instructions",
    "(?:ignor(?:e|ing)|disregard|forget|override|bypass|overrule|discard|drop|skip|violate) (?:\\p{L}+ ){0,4}(?:instructions?|rules|prompts?|guidelines|polic(?:y|ies)|directives?|constraints?|restrictions?|safeguards?|filters?|guardrails?|above|context|programming|training)|(?:new|updated|real|true|following|hidden|special|secret) (?:\\p{L}+ )?(?:instructions?|directives?|system (?:prompt|message|policy))(?: (?:for|to) (?:you|the (?:assistant|ai|bot|model)|ai)| ?:)|from now on,? (?:you |your |answer|reply|respond|always (?:say|answer|reply|respond|approve|include))|stop being|developer mode|debug mode on|jailbreak\\p{L}*|dan mode|(?:you are|you're) now (?:\\p{L}+ ){0,3}(?:dan|an?|the|free|unrestricted|in)|(?:stay|remain) in character|pretend (?:to be|you|that you)|role.?play as|act as my \\p{L}+ and|(?:new|real|true) system prompt|on behalf of the company (?:that|,|admit|confirm|promise|state)|admit (?:that )?(?:you|the company) (?:are|is) liable|act as (?:an?|the|if you)|no (?:restrictions|limits|rules|filters?) (?:appl\\p{L}+|anymore|from)?|unrestricted",
  ],
  [
    1,
    "asks for the prompt",
    "(?:print|show|reveal|repeat|output|display|leak|dump|tell me|give me|write|share|send|encode|translate|summari[sz]e|what (?:is|are|was|were)) (?:\\p{L}+ ){0,5}(?:your|the) (?:full |entire |whole |exact |hidden |initial |original |secret |complete )*(?:system ?prompt|system message|initial (?:prompt|instructions)|instructions (?:above|you|verbatim)|prompt(?: text)?|hidden (?:rules|instructions)|pre.?prompt|configuration|environment variables?|api keys?)|(?:system ?prompt)(?: \\p{L}+){0,6} (?:base64|verbatim|first line)|(?:words|text|everything|lines?) above (?:this|verbatim)|verbatim (?:your|the) (?:instructions|prompt)",
  ],
  [
    1,
    "addresses a machine",
    "(?:^|[.!?\\n] ?|ps:? |p\\.s\\.:? |note:? )(?:dear |hey |hello |attention,? ?|note (?:to|for) (?:the )?|to (?:the )?|instructions? (?:to|for) (?:the )?|message (?:to|for) (?:the )?|@)?(?:ai|assistant|chat ?bot|bot|llm|language model|gpt|chatgpt|claude|gemini|model|ai reader|ai (?:agent|assistant|model|system))(?: (?:reader|agent|assistant|model|system))?(?: of this (?:document|e-?mail|ticket))?[:,]|note to (?:the )?(?:ai|assistant|bot|llm|model)|as an ai(?:,| you|(?: \\p{L}+)? (?:model|assistant))|if you are an? (?:ai|llm|bot|language model|assistant|automated \\p{L}+),|(?:ai|llm|assistant|model|bot)s? (?:reading|processing|that reads?|who reads?|handling|must|should|is instructed|will) (?:this|now|always|comply|obey|the|approve|reply|respond|include|ignore|classify|mark|set)|dear ai",
  ],
  [
    1,
    "fakes a system message",
    "[\\[<({]+ ?/?(?:system|sys|admin|inst|im_start|im_end|assistant|developer|instruction|user|end of (?:ticket|message)|customer_message|ticket)[^\\])>}\\n]{0,20}[\\])>}]+|\\[\\[ ?/?(?:assistant|user|system|agent|customer)[^\\]\\n]{0,20}\\]\\]|#{2,} ?(?:instructions?|system|new task|task|override|assistant|prompt|response|end)|^(?:system|assistant|developer|instruction|admin|root|override) ?(?:message|prompt|note|notice|override|alert|update)? ?:|<\\|[a-z_]+\\|>|begin (?:system|admin|instructions?)|end of (?:user|customer) (?:input|message|text)|-{3,} ?(?:system|end of|new instructions)",
  ],
  [
    1,
    "dictates the handling",
    "(?:set|change|mark|switch|update|put|force) (?:the |this |its |my )?(?:ticket )?(?:status|priority|severity|category|queue|confidence|sla|urgency)(?: \\p{L}+)?(?: ?=| to| as)|(?:status|priority|confidence|auto_?close|category|urgency|severity|refund|approved) ?(?:=|:) ?(?:\"?(?:solved|closed|urgent|critical|true|1\\.0|1|high|p1|resolved|approved|security))|classify (?:this|it|the (?:ticket|message)|as)|(?:assign|route|send|forward|escalate) (?:this |it |the ticket )?(?:to|into) (?:the )?(?:queue|admin|root|executives?|ceo)|(?:^|[:.] ?)assign to |(?:do not|don't|never|without) (?:notify\\p{L}*|alert\\p{L}*|inform\\p{L}*|tell\\p{L}*|involv\\p{L}+|send\\p{L}* to|ask\\p{L}*) (?:the |an? |any )?(?:agents?|humans?|staff|people|anyone|tier|support team|manager)|no (?:human|agent|person) (?:needed|required|review|involved|necessary)|regardless of (?:the )?content|mark (?:as|it as) (?:spam|resolved|solved)|block sender|close (?:all|every) tickets?|required skill",
  ],
  [
    1,
    "dictates the answer",
    '(?:in|at the end of|at the bottom of|into|end|begin|start|finish|prefix|enhance|modify|alter|amend|craft|adjust|customi[sz]e|revise|include in) (?:all |every |each |your |of your )*(?:your )(?:next |final |every )?(?:repl(?:y|ies)|answers?|responses?|output|summary|e-?mail reply)(?! (?:from|of|i|was|is|has|did|said|to my|about|on|yesterday|last|and|that|but|which|regarding|as soon|soon|asap))|(?:your|the) (?:repl(?:y|ies)|answers?|responses?|output) (?:must|should|has to|needs to|shall|will) (?:\\p{L}+ )?(?:include|contain|say|be|start|end|begin|only|state|mention|promote|have)|(?:reply|respond|answer) (?:only |just |back )?(?:with|in) (?:only |just |the (?:exact )?(?:words?|phrase|sentence|text)|base64|json|markdown|rot13|hex|emojis?|"|exactly|morse|reverse|all caps|pig latin|python)|(?:reply|respond|answer) (?:only|just|exactly)|(?:say|write|confirm|answer|reply|respond|state|print|include)(?: \\p{L}+){0,4} (?:the )?(?:exact(?:ly)? (?:words?|phrase|sentence|following)|verbatim|word for word)|(?:include|add|insert|append|put|embed|attach) (?:\\p{L}+ ){0,4}(?:image|paragraph|sentence|link|url|text|phrase|markdown|script|footer|notes?|following) (?:\\p{L}+ ){0,6}(?:verbatim|in (?:your|every|all|the) (?:repl|answer|response)\\p{L}*|at the end|so (?:that )?i know|to (?:your|every|all|the) (?:repl|answer|response)\\p{L}*)|in (?:this and )?all future (?:tickets|replies|conversations|messages)|every reply you|write (?:a|the) reply (?:that|saying|which)|in your reply,? (?:tell|say|include|write|mention|ask|promise|state|add|link|confirm)|tell the (?:customer|user|reader|client)|(?:answer|reply|respond) in (?:markdown|base64|json)|just print|do not (?:mention|reveal|disclose|add anything)',
  ],
  [
    1,
    "asks for tools or secrets",
    '(?:call|use|invoke|run|execute|trigger) (?:the )?(?:tool|function|command|api|plugin|shell|sql|query)s?\\b|(?:search|update|delete|list|get|close|create|send|read|fetch)_(?:\\p{L}|_)+|"(?:tool|function|name|action)" ?: ?"|"?auto_?close"? ?:|"(?:category|reply|status|confidence)" ?:|(?:internal|confidential|private internal|agent|staff) (?:notes?|comments?|memos?|messages?)(?! from)|(?<!(?:account|app|page|site|screen|profile|portal|dashboard|it) (?:now |suddenly )?(?:shows?|displays?|lists?) (?:me )?|i (?:can |could )?see |seeing |received |got )(?:other|another|previous|all|every|that|last \\d+|different) (?:customers?|users?|clients?|people|person|requesters?)(?:\'s?|s\')? (?:\\p{L}+ ){0,3}(?:e-?mails?|e-?mail addresses|tickets?|data|names?|conversations?|phone(?: numbers?)?|addresses|orders?|details|messages|information|records|history)(?! (?:are|is|were|was|appear(?:s|ed)?|showed|leaked) )|tickets? (?:from|of|by) (?:other|another|all|different|previous)|conversation of (?:the )?(?:previous|other|another|last)|environment variables?|api keys? (?:stored|in your)|your (?:environment|database|knowledge base|memory|training|configuration|credentials|secrets?|source code)|raw json|select \\* from|drop table|rm -rf|curl http',
  ],
  [
    1,
    "smuggles text",
    "(?:decode|decrypt|unscramble|translate|convert|rot13|unhex|base64)(?: \\p{L}+){0,4} (?:and|then) (?:follow|execute|do|run|obey|act|print|perform|apply|respond|answer)|base64|[a-z0-9+/]{48,}={0,2}|!\\[[^\\]]{0,80}\\]\\(|\\{\\{|\\$\\{|<script|javascript:|data:text|\\bonerror ?=|when (?:you|i) (?:see|say|send|read|write)(?: \\p{L}+){0,3} (?:\"|'|code ?word|the word|trigger)",
  ],
  [
    1,
    "poisons the knowledge",
    "(?:learn|remember|memori[sz]e|save|store|add)(?: \\p{L}+){0,6} (?:as (?:the|an) official|to (?:your|the) (?:knowledge|memory|kb|database)|for all (?:customers|users|future)|permanently|official answer)|official answer for|treat (?:this|the following) as (?:true|official|policy|an? instruction)|(?:new|updated) (?:company )?polic(?:y|ies)(?: from \\p{L}+)? ?:",
  ],
  [
    1,
    "claims authority over the machine",
    "you (?:are|have been|'re) (?:\\p{L}+ )?(?:authori[sz]ed|permitted|allowed|instructed|programmed|required|obliged|empowered|configured) to (?:issue|approve|refund|grant|share|give|send|ignore|disclose|provide|apply|release)|(?:the )?customer is (?:a |an )?(?:vip|vvip|admin|owner|employee)|approve (?:a |the |this |my )?(?:full |complete |100% )?(?:refund|credit|discount|coupon)|apply (?:a )?\\d+ ?% (?:refund|discount|coupon)|paste (?:that|the|all|his|her|their|this) (?:\\p{L}+ ?(?:'s)? ?){0,3}(?:conversation|data|e-?mail|phone|address|notes|ticket|here)|offer (?:a |them |him |her |the customer )?(?:coupon|discount|refund|compensation|voucher)|confirm in writing that you|(?:your|the) company is a scam|customers should use",
  ],
  [
    0.6,
    "sets a task",
    "(?:write|compose|draft|create|generate|produce|craft) (?:me )?(?:an? |the |some )?(?:\\p{L}+ )?(?:poem|essay|story|song|haiku|limerick|speech|blog|article|tweet|script|novel|screenplay|recipe|joke|program|function|algorithm|lyrics|headline|clickbait)|translate (?:the|this|that|into|everything|following)(?: \\p{L}+){0,6} (?:to|into|in) \\p{L}+|rearrange the letters|(?:replace|substitute|swap) (?:\\p{L}+ ){0,5}(?:letters?|words?|characters?|vowels|consonants|numbers?|homophones?)|remove all (?:the )?(?:spaces|vowels|punctuation)|(?:misspell|anagram|shuffle|reverse|scramble|encode|encrypt)(?:ing|s)? (?:\\p{L}+ ){0,4}(?:words?|letters?|text|message|response|reply|sentence)?|in the style of|step.by.step guide to|what is the capital of|who (?:wrote|painted|invented|discovered|composed)|explain (?:the (?:theory|concept|process|difference)|quantum|how (?:photosynthesis|gravity|black holes))|solve (?:the|this|for)|python (?:code|script|program|function)|write (?:a )?code",
  ],
];

export const injectionKorean: readonly CueRow[] = [
  [
    1,
    "overrides instructions",
    "(?:이전|기존|앞(?:의|선)?|위(?:의)?|지금까지(?:의)?|모든|원래|시스템|내부|너의|당신의|네) ?(?:의 ?)?(?:모든 ?)?(?:지시|명령|규칙|지침|프롬프트|설정|제한|안내|정책|가이드라인|제약|룰)(?:사항|들)?(?:을|를|은|는)? ?(?:모두 ?|전부 ?|다 ?|완전히 ?|일체 ?)?(?:무시|잊|무효|따르지|해제|어기|버리|초기화|건너)|(?:지시|명령|규칙|지침|제한|안전장치|정책)(?:사항)?(?:을|를|은|는)? ?(?:모두 ?|전부 ?|다 ?)?(?:무시(?:하|해|한)|잊(?:어|고)|우회|해제(?:하|해))|(?:지금|이제)부터 ?(?:너는|넌|당신은|너의|네|당신이|모든 ?답|답변)|(?:새로운|진짜) ?시스템 ?프롬프트|(?:회사|귀사|당사)(?:를|을)? ?대신(?:해서|하여|해) ?.{0,20}(?:인정|약속|확약|써|답)|(?:상담|업무|답변)(?:은|을)? ?그만(?:두고|하고)|(?<![가-힣])(?:너는|넌|너의|네가|너에게|너한테)(?![가-힣])|(?:너|당신|넌)(?:는|은)? ?(?:이제 ?)?(?:제한|규칙|제약)(?:이|도)? ?없|개발자 ?모드|디버그 ?모드|탈옥|제한(?:이)? ?없는|역할(?:을|에서|극)? ?(?:벗어나지|유지|놀이|수행|연기|맡)|(?:인|한|된|는) ?척 ?(?:해|하|말)|캐릭터(?:를)? ?유지|ignore ?(?:the ?)?(?:이전|기존|모든|앞)|새(?:로운)? ?(?:지시|명령|규칙|정책|시스템 ?메시지)(?:사항)?(?: ?[:：]|이 ?적용|을 ?따|에 ?따)",
  ],
  [
    1,
    "asks for the prompt",
    "(?:시스템 ?프롬프트|프롬프트(?: ?전문| ?내용| ?원문)|초기 ?(?:지시|설정|명령)|내부 ?(?:지시|지침|규칙|설정|정책)|숨겨진 ?(?:지시|규칙|명령|프롬프트)|너에게 ?주어진|당신에게 ?주어진|환경 ?변수|api ?키)(?:을|를|의|은|는|이|가|전문|전체|전부|내용)? ?(?:.{0,12})(?:출력|보여|알려|공개|말해|적어|복사|인쇄|번역|요약|나열|내놔|뭐|무엇|넣|포함)",
  ],
  [
    1,
    "addresses a machine",
    "(?:AI|에이아이|인공지능|챗봇|봇|LLM|언어 ?모델|모델|어시스턴트|GPT|챗GPT)(?: ?상담원| ?상담사| ?비서| ?시스템| ?어시스턴트)?(?:에게|님|야|아|는|은|께|,|:|：) ?.{0,24}?(?:무시|출력|포함|승인|분류|설정|변경|제출|넣|복사|하시오|하라|할 ?것|해야 ?(?:합|한|해)|보내|답(?:해|하)|작성|환불|알려|따르|실행|처리|[:：])|(?:답변(?:을)? ?(?:작성|생성)하는|이 ?(?:문서|메일|글|티켓|문장|메시지)(?:를|을)? ?(?:읽|쓰|처리|분석)(?:는|고 ?있는)) ?(?:AI|인공지능|챗봇|모델|시스템|봇|고객|어시스턴트|너)|AI(?:에게|는|라면|이므로|니까|로서)|당신은 ?(?:AI|인공지능|챗봇|이제|지금)|(?:너|넌|당신)(?:는|은)? ?(?:AI|인공지능|챗봇|상담 ?(?:봇|AI))|상담 ?AI",
  ],
  [
    1,
    "fakes a system message",
    "[\\[<({【]+ ?/?(?:시스템|system|관리자|운영자|본사|상담원|어시스턴트|지시|명령|고객 ?문의|고객|관리 ?시스템)[^\\])>}】\\n]{0,14}[\\])>}】]+|#{2,} ?(?:지시|명령|시스템|새 ?지시|instruction)|^(?:시스템|관리자|운영자|본사|개발자|경영진)(?:의)? ?(?:지시|명령|메시지|알림|공지|새 ?정책|권한)? ?[:：]|(?:관리자|운영자|본사|경영진|대표|개발자)(?:의)? ?(?:지시|명령|새 ?정책|특별 ?승인)(?:입니다|이다|이니|에 ?따|으로|[:：])",
  ],
  [
    1,
    "dictates the handling",
    "(?:상태|우선 ?순위|긴급도|신뢰도|카테고리|분류|등급|심각도|큐|담당)(?:를|을|은|는)? ?.{0,10}(?:으로|로) ?(?:변경|설정|분류|지정|바꾸|올려|처리)(?:하(?:세|시|고|라|십|여)|할 ?것|해)|(?:스팸|긴급|해결|완료|보안 ?사고|1순위|최우선)(?:됨|\\S{0,6})?(?:으로|로) ?(?:분류|변경|설정|처리|종료|지정|표시)(?:하|할|해)|내용(?:과|에)? ?(?:관계|상관) ?없이|(?:상담원|담당자|직원|사람|관리자)(?:에게|한테|의)? ?(?:알리지|전달하지|보내지|연결하지|확인(?:은)? ?(?:필요 ?없|생략)|개입 ?없|검토 ?없|승인 ?없)|사람 ?(?:확인|검토|승인|개입)(?:은|이|도)? ?(?:필요 ?없|없이|생략)|티켓(?:을|은)? ?(?:자동 ?|즉시 ?|바로 ?|모두 ?)(?:종료|닫|삭제|해결)|즉시 ?(?:종료|닫)|처리 ?완료되었습니다|자동 ?(?:승인|종료|환불)",
  ],
  [
    1,
    "dictates the answer",
    "(?:답변|답장|회신|응답|reply|답)(?:의|에|을|은|마다|할 ?때|에는|에다|을 ?할 ?때)? ?(?:맨 ?|가장 ?|항상 ?|반드시 ?|꼭 ?|끝에 ?|마지막에 ?|앞에 ?|본문에 ?)+(?:.{0,30})(?:넣|포함|추가|붙|적어|출력|시작|쓰)|(?:문장|링크|이미지|주소|문구|단락|내용)(?:을|를)? ?(?:반드시|꼭|그대로|항상|모든 ?답|답변에|답장에|reply에) ?.{0,10}(?:넣|포함|추가|붙|복사|출력|적어|써)|(?:그대로|빠짐없이|전부|모두|한 ?글자도 ?.{0,8}) ?(?:출력|복사|나열|인쇄|적어|써)(?:해|하|라|줘)?|(?:써|적어|출력해|말해|답해|대답해|작성해|인정해|승인해|지급해|환불해|보내|알려|해)라(?:[.!\\s]|$)|(?:라고|이라고)(?:만)? ?(?:답|말|출력|써|적|확약|확인)(?:하(?:세|라|시|십|고 ?서명)|해(?:라|줘|야)|변하|변해|력)|(?:앞으로|이후) ?모든 ?(?:고객|답변|티켓|대화|문의)|모든 ?고객(?:에게|의|한테) ?(?:보내|적용|답)|답변에 ?(?:.{0,40})(?:포함|넣어|추가|붙여)|reply에 ?(?:넣|포함|추가)|답변 ?맨 ?끝|서면으로 ?(?:답변|확약|확인|확정)|확약한다고|base64|마크다운",
  ],
  [
    1,
    "asks for tools or secrets",
    '(?:도구|함수|명령어|쿼리|tool)(?:를|을|로)? ?(?:.{0,16})(?:호출|실행|사용해)|(?:search|update|delete|list|get|close|create|send|read)_[a-z_]+|"auto_?close"|"(?:tool|reply|category|status)" ?:|내부 ?(?:메모|노트|기록|문서|자료)|비공개 ?(?:메모|노트)|(?:다른|타|모든|같은 ?문제를 ?겪은 ?다른|이전|전체|그) ?(?:고객|회원|사용자|이용자)(?:들|님)?(?: ?\\d+ ?명)?(?:의|들의|에 ?대한)? ?.{0,14}(?:이름|이메일|메일|연락처|전화|정보|명단|문의 ?내용|상담 ?내역|주소|목록|티켓|대화|내역)(?![^.!?\\n]{0,14}(?:보이|보여|보입|나오|나와|나옵|노출|유출|뜨|떠|뜹|왔|섞|잘못))|(?:바로 ?)?(?:앞|직전|이전|지난) ?(?:고객|사람|손님|대화|상담)(?:의|과|님의|이|가)? ?.{0,14}(?:내용|정보|요약|대화|문의|내역)|고객 ?(?:명단|목록|리스트|데이터베이스|DB)(?:을|를)? ?.{0,8}(?:제출|보내|출력|보여|알려|넘)|(?:저장된|환경의) ?(?:API|비밀|키|토큰)|json(?:을|으로)? ?(?:그대로|출력|보여)',
  ],
  [
    1,
    "smuggles text",
    "(?:디코드|디코딩|해독|복호화|번역)(?:해서|하고|한 ?(?:뒤|후|다음))? ?.{0,10}(?:따르|실행|수행|출력|이행)|!\\[[^\\]]{0,80}\\]\\(|\\{\\{|\\$\\{|<script|암호(?:를|가)? ?(?:말|보내|나오)면|코드 ?(?:워드|명)",
  ],
  [
    1,
    "poisons the knowledge",
    "(?:공식|표준|정식) ?(?:답변|안내|정책|답)(?:으로|로) ?(?:저장|등록|기억|학습|사용)|(?:기억|학습|저장)(?:해|하)(?:서|고|두)? ?.{0,10}(?:모든 ?고객|다음부터|앞으로)|지식 ?(?:베이스|창고)?에 ?(?:추가|저장|등록)|학습하(?:세요|라|시오)|모든 ?고객에게 ?적용",
  ],
  [
    1,
    "claims authority over the machine",
    '(?:환불|할인|승인|보상|쿠폰|결제)(?:을|를|해 ?줄)? ?(?:할 ?)?권한(?:이|을|도)? ?(?:있|부여|가지|받)|(?:VIP|VVIP|관리자|임직원)(?:이니|이므로|니까|라서|입니다) ?.{0,20}(?:환불|승인|쿠폰|지급|처리)|무조건 ?(?:.{0,10})(?:환불|지급|승인|할인|쿠폰|예라고|동의)|감사팀|(?:규정|정책|법)(?:상|에 ?따라|에 ?의해) ?.{0,14}(?:AI|챗봇|즉시 ?제출|제출해야|확약)|쿠폰(?:을|를)? ?(?:.{0,8})(?:발급|지급)(?:하라|할 ?것|한다|하시오|해라)|100% ?환불|(?:두|세) ?배 ?환불|대리인입니다.{0,40}(?:그|해당) ?(?:고객|회원)|(?:하시오|(?<!(?:못|안) ?)할 ?것(?! ?(?:같|이|을|은|도|만|입|임|인))|하라)(?:\\.|!|$|\\s|"|”)',
  ],
  [
    0.6,
    "sets a task",
    "(?:시|소설|에세이|노래|가사|대본|연설문|농담|코드|프로그램|블로그 ?글|기사)(?:를|을)? ?(?:한 ?편 ?)?(?:써 ?(?:줘|주세요|라)|지어|작성해 ?(?:줘|라)|만들어 ?(?:줘|라))|번역해 ?(?:줘|서|라)|거꾸로 ?(?:써|출력|말)|글자(?:를)? ?(?:섞|바꿔)|띄어쓰기(?:를)? ?(?:없|빼)|반말로|수도(?:는|가) ?(?:어디|무엇)",
  ],
];
