import type { Concept } from "../concept.ts";

// One file, although long: a list to read beside the plain words.
type Everyday = Pick<Concept, "english" | "korean" | "phrases">;

/** The same topics as people speak of them without the desk's words for it: "my money again", "돈은 언제 들어와요". */
export const everyday: Readonly<Record<string, Everyday>> = {
  sign_in: {
    english: [
      [
        2.5,
        "(?:six|6|four|4).?digit|digits|(?:can't|cannot|couldn't) get (?:back )?in(?:to)?|won't let me in|let me (?:back )?in|reset mail|not accepted any ?more|admin console|wrong (?:password|pin)",
      ],
    ],
    korean: [
      [
        2.5,
        "비번|[6육여섯4] ?자리|(?:숫자|번호|코드)(?:가|이)? ?.{0,12}(?:안 ?(?:와|옵|오|들어)|들어오지)|(?:계정|아이디)(?:이|가)? ?(?:잠|막)|안 ?먹(?:혀|히|힙)|못 ?들어가|들어가지(?:지|질)? ?(?:가|를|도)? ?않|관리자 ?(?:계정|페이지)",
      ],
    ],
    phrases: {
      english: [
        "my password isn't accepted any more",
        "the six digit number never gets here",
        "it won't let me in",
        "I can't get back into my profile",
        "the code runs out before I receive it",
        "your reset mail contains a dead link",
        "locked out of the admin area",
        "entered everything right and still get sent back to the start",
      ],
      korean: [
        "비번이 안 먹어요",
        "여섯 자리 숫자가 안 들어와요",
        "계정에 못 들어가고 있어요",
        "코드가 오기도 전에 시간이 지나 버려요",
        "재설정 메일이 안 열립니다",
        "관리자 계정이 잠겼어요",
        "다 맞게 넣었는데 다시 처음 화면으로 가요",
        "아이디가 막혔어요",
      ],
    },
  },
  account: {
    english: [
      [
        2,
        "(?:different|another|other) (?:e-?mail|phone|number|name|address for my account)|(?:use|have) (?:a )?(?:different|another|new) (?:e-?mail|number)|new (?:mobile|phone|cell|number|surname|e-?mail)|(?:enter|put|give) (?:you )?(?:my |the )?new (?:number|address|name|e-?mail)|(?:don't|do not) want to be a (?:customer|member|user)|(?:remove|take down|get rid of) (?:my|me)|leave (?:your|the) (?:service|platform)",
      ],
    ],
    korean: [
      [
        2,
        "(?:이메일|메일|번호)(?:을|를)? ?(?:다른|새)|다른 ?(?:이메일|메일|번호)|(?:폰|휴대폰|핸드폰|번호|메일|이메일)(?:을|를|이|가)? ?(?:새로 ?)?(?:바꿨|바뀐|바뀌었|변경됐)|바뀐 ?(?:번호|메일|이름|주소)|(?:더 ?이상|이제|그만) ?(?:이용|사용)(?:을)? ?(?:안|하지|할 ?일|할 ?생각)|없애는 ?방법|없애고 ?싶|(?:계정|아이디)(?:를|을)? ?없애",
      ],
    ],
    phrases: {
      english: [
        "I got a new mobile, where do I enter the number",
        "I don't want to be a member any more",
        "how do I remove my profile",
        "please put my new surname on file",
        "I have a new e-mail address",
      ],
      korean: [
        "폰을 새로 바꿨는데 번호는 어디서 고치나요",
        "더 이상 이용하지 않으려고요",
        "제 계정을 없애고 싶어요",
        "성을 바꿨으니 고쳐 주세요",
        "메일 주소가 바뀌었어요",
      ],
    },
  },
  subscription: {
    english: [
      [
        2,
        "(?:smaller|bigger|larger|cheaper|higher|lower) (?:plan|package|tier|subscription)|(?:middle|end) of the (?:month|billing period|year)|(?:stop|end) (?:paying|the payments)|one more month",
      ],
    ],
    korean: [
      [
        2,
        "(?:낮은|높은|작은|큰|싼|비싼|저렴한) ?(?:요금제|상품|플랜|단계)|(?:월|달) ?중간|한 ?단계 ?(?:낮|높|올|내)",
      ],
    ],
    phrases: {
      english: [
        "what happens if I move to a smaller package in the middle of the month",
        "I'd like the cheaper option from next month",
        "stop my plan at the end of the year",
      ],
      korean: [
        "월 중간에 낮은 요금제로 옮기면 어떻게 되나요",
        "다음 달부터 저렴한 걸로 바꾸고 싶어요",
        "연말에 이용을 끝내고 싶습니다",
      ],
    },
  },
  security: {
    english: [
      [
        3,
        "(?:used|using|knows|has|got) my (?:login|account|password|card|details|data|identity)|wasn't me|was not me|not me|(?:money|funds|cash) (?:is|are) (?:leaving|disappearing|going)|not doing (?:these|this|those)|(?:these|those) (?:transfers?|payments?|orders?) (?:are|were)(?:n't| not) (?:mine|me)|somebody in|someone (?:in|from|who|is|has)|freeze",
      ],
    ],
    korean: [
      [
        3,
        "(?:제|내|저희) ?(?:아이디|계정|카드|정보|번호)(?:를|을|로)? ?.{0,6}(?:썼|쓴|사용했|쓰고|도용)|(?:저|제가|본인|나)(?:가|는)? ?.{0,8}(?:아니거든|아니에요|아닙니다|아닌데)|(?:돈|잔액|코인)(?:이|을)? ?(?:계속 ?|자꾸 ?|지금 ?)(?:나가|빠져)|제가 ?.{0,6}(?:거|것|게) ?아니",
      ],
    ],
    phrases: {
      english: [
        "somebody used my login and it wasn't me",
        "money is leaving my wallet and I'm not doing it",
        "stop everything, these transfers are not mine",
        "a stranger seems to know my password",
        "a notice says my login was used abroad",
      ],
      korean: [
        "제 아이디를 다른 나라에서 썼다는데 저 아니에요",
        "제 돈이 계속 나가고 있어요 제가 보낸 게 아니에요",
        "다 멈춰 주세요 제가 한 이체가 아닙니다",
        "모르는 사람이 제 비밀번호를 아는 것 같아요",
        "외국에서 접속했다는 안내가 왔어요",
      ],
    },
  },
  privacy: {
    english: [
      [
        3,
        "hosted|sub.?processors?|data (?:is |are )?(?:stored|hosted|kept|located|residency)|dpo|(?:stored|store|know|saved|collected|kept|recorded) (?:\\p{L}+ )?(?:about|on) (?:me|my|us)|everything you (?:have|know|stored|hold|store)|delete it afterwards|about my person|(?:photo|picture|address|name) (?:\\p{L}+ ){0,3}(?:published|public|visible)",
      ],
    ],
    korean: [
      [
        3,
        "어느 ?나라|재위탁|수탁|개인정보 ?책임자|데이터(?:가|는)? ?.{0,8}(?:저장|보관)|저에 ?(?:관해|대해|관한|대한) ?.{0,8}(?:저장|보관|기록|정보|수집|것)|저장하신 ?(?:것|정보|자료|거)|(?:제|내) ?(?:사진|주소|이름|번호)(?:가|이)? ?.{0,6}(?:공개|보여|올라|노출)|보관하신",
      ],
    ],
    phrases: {
      english: [
        "send me everything you have stored about me",
        "what do you know about my person and who gets it",
        "please forget all my details",
        "my address is visible to other users",
      ],
      korean: [
        "저에 대해 저장하신 것을 전부 보내 주세요",
        "제 정보를 누구에게 주시는지 알고 싶어요",
        "제 자료를 다 지워 주십시오",
        "제 주소가 다른 사람에게 보여요",
      ],
    },
  },
  billing: {
    english: [
      [
        3,
        "service fee|(?:this|last) month's (?:bill|charge|payment)|card was (?:debited|charged)|(?:two|three|2|3) times|twice|billed \\d+|instead of \\d+|\\d+ instead|(?:on|from|in) my (?:bank|card|account|statement)|my bank (?:shows|says|account|took)|bank account|help(?:ed)? yoursel\\p{L}+|(?:took|take|taking) (?:\\p{L}+ ){0,3}(?:money|\\p{Sc}\\d+)|more than (?:usual|before|agreed)|purchase (?:twice|two times)|reversed|pulled from",
      ],
    ],
    korean: [
      [
        2.5,
        "카드값|수수료|청구서에|(?:들은|안내받은) ?적(?:도)? ?없|통장|(?:똑같은|같은) ?(?:돈|금액).{0,10}(?:두|2|줄|번)|두 ?줄|(?:돈|금액)(?:을|이)? ?(?:마음대로 ?)?(?:빼|나가|나갔|더 ?나)|\\d ?(?:만|천|원).{0,12}(?:나왔|빠졌|찍혔|청구|나갔)|(?:나왔|찍혔)는데|이번 ?달(?:에)? ?.{0,10}(?:원|금액|요금)",
      ],
    ],
    phrases: {
      english: [
        "my bank shows the purchase two times",
        "I was billed more than usual this month",
        "you took money from my account without asking",
        "the sum on my statement is not what I agreed to",
        "why did it cost more than before",
      ],
      korean: [
        "통장에 같은 돈이 두 줄로 찍혔어요",
        "이번 달에 금액이 더 나왔어요",
        "제 통장에서 마음대로 돈을 빼 갔어요",
        "약속한 금액과 다르게 나왔습니다",
        "왜 지난번보다 비싼가요",
      ],
    },
  },
  invoice: {
    english: [
      [2.5, "printed on the document|for (?:our|my) (?:accountant|bookkeep\\p{L}+|tax|books)|vat|paperwork"],
    ],
    korean: [[2.5, "증빙|사업자 ?번호|경리|세무|회계사|뽑(?:나요|아|을|고)"]],
    phrases: {
      english: ["our accountant needs the papers for last quarter", "we need our tax number on the document"],
      korean: ["사업자번호가 들어간 서류가 필요해요", "경리팀에서 지난 분기 증빙을 달라고 해요"],
    },
  },
  refund: {
    english: [
      [
        3,
        "(?:see|get|have|receive|want) (?:\\p{L}+ ){0,3}(?:my |the )?money (?:again|back|returned)|promised (?:me )?(?:the|my) money|waiting for (?:the|my|our) money|(?:where(?:'s| is)) (?:my|the) money|give (?:me )?(?:my|the) money|after sending (?:\\p{L}+ )?back|pay me back|paid back",
      ],
    ],
    korean: [
      [
        3,
        "(?:돈|금액|대금)(?:은|이|을|도)? ?(?:언제(?:쯤)? ?)?(?:다시 ?)?(?:들어|돌아|받|입금)|돌려보내면 ?(?:돈|언제)|(?:돈|금액)(?:은|이)? ?언제|돌려받|돈 ?(?:준다|주신다|돌려)",
      ],
    ],
    phrases: {
      english: [
        "how long before I see my money again",
        "you promised the money within five days",
        "I sent it back, when do you pay me",
        "where is my money",
        "the sum has not come back to me",
      ],
      korean: [
        "물건 돌려보냈는데 돈은 언제 들어와요",
        "닷새면 돈이 들어온다고 하셨잖아요",
        "보낸 지 한참인데 돈을 아직 못 받았어요",
        "제 돈은 언제 돌아오나요",
      ],
    },
  },
  order_cancel: {
    english: [
      [
        3,
        "(?:order|purchase) (?:i )?(?:placed|made) (?:\\p{L}+ ){0,3}(?:ago|by|today|yesterday|just)|never ?mind (?:the|my) order|don't send (?:it|them)|ordered (?:it )?(?:ten|five|\\d+|a few) minutes ago",
      ],
    ],
    korean: [
      [
        3,
        "주문(?:한|했던)? ?(?:거|것|건)(?:를|을)? ?.{0,6}(?:없던|안 ?할|물리|철회|그만)|없던 ?(?:걸|일|것)|(?:방금|아까|분 ?전에) ?.{0,10}(?:주문|샀|결제)|보내지 ?(?:마|말)|안 ?사(?:려|고|겠|도)",
      ],
    ],
    phrases: {
      english: [
        "I don't need the order from ten minutes ago any more",
        "please don't send it, I bought the wrong one",
        "changed my mind right after ordering",
      ],
      korean: [
        "십 분 전에 주문한 거 없던 걸로 해 주세요",
        "아직 보내지 말아 주세요 잘못 샀어요",
        "방금 산 거 안 사려고요",
      ],
    },
  },
  coupon: {
    english: [
      [
        3,
        "(?:get|got|earn|receive|promised|told) (?:\\p{L}+ ){0,4}[\\d,]+ points|survey|discount code|bonus|double points|newsletter (?:code|voucher|offer)|(?:points|credits?|stars?) (?:\\p{L}+ ){0,4}(?:lapse|vanish|die|end|void)",
      ],
    ],
    korean: [
      [
        3,
        "\\d+ ?(?:천|만|백)? ?점(?:을|이|도)? ?(?:준|적립|받|없)|설문|유효 ?기간|할인권|(?:모아 ?둔|모은|쌓인|남은|내|제) ?(?:점수|포인트|적립|마일)|점수|두 ?배 ?적립|적립이라고|보너스|사은",
      ],
    ],
    phrases: {
      english: [
        "the voucher from the newsletter is refused",
        "do my bonus points lapse at some stage",
        "you advertise double points and don't pay them out",
      ],
      korean: ["뉴스레터 할인권이 거절돼요", "모아 둔 점수도 없어지나요", "두 배 적립이라더니 안 들어왔어요"],
    },
  },
  delivery: {
    english: [
      [
        3,
        "(?:come|came|been) (?:through|to) (?:my|the|our) (?:door|house|office|place)|should have (?:been here|arrived|come)|depot|to my (?:office|work|house|home|neighbou?r)|rather than (?:home|my)|(?:nothing|it|they) (?:has |have |hasn't |haven't )?(?:come|arrived|shown up|turned up)|the box is|soaked|hasn't (?:come|shown|turned)|not here yet|in the rain|left outside",
      ],
    ],
    korean: [
      [
        3,
        "온다던|온다고 ?(?:했|하|한)|올 ?(?:때|것|거)(?:가|이)? ?(?:됐|지났|인데)|창고(?:에|에서)|(?:집|회사|사무실|다른 ?데)(?:에서|로|으로) ?(?:받|보내)|말고 ?.{0,6}(?:받|보내)|받고 ?싶|감감무소식|어디(?:에)? ?(?:있는지|있나|있죠|쯤)|상자(?:는|가) ?(?:다 ?)?젖|비(?:를|에|가) ?(?:맞|젖|오는)|마당|던져|집 ?앞",
      ],
    ],
    phrases: {
      english: [
        "nothing has come through my door yet",
        "it should have been here on Tuesday",
        "can you send it to my office rather than home",
        "the things are still in your depot",
        "the driver dumped it outside in the rain",
        "I need it before the weekend, where is it",
      ],
      korean: [
        "화요일에 온다던 게 아직 안 왔어요",
        "집 말고 회사에서 받고 싶어요",
        "물건이 아직 창고에 있대요",
        "기사님이 마당에 던져 놓고 갔어요",
        "주말 전에 받아야 하는데 어디 있나요",
        "올 때가 지났는데 소식이 없네요",
      ],
    },
  },
  return: {
    english: [
      [
        2.5,
        "(?:sent|send|sending) back \\d|one was a gift|for (?:the|a) (?:green|blue|black|white|red|other|bigger|smaller|larger) one|(?:bit|too|little|rather) (?:tight|loose|small|big|long|short)|(?:get|have|want|take) (?:a |the )?(?:medium|large|small|xl|xs|other one|bigger one|smaller one)|doesn't suit|not my size|sending (?:it|something|this) back",
      ],
    ],
    korean: [
      [
        2.5,
        "[가-힣]{1,6}색으로 ?(?:바꾸|바꿀|바꿔|교환)|(?:걸로|것으로|사이즈로|치수로) ?(?:바꾸|바꿀|바꿔|교환)|(?:셔츠|바지|신발|치마|재킷|모자|가방|옷)(?:를|을) ?.{0,10}(?:바꾸|바꿀|바꿔)|선물 ?받은|돌려보냈|(?:좀|조금|너무) ?(?:끼|작|크|커|헐|길|짧)(?:는|은|네|어|아)|(?:미디엄|라지|스몰|엑스라지|L|M|S|XL)(?:로|으로|사이즈)|한 ?사이즈|안 ?어울|끼(?:는데|네요|어요)",
      ],
    ],
    phrases: {
      english: [
        "the sweater is a bit tight, could I get a medium",
        "it doesn't suit me, can I send it back",
        "please take these back, they are not my size",
      ],
      korean: [
        "니트가 좀 끼는데 큰 걸로 받을 수 있나요",
        "저한테 안 어울려서 돌려보내고 싶어요",
        "신발이 커서 작은 걸로 바꿔 주세요",
      ],
    },
  },
  damaged: {
    english: [
      [
        3,
        "in (?:\\p{L}+ )?pieces|shattered|came apart|(?:got|gets|became|is) (?:so |too |very )?hot|smok(?:e|ing|ed)|burn(?:t|ed|ing)|melt(?:ed|ing)|half of (?:it|them) (?:is|are) missing|when i opened|opened the (?:box|parcel|package)|not what i (?:ordered|bought)",
      ],
    ],
    korean: [
      [
        3,
        "산산조각|조각(?:이|나)|박살|연기(?:가)? ?(?:나|났)|뜨거워|탔|녹았|열어 ?보(?:니|았)|뜯어 ?보|(?:시킨|산|주문한) ?(?:거|것|게)(?:랑|와|과|하고)? ?(?:다른|달라)|깨지|금 ?갔",
      ],
    ],
    phrases: {
      english: [
        "one of the plates was in pieces when I opened the parcel",
        "the charger got hot and started smoking",
        "this is not what I bought",
        "half of the set is missing",
      ],
      korean: [
        "열어 보니 접시가 산산조각이 나 있어요",
        "충전기가 뜨거워지더니 연기가 났어요",
        "제가 산 것과 다른 게 들어 있어요",
        "세트에서 절반이 없어요",
      ],
    },
  },
  bug: {
    english: [
      [
        3,
        "(?:csv|excel|data|file) (?:import|export)s? (?:\\p{L}+ ){0,2}(?:maps?|fails?|wrong\\p{L}*|breaks?|broken)|returns? \\d{3}|(?:your|the|last|latest|this) update (?:broke|breaks|stopped|killed|messed)|(?:label|receipt|ticket) printing|wrongly|see attached|(?:tap|click|press|open|touch) (?:on )?(?:the |it |your )?(?:\\p{L}+ )?(?:icon|button|app|link|menu)|home screen|flash(?:es|ed)|(?:ate|lost|swallowed|deleted) my (?:\\p{L}+ ){0,4}(?:draft|work|text|post|form|entry|changes)|(?:won't|doesn't|can't) (?:go up|upload|attach)|since your (?:\\p{L}+ )?(?:release|update|version|change)|(?:your|this|the|garbage|stupid|useless) app|(?:zero|wrong|garbled) amounts|log(?:s)? attached|\\d+ ?mb",
      ],
    ],
    korean: [
      [
        3,
        "(?:열|칸|표|글자|값|순서)(?:이|가|은)? ?(?:어긋|밀려|꼬|깨|틀)|(?:송장|라벨|영수증)? ?(?:출력|인쇄|프린트)(?:이|가|도)? ?(?:안|못|되지)|업데이트 ?(?:때문|뒤로|이후|후)|422|가져오기에서|튕겨|첨부(?:가|도)? ?안|(?:아이콘|버튼|메뉴|링크)(?:을|를)? ?(?:누르|눌|클릭|터치)|바탕 ?화면|번쩍|깜빡|(?:쓰던|작성한|쓴|작성하던) ?.{0,6}(?:글|내용|것|거|문서)(?:이|가)? ?.{0,6}(?:날아|사라|없어|지워)|배포 ?(?:이후|후)|(?:안|못) ?올라(?:가|갑)|\\d+ ?(?:메가|MB|기가)|용량|로그(?:를)? ?첨부|앱(?:이|을|에서|도|은)? ?(?:자꾸|또|계속)|앱 ?수준",
      ],
    ],
    phrases: {
      english: [
        "when I tap the icon the screen flashes and nothing opens",
        "this app lost my draft again",
        "a big file won't go up",
        "since your release the numbers come out wrong",
        "the form throws away what I typed",
      ],
      korean: [
        "아이콘을 누르면 번쩍하고 다시 바탕화면이에요",
        "쓰던 글이 또 날아갔어요",
        "큰 파일이 안 올라가요",
        "배포 이후로 금액이 이상하게 나와요",
        "입력한 내용이 사라집니다",
      ],
    },
  },
  outage: {
    english: [
      [
        3.5,
        "nothing (?:loads|works|opens|responds)|problem with the (?:servers?|network|service)|(?:cannot|can't|could not) reach (?:any|your|the)|connection errors?|kiosks?|since \\d{1,2}(?::\\d\\d)? ?(?:am|pm)?|(?:is dead|down again|all dead|is out|are out|gone dark)|pages? (?:are )?tim(?:e|ing) out|for all of us|all of us|(?:can't|cannot) take (?:a |any |a single )?(?:calls?|orders?|payments?)|something (?:going on|wrong on your side)|(?:agents|staff|teams|offices|stores|shops) (?:\\p{L}+ )?(?:can't|cannot|are unable)|telephony|everything (?:stopped|is dead|froze)",
      ],
    ],
    korean: [
      [
        3.5,
        "서버(?:에|가|는)? ?(?:무슨 ?)?(?:문제|이상)|아무것도 ?.{0,6}(?:안|못)|연결(?:이)? ?(?:전혀 ?)?(?:안|되지|불가)|모두 ?연결|(?:모두|전부|다) ?(?:오류|에러)|키오스크|(?:시스템|서버|전화|콜|사이트|화면)(?:이|가)? ?(?:다 ?|또 ?)?(?:죽|멎|꺼졌)|(?:전원|전체|모두|다들|다)(?:이|가)? ?.{0,10}(?:페이지|화면|접속|사이트|시스템).{0,8}(?:안|못|불)|(?:전화|주문|결제|접수)(?:를|을)? ?(?:하나(?:도)? ?)?못 ?받|무슨 ?일 ?있|또 ?안 ?되|열리지 ?않는다고|안 ?열린다고",
      ],
    ],
    phrases: {
      english: [
        "everything is dead since half an hour and nobody can work",
        "pages time out for all of us",
        "our agents cannot take calls",
        "we can't take a single order, it is down again",
        "is something going on at your side",
      ],
      korean: [
        "삼십 분 전부터 시스템이 죽어서 아무도 일을 못 해요",
        "사무실 전원이 페이지가 안 열린다고 해요",
        "상담원들이 전화를 못 받고 있어요",
        "주문을 하나도 못 받아요 또 안 됩니다",
        "그쪽에 무슨 일 있나요",
      ],
    },
  },
  howto: {
    english: [
      [
        2.5,
        "guests?|without (?:being able to|letting them) (?:change|edit)|look at (?:a |the )?(?:board|project|document|report)|view.?only|pull (?:\\p{L}+ ){0,3}(?:out|into)|recurring|repeat(?:ing)? (?:tasks?|events?)|does (?:the|your) (?:tool|app|product|software|service)|sort (?:by|the)|undo|keyboard|mobile version|offline mode|who can see",
      ],
    ],
    korean: [
      [
        2.5,
        "손님|외부 ?(?:사람|인원|손님|협력)|보기만|수정(?:은|을)? ?(?:못|없이|안)|스프레드 ?시트|시트로|목록(?:을|이)? ?(?:전부|전체|뽑|받)|반복 ?(?:일정|작업|업무)|등록되|뽑(?:고|을|아|는)|쓸 ?수 ?있나|되돌리|누가 ?볼 ?수|오프라인",
      ],
    ],
    phrases: {
      english: [
        "can guests look at a board without changing it",
        "I'd like to pull everything out as a sheet",
        "does the tool do recurring tasks",
        "who can see what I write",
        "can I use it without internet",
      ],
      korean: [
        "외부 손님이 보기만 하게 할 수 있나요",
        "목록 전부를 시트로 뽑고 싶어요",
        "반복 일정도 되나요",
        "제가 쓴 걸 누가 볼 수 있나요",
        "인터넷 없이도 쓸 수 있나요",
      ],
    },
  },
  sales: {
    english: [
      [
        3,
        "pricing for|around \\d+ (?:users|people|seats)|\\d+ (?:users|people|seats|licen[cs]es)|we run \\d+|(?:we|i) (?:run|own|manage|operate) (?:a |an |several |\\d+ )?(?:\\p{L}+ )?(?:shops?|stores?|gyms?|hotels?|restaurants?|schools?|clinics?|branches|company|offices)|roll(?:ing)? (?:it|this|your \\p{L}+) out|send (?:me |us )?(?:some )?(?:numbers|prices|figures|an offer|details|information material)|special (?:conditions|terms|prices?|rates?)|charit(?:y|ies)|non.?profits?|how much (?:would|for|is it for)|offer for",
      ],
    ],
    korean: [
      [
        3,
        "\\d+ ?(?:명|석|인) ?(?:정도|분|기준|규모|이면)|가격이 ?어떻게|얼마(?:인가|예요|에요|나 ?하)|(?:곳|개|지점|매장|호텔|학교|병원|헬스장|식당)(?:을|를)? ?(?:운영|관리)|도입(?:을)? ?(?:생각|고려|검토|계획)|(?:비용|가격|요금) ?(?:자료|안내서|제안)|(?:특별|별도|따로) ?(?:조건|가격|할인)|조건이 ?(?:따로|있|어떻)|비영리|단체(?:인데|입|용|는|에서)",
      ],
    ],
    phrases: {
      english: [
        "we run a dozen gyms and think of rolling this out",
        "could somebody send us numbers for the whole chain",
        "are there special conditions for charities",
        "how much would it be for our school",
      ],
      korean: [
        "헬스장 여러 곳을 운영하는데 도입을 생각 중이에요",
        "전체 지점 비용 자료를 받고 싶어요",
        "비영리 단체 조건이 따로 있나요",
        "저희 학교에서 쓰면 얼마인가요",
      ],
    },
  },
  partnership: {
    english: [
      [
        3,
        "list (?:your|our) (?:product|app|service)s? (?:in|on)|marketplace|handles partnerships|(?:host|run|have) (?:a |my |the )?(?:\\p{L}+ )?(?:podcast|blog|channel|magazine|event|newsletter)|feature (?:your|you)|invite (?:your|you)|your (?:founder|ceo)|work together|team up|joint",
      ],
    ],
    korean: [
      [
        3,
        "마켓(?:플레이스)?|제휴 ?담당|올리고 ?싶은데|귀사 ?(?:제품|서비스)(?:을|를)|팟캐스트|(?:대표|창업자|관계자)(?:님)?(?:을|를)? ?(?:모시|초대|인터뷰)|함께 ?(?:하고|해 ?보|진행|일)|모시고|출연|소개하고 ?싶|저희 ?(?:행사|방송|채널|잡지)",
      ],
    ],
    phrases: {
      english: [
        "I host a podcast and would love to feature your founder",
        "we would like to team up for a campaign",
        "may we invite you to our event",
      ],
      korean: [
        "팟캐스트를 하는데 대표님을 모시고 싶어요",
        "함께 행사를 해 보고 싶습니다",
        "저희 방송에 출연해 주실 수 있나요",
      ],
    },
  },
};
