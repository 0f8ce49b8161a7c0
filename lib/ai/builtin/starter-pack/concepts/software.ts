import type { Concept } from "../concept.ts";

export const softwareConcepts: readonly Concept[] = [
  {
    id: "bug",
    named: {
      english:
        "bugs?|errors?|technical|tech(?: support)?|website|app(?:s|lication)?|crash\\p{L}*|glitch\\p{L}*|problems?",
      korean: "오류|버그|기술|에러|앱|웹 ?사이트|홈페이지|장애(?! ?인)",
    },
    near: ["outage", "howto", "integration"],
    english: [
      [
        3,
        "crash(?:es|ed|ing)?|freez(?:e|es|ing)|frozen|bugs?|buggy|glitch(?:es|y)?|error (?:message|code|\\d+|when|says|appears|while)|(?:an?|this|the|following|unknown|same|strange|weird) (?:\\p{L}+ )?errors?|blank (?:page|screen)|white screen|black screen|(?:app|page|site|button|form|screen|feature|export|upload|download|import|search|sync|printer|software|program|website|checkout|video|camera|notification|widget|plugin|extension|filter|report|calendar|map|link|image|photo|file|pdf|dashboard)s? (?:\\p{L}+ ){0,3}(?:not work\\p{L}*|doesn't|does not|don't|won't|fails?|failed|closes|stopped?|stops|stuck|hangs?|broken|missing|disappeared|not load\\p{L}*|not open\\p{L}*|keeps|slow|lag\\p{L}*|spins?|blank|empty|wrong|cut off|garbled)|(?:nothing happens|stops? at \\d+|stuck (?:at|on)|keeps (?:loading|spinning|crashing|closing|freezing)|won't (?:open|load|start|save|install|update|sync|play|upload|print)|can't (?:open|upload|download|save|install|export|import|print|attach|view|see) )|after (?:the |your |yesterday's |last |latest )*(?:\\p{L}+ )?update|(?:splash|loading) screen|cache|reinstall(?:ed)?|(?:android|iphone|ios|windows|mac|chrome|safari|firefox|browser|ipad|galaxy)(?: version)?|screenshots?|(?:wrong|empty|missing|garbled|duplicate) (?:data|values?|fields?|payloads?|rows?|characters|line_items)|not responding|incompatib\\p{L}+|upload(?:ing|s)?|synchroni[sz]\\p{L}+|sync",
      ],
      [
        1,
        "not working|doesn't work|does not work|broken|technical|issue with the (?:app|site|website)|loading|slow|404|app|page|button|website",
      ],
    ],
    korean: [
      [
        3,
        "오류|에러|버그|튕(?:겨|기|깁|김)|강제 ?종료|먹통|멈(?:춰|추|춥|췄|춤)|렉|(?:앱|어플|어플리케이션|화면|페이지|사이트|홈페이지|버튼|창|파일|사진|동영상|영상|검색|알림|지도|메뉴|목록|프린터|기능|프로그램|글자|이미지|업로드|다운로드|업데이트|동기화|로딩|첨부|결제창|엑셀|PDF|캘린더|리포트|보고서)(?:이|가|를|을|은|는|도|만|에서|으로)? ?.{0,10}(?:안 ?(?:돼|되|됩|열|켜|떠|뜨|보|나|눌|들|올|먹|받|들어)|꺼(?:져|지|집)|멈|깨(?:져|지|집)|사라|느(?:려|리)|하얗|까맣|검|백지|안되|실패|오류|에러|작동|이상|무한|비어|겹|잘려|눌러도|반응)|켜(?:면|자마자|지지)|실행(?:이|하면|할 ?때|되지)|하얀 ?화면|흰 ?화면|로딩(?:만|이|중)|업로드|올리(?:면|려|는데)|캐시|재설치|(?:갤럭시|아이폰|안드로이드|크롬|사파리|아이패드|윈도우|맥북|맥에서|브라우저|엣지)|눌러도 ?(?:아무|반응|안)|호환성|작동(?:이|을|하지)? ?(?:안|않)|\\d+ ?%에서|비어서 ?(?:와|나|옵)|업데이트 ?(?:이후|후|하고|하니|했더니)",
      ],
      [1, "안 ?열려|안 ?떠|안 ?눌|안 ?보여|이상(?:해|하게|합|한)|느려|앱|홈페이지|화면|동기화"],
    ],
    phrases: {
      english: [
        "the app crashes when I open it",
        "I get an error message when saving",
        "the page stays blank",
        "the upload stops halfway",
        "the button does nothing",
        "since the update nothing works any more",
        "search shows no results",
        "the app is very slow on my phone",
        "notifications don't arrive",
        "images are not displayed in the browser",
        "the export file is empty",
        "it freezes on the loading screen",
        "the video does not play",
        "my data is not synchronised between devices",
        "printing gives an error",
      ],
      korean: [
        "앱이 자꾸 꺼져요",
        "저장할 때 오류가 납니다",
        "화면이 하얗게 나와요",
        "파일 업로드가 중간에 멈춥니다",
        "버튼을 눌러도 반응이 없어요",
        "업데이트하고 나서 안 됩니다",
        "검색 결과가 안 나와요",
        "앱이 너무 느려요",
        "알림이 오지 않아요",
        "사진이 안 보입니다",
        "내보낸 파일이 비어 있어요",
        "로딩 화면에서 멈춰 있어요",
        "동영상이 재생되지 않아요",
        "기기끼리 동기화가 안 돼요",
        "글자가 깨져서 보여요",
      ],
    },
  },
  {
    id: "outage",
    named: {
      english: "outages?|incidents?|down ?time|availability|service status|system status|disruptions?",
      korean: "(?:서비스|시스템|서버|접속) ?장애|장애 ?(?:신고|문의)?|중단|점검",
    },
    near: ["bug", "integration", "howto"],
    english: [
      [
        3.5,
        "outages?|down ?time|incident|(?:site|website|server|servers|service|system|api|app|platform|portal|checkout|everything|dashboard|network|database|cluster|whole \\p{L}+) (?:is|are|was|were|went|seems?|has been|have been|keeps? going|'s|appears?)? ?(?:to be )?(?:\\p{L}+ )?(?:down|offline|unreachable|unavailable|not responding|not reachable)|(?:nobody|no one|none of us|everyone|all (?:of )?(?:our|us|users)|our (?:whole|entire)|entire|whole) (?:\\p{L}+ ){0,5}(?:can|can't|cannot|unable|locked|load|access|reach|connect|work|log|office|team|company|unreachable)|50[0234]s?|bad gateway|gateway time.?out|service unavailable|(?:site|api|everything|service|server|servers|platform) (?:is )?down|status page|scheduled maintenance|maintenance (?:window|tonight|planned)|time.?outs? (?:everywhere|for all)|in production|(?:degraded|intermittent) (?:service|performance)|(?:all|every|whole) (?:requests?|calls?|regions?|endpoints?|pages?) (?:\\p{L}+ )?(?:fail\\p{L}*|return\\p{L}*|time\\p{L}*|down)",
      ],
      [1, "down|unreachable|offline|unavailable|connection (?:refused|lost|reset)"],
    ],
    korean: [
      [
        3.5,
        "(?:서비스|시스템|서버|접속|전산|네트워크|결제|전체|전면) ?장애|장애(?:인가|가|입|인지|났|중|발생|예|신고|복구)|(?:서버|사이트|홈페이지|서비스|시스템|API|플랫폼|대시보드|전체|전부|포털|관리자 ?페이지|네트워크)(?:이|가|은|는|도|까지|에|에서)? ?(?:또 ?|다 ?|전부 ?|모두 ?|완전히 ?|갑자기 ?|지금 ?|계속 ?|아예 ?)*(?:다운|먹통|마비|죽|뻗|멈|중단|접속(?:이|도)? ?(?:안|불|못)|내려|열리지|응답(?:이|을)? ?(?:없|안)|불통|50\\d)|서버 ?다운|다운(?:됐|되|이에|인가|입)|(?:사무실|회사|직원|팀|모두|모든|전 ?직원|전체|다들|아무도|저희 ?쪽|고객들?)(?:이|가|의|에서|도|은|들이)? ?(?:전체|전부|모두|다|전원|아무도)?(?:가|이)? ?.{0,12}(?:접속|로그인|사용|열|들어가|쓸)(?:이|을|도|지|수)? ?.{0,4}(?:안|못|불|없)|50[0234]|점검(?:은|이|시간|중|언제)|접속 ?(?:장애|불가|불량)|전부 ?503|복구(?:는|가|언제|예정|시간)|공지(?:가|된)? ?.{0,4}(?:장애|점검)",
      ],
      [1, "접속(?:이|도)? ?(?:안|불)|다운|중단|불통|장애"],
    ],
    phrases: {
      english: [
        "your website is down",
        "is there an outage right now",
        "nobody in our company can log in",
        "the API returns 503 for all requests",
        "the service has been unreachable for an hour",
        "all our stores cannot process payments",
        "is there planned maintenance tonight",
        "the status page says everything is fine but nothing loads",
        "the whole platform is not responding",
        "when will the service be back",
        "timeouts on every request since noon",
      ],
      korean: [
        "사이트가 아예 안 열려요",
        "지금 장애인가요",
        "회사 전체가 접속이 안 됩니다",
        "API가 전부 503을 반환합니다",
        "한 시간째 서비스에 접속할 수 없어요",
        "모든 매장에서 결제가 멈췄습니다",
        "오늘 밤 점검이 있나요",
        "서버가 다운된 것 같아요",
        "언제 복구되나요",
        "직원들 모두 로그인을 못 하고 있어요",
        "정오부터 모든 요청이 시간 초과입니다",
      ],
    },
  },
  {
    id: "howto",
    named: {
      english:
        "how.?to|features?|usage|using|guide|training|general questions?|set.?up|settings|getting started",
      korean: "사용 ?(?:법|방법)|이용 ?(?:방법|안내)|기능|가이드|설정|사용|일반 ?문의",
    },
    near: ["bug", "integration", "account"],
    english: [
      [
        2,
        "how (?:do|can|could|would|should) (?:i|we|you|one) (?:\\p{L}+ ){0,2}(?:add|invite|create|set|export|import|share|use|enable|disable|turn|make|filter|connect|assign|schedule|copy|move|print|customi[sz]e|configure|record|hide|sort|search|download|archive|restore|duplicate|attach|embed|translate|group|tag|rename|organi[sz]e|install|sync|automate|build)|is there (?:a |any )?(?:way|option|feature|function|setting|possibility|shortcut)|is it possible to|where (?:is|are|do i find|can i find) (?:the |a )?(?:\\p{L}+ )?(?:setting|option|button|menu|feature|function|report|template)s?|(?:does|can|do) (?:it|your|the|this) (?:\\p{L}+ ){0,3}(?:support|allow|have|offer|handle|export|import|integrate|work with)|(?:add|invite|remove) (?:\\p{L}+ ){0,4}(?:members?|colleagues?|teammates?|users?|team|people|guest|admin|viewer|co-?worker)|read.?only|permissions?|roles?|access rights|(?:export|import|download) (?:\\p{L}+ ){0,4}(?:data|records|list|csv|excel|report|contacts|spreadsheet)|(?:as|to|into) (?:an? )?(?:excel|csv|xlsx|pdf|spreadsheet)|excel|spreadsheet|csv|dark mode|templates?|tutorial|manual|documentation|workspace|dashboards?|shortcut|calendar|saml|scim|custom (?:fields?|roles?|domain|report)|bulk (?:edit|upload|import|update)|automat(?:e|ion)|set up|reminders?|tags?|folders?",
      ],
      [1, "how (?:do|can|to|does)|feature|function(?:ality)?|settings?|setup|guide"],
    ],
    korean: [
      [
        2,
        "(?:사용|이용|설정|등록|추가|초대|공유|내보내|가져오|연결|다운로드|업로드|생성|만드|만들|삭제|변경|출력|인쇄|복사|복구|백업|필터|정렬|검색|예약|자동화|번역|설치)(?:은|는|을|를|하는|하려면|하고 ?싶|할 ?때|기는|기|는)? ?.{0,8}(?:방법|어떻게|가능|수 ?있|되나|하나요|어디)|(?:기능|옵션|메뉴|설정|단축키|템플릿|서식)(?:이|은|을|가|도|를)? ?.{0,6}(?:있|어디|어떻게|없나|찾|지원|되)|팀원|동료|멤버|구성원|담당자(?:를)? ?추가|권한|역할|보기 ?전용|읽기 ?전용|워크스페이스|대시보드(?! ?접속)|엑셀(?:로|파일|에)|CSV|내보내기|가져오기|전체 ?데이터|다크 ?모드|사용법|매뉴얼|설명서|가이드|튜토리얼|일괄|자동화|SAML|SCIM|사용자 ?지정|커스텀|캘린더|알림 ?설정|단축키|태그|폴더|지원(?:하나|되나|합니까|하는)",
      ],
      [0.8, "방법|어떻게 ?(?:하|해|쓰|사용)|가능(?:한가|할까|한지)|기능|설정"],
    ],
    phrases: {
      english: [
        "how do I invite a teammate",
        "is there a way to export my data to Excel",
        "where can I change the language",
        "how can I share a report with people outside the company",
        "can I set different permissions for each user",
        "how do I create a template",
        "does the app support dark mode",
        "how do I schedule a report every Monday",
        "can I restore a deleted file",
        "where do I find the settings for notifications",
        "how do I import contacts from a spreadsheet",
        "is there a keyboard shortcut for this",
        "how does the calendar work",
        "can roles be customised",
      ],
      korean: [
        "팀원을 어떻게 초대하나요",
        "데이터를 엑셀로 내보낼 수 있나요",
        "언어는 어디서 바꾸나요",
        "외부 사람과 보고서를 공유하는 방법이 있나요",
        "사용자마다 권한을 다르게 줄 수 있나요",
        "템플릿은 어떻게 만드나요",
        "다크 모드가 있나요",
        "매주 월요일에 보고서를 자동으로 받고 싶어요",
        "삭제한 파일을 복구할 수 있나요",
        "알림 설정은 어디에 있나요",
        "연락처를 한꺼번에 가져오고 싶어요",
        "단축키가 있나요",
        "이 기능은 어떻게 쓰는 건가요",
        "사용 설명서를 받고 싶어요",
      ],
    },
  },
  {
    id: "integration",
    named: {
      english: "integrations?|api|developers?|webhooks?|connect\\p{L}*",
      korean: "연동|API|개발자|웹훅|통합",
    },
    near: ["bug", "howto", "outage"],
    english: [
      [
        3,
        "apis?|webhooks?|integrat(?:e|ion|ions|ing)|sdks?|oauth|access tokens?|api keys?|endpoints?|rate limits?|zapier|slack|shopify|salesforce|hubspot|sap|erp|crm|json|payloads?|sandbox|callback url|graphql|rest api|connector",
      ],
    ],
    korean: [
      [
        3,
        "API|웹훅|연동|SDK|OAuth|토큰|엔드포인트|호출 ?(?:제한|한도)|슬랙|카페24|스마트스토어|ERP|CRM|JSON|샌드박스|콜백|커넥터|개발 ?문서",
      ],
    ],
    phrases: {
      english: [
        "how do I get an API key",
        "the webhook is not called",
        "does it integrate with Slack",
        "what are the rate limits",
        "our ERP cannot connect to your API",
        "the sandbox returns other fields than the documentation says",
      ],
      korean: [
        "API 키는 어디서 발급받나요",
        "웹훅이 호출되지 않아요",
        "슬랙과 연동되나요",
        "호출 제한이 어떻게 되나요",
        "저희 ERP와 연동이 안 됩니다",
        "개발 문서와 응답이 달라요",
      ],
    },
  },
];
