import type { Concept } from "../concept.ts";

/** Sign-in, account, plan, security, privacy. Just over the usual length: one list of topics that border on each other. */
export const accountConcepts: readonly Concept[] = [
  {
    id: "sign_in",
    near: ["account", "security", "bug"],
    english: [
      [
        3,
        "(?:forgot(?:ten)?|reset|recover|lost|remember|change|new|wrong|incorrect|temporary) (?:\\p{L}+ ){0,2}(?:password|passcode|pin|username|login|credentials)|password (?:\\p{L}+ ){0,3}(?:reset|forgotten|expired|not work\\p{L}*|doesn't|invalid|incorrect|wrong|link|rejected)|(?:can't|cannot|can not|unable to|not able to|couldn't|won't let me|trouble|problems?|issues?|fail(?:s|ed|ing)? to|how (?:do|can) i|trying to|still can't|not let me|impossible to) (?:\\p{L}+ )?(?:log(?:ging)? ?(?:in|on)|sign(?:ing)? ?(?:in|on)|login|authenticate|access(?:ing)? (?:my|the) account|get (?:back )?into my account)|locked out|(?:account|login|profile) (?:is |was |got |has been |been )?(?:locked|blocked for too many)|reset link|magic link",
      ],
      [
        2.5,
        "(?:sms|verification|authentication|security|one.?time|login|confirmation|2fa|otp|six.digit|access|auth) ?(?:codes?|pins?|texts?|passcodes?)|authenticator|two.?(?:factor|step)|2fa|mfa|otp|backup codes?|captcha|sso|single sign.?on|(?:face|touch) ?id|passkeys?|biometric|new phone (?:\\p{L}+ ){0,5}(?:code|authenticator|log)",
      ],
      [
        1.5,
        "passwords?|passcode|log(?:ging|ged)? ?(?:in|on|out)|login|sign(?:ing|ed)? ?(?:in|on|out)|username|credentials|session (?:expired|timeout)|keeps? logging me out",
      ],
    ],
    korean: [
      [
        3,
        "(?:비밀번호|비번|패스워드|암호|아이디|PIN|핀 ?번호)(?:를|을|가|이|는|은|도)? ?.{0,6}(?:잊|까먹|분실|찾|재설정|초기화|틀|바꾸|변경|모르|기억|만료|오류|안 ?맞|맞는데|입력|리셋)|로그인(?:이|을|도|은|하려|하는데|하면|만|조차)? ?(?:자꾸 ?|계속 ?|전혀 ?|아예 ?|갑자기 ?|할 ?때 ?|시 ?)?(?:안|못|불가|실패|오류|에러|막|제한|할 ?수|되지|튕|풀|잠|어떻|문제|화면|이 ?안)|로그인(?:할 ?때|하는데|하려)|접속(?:이)? ?(?:잠|제한|차단)|계정(?:이)? ?잠|재설정 ?(?:링크|메일|이메일)|잠금(?:을)? ?(?:해제|풀)",
      ],
      [
        2.5,
        "인증 ?(?:번호|코드|문자|메일|메시지|앱|키)|본인 ?인증|문자 ?인증|이메일 ?인증|2단계|이중 ?인증|OTP|오티피|간편 ?로그인|소셜 ?로그인|카카오 ?로그인|네이버 ?로그인|구글 ?로그인|자동 ?로그인|로그아웃|지문|페이스 ?ID|공동 ?인증서|백업 ?코드|캡차",
      ],
      [1.5, "비밀번호|비번|패스워드|로그인|아이디(?!어)|세션"],
    ],
    phrases: {
      english: [
        "I can't log in to my account",
        "I forgot my password and the reset mail never came",
        "the login page keeps saying wrong password although it is right",
        "how do I reset my passcode",
        "my account got locked after too many tries",
        "I'm not receiving the verification code by text",
        "the authenticator app is on my old phone, how do I get back in",
        "the sign-in link in the e-mail has expired",
        "which e-mail did I use to register",
        "it logs me out every few minutes",
        "two-factor code is rejected",
        "single sign-on shows an error",
        "I don't remember my username",
        "the password reset link says invalid",
        "can't get past the sign in screen",
      ],
      korean: [
        "로그인이 안 돼요",
        "비밀번호를 잊어버렸어요",
        "비밀번호 재설정 메일이 오지 않아요",
        "아이디를 찾고 싶습니다",
        "인증번호 문자가 안 옵니다",
        "비밀번호를 여러 번 틀려서 계정이 잠겼어요",
        "맞게 입력했는데 비밀번호가 틀렸다고 나와요",
        "휴대폰을 바꿔서 2단계 인증을 못 하겠어요",
        "자꾸 로그아웃됩니다",
        "카카오 계정으로 가입했는데 로그인이 안 됩니다",
        "재설정 링크가 만료됐대요",
        "OTP 앱을 지워 버렸어요",
        "본인 인증에서 계속 막힙니다",
        "로그인 화면에서 넘어가지 않아요",
        "가입한 이메일이 기억이 안 나요",
      ],
    },
  },
  {
    id: "account",
    near: ["sign_in", "subscription", "privacy", "howto"],
    english: [
      [
        2.5,
        "(?:change|update|edit|correct|modify|replace|add|remove|wrong|new|old|fix|misspel\\p{L}+) (?:\\p{L}+ ){0,4}(?:e-?mail(?: address)?|phone(?: number)?|mobile(?: number)?|(?:user|last|first|sur|full|display|company|legal)? ?name|profile(?: picture| photo)?|birthday|date of birth|account (?:details|info\\p{L}*|settings|type|name)|contact details|personal details|avatar|nickname)|(?:delete|close|deactivate|remove|erase|terminate|shut down|get rid of|cancel) (?:\\p{L}+ ){0,2}(?:account|profile|membership)|account (?:deletion|closure|deactivation|removal)|(?:create|open|register|set up|make) (?:\\p{L}+ ){0,2}(?:account|profile)|merge (?:\\p{L}+ ){0,3}accounts?|transfer (?:\\p{L}+ ){0,3}(?:account|ownership)|two accounts|another account|duplicate account|switch (?:\\p{L}+ ){0,2}accounts?|reactivate",
      ],
      [
        1.2,
        "my (?:profile|account|details)|sign(?:ing)? up|regist(?:er|ration|ered)|unsubscribe|newsletter|notification (?:settings|preferences)|(?:phone|mobile) number|married name|got married|e-?mail address",
      ],
    ],
    korean: [
      [
        2.5,
        "(?:이메일|메일 ?주소|전화번호|휴대폰(?: ?번호)?|핸드폰(?: ?번호)?|연락처|번호|이름|성함|닉네임|별명|생년월일|생일|프로필(?: ?사진)?|회원 ?정보|개인 ?정보|계정 ?정보|명의|개명|회사명|상호)(?:를|을|가|이|은|는)? ?.{0,6}(?:변경|바꾸|바꿔|바뀌|바꿨|수정|고치|정정|업데이트|잘못|등록|추가)|(?:회원|계정)? ?탈퇴|계정(?:을|은|를)? ?(?:삭제|없애|지우|지워|만들|통합|합치|이전|복구|폐쇄|닫|휴면|해제|옮)|휴면|회원 ?가입|가입(?:하고|은|을|이|하려|했|방법)(?! ?한 ?이메일)|계정(?:이)? ?(?:두|2) ?개|개명",
      ],
      [1.2, "회원 ?정보|프로필|내 ?정보|계정|수신 ?(?:거부|동의)|알림 ?설정|마이 ?페이지"],
    ],
    phrases: {
      english: [
        "I want to change the e-mail address of my account",
        "please update my phone number",
        "my name is spelled wrong in my profile",
        "how can I delete my account",
        "close my account for good",
        "I have two accounts and want to merge them",
        "I got married and need my last name changed",
        "how do I register",
        "transfer the account to my colleague",
        "I no longer want the newsletter",
        "change the profile picture",
        "how do I edit my contact details",
      ],
      korean: [
        "이메일 주소를 변경하고 싶어요",
        "휴대폰 번호가 바뀌었어요",
        "이름이 잘못 등록되어 있습니다",
        "회원 탈퇴하고 싶습니다",
        "계정을 삭제해 주세요",
        "계정이 두 개인데 합칠 수 있나요",
        "개명해서 회원 정보 수정이 필요해요",
        "휴면 계정을 풀고 싶어요",
        "회원 가입은 어떻게 하나요",
        "프로필 사진을 바꾸고 싶어요",
        "광고 메일 수신을 거부하고 싶습니다",
        "담당자가 바뀌어서 계정 명의를 변경해야 합니다",
      ],
    },
  },
  {
    id: "account_closure",
    near: ["account", "subscription", "privacy", "sign_in"],
    english: [
      [
        3,
        "(?:delete|close|deactivate|remove|erase|terminate|shut down|get rid of|leave|quit) (?:\\p{L}+ ){0,2}(?:account|profile|membership)|account (?:deletion|closure|deactivation|removal)|(?:don't|do not) want to be a (?:customer|member|user)|close it for good",
      ],
    ],
    korean: [
      [
        3,
        "탈퇴|계정(?:을|은|를)? ?(?:완전히 ?|영구 ?)?(?:삭제|없애|지우|지워|닫|폐쇄|해지)|휴면|(?:더 ?이상|이제|그만) ?(?:이용|사용)(?:을)? ?(?:안|하지)|회원 ?(?:해지|삭제)",
      ],
    ],
    phrases: {
      english: ["delete my account", "I want to close my profile for good", "how can I leave your service"],
      korean: ["탈퇴하고 싶어요", "계정을 완전히 지워 주세요", "회원을 그만두려고 합니다"],
    },
  },
  {
    id: "subscription",
    near: ["account", "billing", "sales"],
    english: [
      [
        2.5,
        "(?:upgrade|downgrade|switch|change|move|cancel|pause|renew|extend|stop|end|go|resume|freeze|terminate) (?:\\p{L}+ ){0,5}(?:plan|subscription|tier|package|trial|membership|renewal|contract|seats?)|(?:auto.?|automatic(?:ally)? )renew\\p{L}*|(?:free )?trial (?:\\p{L}+ )?(?:end|expire|period|over|run)\\p{L}*|(?:pro|basic|premium|standard|business|free|starter|plus|enterprise|team|annual|yearly|monthly) (?:plan|tier|subscription|package|version|membership)|(?:from|to) (?:the )?(?:pro|basic|premium|standard|starter|monthly|yearly|annual|plus)|(?:add|remove|more|extra|fewer|reduce|buy) (?:\\p{L}+ ){0,2}seats?|unsubscribe from (?:the )?(?:plan|service|premium)|billing cycle|plan change",
      ],
      [
        1.5,
        "subscri(?:ption|be|bed|ber)s?|downgrad\\p{L}+|upgrad\\p{L}+|renewals?|renews?|trial|monthly|yearly|annual",
      ],
    ],
    korean: [
      [
        2.5,
        "(?:요금제|구독|플랜|멤버십|정기 ?(?:결제|배송|구독|권)|이용권|약정|상품권한|무료 ?체험|체험판|회원권)(?:를|을|은|는|이|가|도)? ?.{0,8}(?:변경|바꾸|바꿔|해지|취소|중단|일시 ?정지|업그레이드|다운그레이드|연장|갱신|올리|내리|낮추|높이|끝|만료|종료|전환|가입|재개|그만|신청|추가)|(?:프로|베이직|프리미엄|스탠다드|비즈니스|무료|유료|상위|하위|연간|월간|기본|플러스) ?(?:요금제|플랜|구독|버전|등급|이용권|으로 ?(?:변경|내리|올리|바꾸|전환))|자동 ?(?:갱신|연장|결제(?:를|가)? ?(?:해지|끄|취소|중지|막))|업그레이드|다운그레이드|해지(?! ?했는데)",
      ],
      [1.5, "구독|요금제|정기 ?결제|무료 ?체험|멤버십|갱신|약정|좌석 ?(?:추가|수)"],
    ],
    phrases: {
      english: [
        "I want to upgrade to the business plan",
        "how do I cancel my subscription",
        "when does my trial end",
        "switch from monthly to yearly billing",
        "downgrade to the free tier",
        "can I pause my membership for a month",
        "turn off automatic renewal",
        "what happens to my data when I change plan",
        "add five more seats",
        "my subscription renewed although I wanted to stop it",
        "when does the new plan take effect",
        "difference between basic and premium",
      ],
      korean: [
        "요금제를 변경하고 싶어요",
        "구독을 해지하려면 어떻게 하나요",
        "무료 체험은 언제 끝나나요",
        "월간에서 연간으로 바꾸고 싶습니다",
        "하위 요금제로 내리고 싶어요",
        "정기 결제를 중단해 주세요",
        "자동 갱신을 끄고 싶어요",
        "멤버십을 잠시 멈출 수 있나요",
        "사용자 좌석을 추가하고 싶습니다",
        "업그레이드하면 바로 적용되나요",
        "베이직과 프리미엄의 차이가 뭔가요",
        "구독이 자동으로 연장됐어요",
      ],
    },
  },
  {
    id: "security",
    near: ["privacy", "sign_in", "account"],
    english: [
      [
        3,
        "hack(?:ed|er|ers|ing)?|compromised|hijack(?:ed|ing)|breach(?:ed)?|phish(?:ing|ed)|spoof\\p{L}*|malware|ransomware|identity theft|(?:someone|somebody|a stranger|unknown person|another person|they|my ex\\p{L}*)(?: else)?(?: has| is| have| just)? (?:\\p{L}+ )?(?:logged|signed|got (?:in|into)|broke|accessed|taken over|took over|changed my|placed|using my|used my|bought|knows my|has access)|(?:unauthori[sz]ed|fraudulent|suspicious|unknown|unrecogni[sz]ed|unusual|strange) (?:\\p{L}+ )?(?:transactions?|purchases?|orders?|access|log.?ins?|sign.?ins?|activity|devices?|e-?mails?|messages?|links?|sessions?|alerts?|calls?)|(?:sign.?in|log.?in|device|access|session|alert|notification)s? (?:\\p{L}+ ){0,6}(?:don't|do not|didn't|did not) (?:recogni[sz]e|make|know|do)|account takeover|fake (?:e-?mail|site|website|message|invoice|call|app)|pretending to be you|scam (?:e-?mail|call|message|sms)|is this (?:e-?mail|message|sms|call|link) (?:really )?(?:from you|real|legit\\p{L}*|genuine)|vulnerabilit(?:y|ies)|(?:stolen|lost) (?:my )?(?:phone|laptop|device|card)|leaked",
      ],
      [1, "security|secure|suspicious|fraud|encrypt\\p{L}*|penetration test|soc ?2|iso ?27001|bug bounty"],
    ],
    korean: [
      [
        3,
        "해킹|해커|도용|탈취|털렸|뚫렸|피싱|스미싱|보이스 ?피싱|랜섬|악성 ?코드|(?:의심스러운|수상한|모르는|낯선|이상한|처음 ?보는|알 ?수 ?없는) ?(?:로그인|접속|기기|결제|주문|메일|문자|링크|활동|전화|사람|알림|IP|기록)|(?:제가|내가|본인이) ?(?:안 ?한|하지 ?않은|한 ?적 ?없는) ?(?:로그인|접속|주문|결제|가입)|(?:누가|누군가|모르는 ?사람|다른 ?사람|타인|남이|해외에서)(?:이|가)? ?.{0,16}(?:로그인|접속|주문|결제|사용|바꿨|바꾸|변경|인출|훔|들어왔|들어와|쓰고)|로그인 ?(?:알림|기록|시도)|해외 ?(?:로그인|접속|IP)|사칭|가짜 ?(?:메일|사이트|문자|앱)|보안 ?(?:사고|문제|취약|경고|알림)|취약점|명의 ?도용|부정 ?(?:사용|결제|로그인)|유출",
      ],
      [1, "보안|의심|수상|암호화|차단해"],
    ],
    phrases: {
      english: [
        "I think my account has been hacked",
        "someone ordered things from my account",
        "I received a login alert from a country I have never been to",
        "is this e-mail really from you or is it phishing",
        "there is a device in my account that I don't know",
        "somebody changed my password and address",
        "I lost my phone, please block access",
        "a person claiming to be from your company called me",
        "we found a vulnerability in your site",
        "unknown login attempts every night",
        "I clicked a suspicious link, what should I do",
        "please lock my account at once",
      ],
      korean: [
        "계정이 해킹당한 것 같아요",
        "누가 제 아이디로 주문을 했어요",
        "모르는 지역에서 로그인했다는 알림이 왔습니다",
        "이 메일이 정말 귀사에서 보낸 건가요",
        "처음 보는 기기가 등록되어 있어요",
        "비밀번호와 주소가 누군가에 의해 바뀌었어요",
        "휴대폰을 잃어버렸으니 접속을 막아 주세요",
        "직원을 사칭하는 전화를 받았습니다",
        "보안 취약점을 발견해서 알려 드립니다",
        "의심스러운 문자를 받았는데 피싱인가요",
        "제가 하지 않은 로그인 기록이 있어요",
        "계정을 바로 정지해 주세요",
      ],
    },
  },
  {
    id: "privacy",
    near: ["security", "account", "legal"],
    english: [
      [
        3,
        "gdpr|ccpa|pipa|privacy|data protection|personal (?:data|information)|subject access|art(?:icle|\\.)? ?(?:15|17|20)|right to be forgotten|(?:my|our|customer|all) data (?:you|that you|about me|held|stored|is stored|deleted|shared|with third)|data (?:you|that you) (?:have|hold|store|keep|collect)|(?:delete|erase|remove|wipe) (?:all )?(?:of )?my (?:personal )?(?:data|information|records|history)|(?:share|sell|sold|shared|process|store|collect|retain) (?:\\p{L}+ ){0,2}(?:my|our|customer|personal) (?:\\p{L}+ )?(?:data|information|details)|data processing agreement|dpa|processors?|cookies?|consent|where (?:is|are) (?:my|our|the) (?:data|files) (?:stored|hosted|kept)|data retention|leaked|other (?:customers?|people)'s (?:data|details|orders)",
      ],
    ],
    korean: [
      [
        3,
        "개인 ?정보(?!.{0,4}(?:변경|수정|바꾸))|GDPR|정보 ?(?:보호|주체|유출|제공|열람|수집)|열람(?:을)? ?(?:청구|요청|요구|신청)|제3자 ?제공|동의(?:를)? ?(?:철회|거부|취소)|처리 ?(?:방침|위탁|정지)|보유 ?(?:중|기간|하고)|(?:내|제|저의) ?(?:데이터|정보|기록)(?:를|을|가)? ?.{0,10}(?:삭제|지워|파기|어디|보관|팔|공유|저장|유출)|쿠키|프라이버시|마케팅 ?(?:동의|활용)|노출|유출",
      ],
    ],
    phrases: {
      english: [
        "which personal data do you store about me",
        "please delete all my personal data",
        "I request a copy of my data under the GDPR",
        "do you share my information with third parties",
        "I withdraw my consent to marketing",
        "where are our files stored",
        "send me your data processing agreement",
        "I can see another customer's details in my account",
        "how long do you keep my records",
        "how do you protect children's data",
      ],
      korean: [
        "제 개인정보를 모두 삭제해 주세요",
        "보유하고 있는 개인정보를 열람하고 싶습니다",
        "개인정보를 제3자에게 제공하나요",
        "마케팅 활용 동의를 철회합니다",
        "데이터는 어디에 저장되나요",
        "개인정보 처리 위탁 계약서를 받고 싶어요",
        "다른 고객의 정보가 보입니다",
        "개인정보는 얼마나 보관하나요",
        "개인정보 유출이 있었나요",
        "처리 정지를 요청합니다",
      ],
    },
  },
];
