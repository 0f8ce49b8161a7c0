import type { CueRow } from "../find-cues.ts";

/** 1 is angry by itself; smaller ones have to meet others. Written by hand, from how people complain. */
export const angerEnglish: readonly CueRow[] = [
  [
    1.1,
    "condemns the service",
    "unacceptable|disgrace(?:ful)?|disgust(?:ing|ed)|outrageous|appall(?:ing|ed)|pathetic|shameful|shameless|atrocious|horrendous|abysmal|inexcusable|insult(?:ing)?|scandalous|despicable|deplorable|dreadful|shambles|farce|fiasco|disrespectful|shocking (?:service|support|treatment)|beyond belief",
  ],
  [
    0.9,
    "condemns the service",
    "ridiculous|absurd|laughable|joke of a \\p{L}+|(?:what a|a complete|a total|an absolute|is a|beyond a) (?:joke|mess|disaster|nightmare|shame|disgrace)|incompeten(?:t|ce)|useless|worthless|garbage(?! (?:characters|text|collection))|rubbish|shoddy|crap(?:py)?|sucks|amateurs?|unprofessional|unbelievable|not good enough|not acceptable|completely unreasonable|careless(?:ness)?|negligen(?:t|ce)",
  ],
  [
    1,
    "condemns the service",
    "(?:worst|terrible|horrible|awful|lousy|shitty|poorest|rudest) (?:\\p{L}+ ){0,2}(?:service|support|company|experience|customer|shop|store|app|product|help|ever|people|team|business|treatment)",
  ],
  [
    0.55,
    "condemns the service",
    "terrible|horrible|awful|worst|poor (?:service|support|quality)|nightmare|rude(?:ly)?|a mess",
  ],
  [
    0.8,
    "calls it a waste",
    "waste of|(?:complete |total |absolute |such a )?waste of (?:my |our )?(?:time|money)|wasted (?:my|our|hours|days|an? \\p{L}+ (?:hour|day|morning|afternoon))(?: time)?",
  ],
  [
    1.1,
    "says they are angry",
    "furious|livid|fuming|outraged|enraged|infuriat(?:ed|ing)|seething|angry|angrily|pissed(?: off)?|fed up|sick of|sick and tired|tired of (?:this|waiting|your|being|having|the)|had enough|enough is enough|(?:run|running|ran) out of patience|los(?:ing|t) (?:my|our|all) patience|patience (?:is|has|wears)|end of my (?:rope|tether)|last straw|makes my blood boil|mad at|I'm (?:so |really )?mad|we'?ve had it|(?:i'm|i am|we're) (?:done|through|finished) (?:being|waiting|with|asking)|done being patient|at my wits' end|beyond (?:angry|upset|annoyed|frustrated)|not amused|I'?ve had it",
  ],
  [
    0.5,
    "says they are annoyed",
    "(?:really |rather |quite |totally )?(?:tiring|exhausting|maddening|tedious)|this is getting|how many more|dumb as|clueless|hopeless|nonsense|keeps? (?:sending|telling|giving|asking) me|frustrat(?:ed|ing|ion)|annoy(?:ed|ing)|upset|irritat(?:ed|ing)|unhappy|dissatisfied|exasperat(?:ed|ing)|displeased",
  ],
  [0.4, "says they are disappointed", "disappoint(?:ed|ing|ment)|let down"],
  [
    0.8,
    "says they are annoyed",
    "(?:extremely|deeply|absolutely|utterly|beyond|incredibly|bitterly|very|so|really|thoroughly) (?:disappoint(?:ed|ing)|frustrat(?:ed|ing)|upset|annoyed|unhappy|dissatisfied)",
  ],
  [
    1,
    "accuses",
    "(?:this is|that's|that is|it's|it is|plain|outright|sheer|pure|basically|simply|nothing but|amounts to) (?:theft|robbery|fraud|stealing|criminal|extortion|illegal)|thieves|you (?:\\p{L}+ )?(?:stole|are stealing|robbed)|stealing (?:my|our|people's|customers'?) \\p{L}+|daylight robbery|crooks?|con artists?|criminals|scammed me|scammers|you(?:'re| are) (?:a |all )?(?:scam|frauds?|thieves|liars?)|(?:this|it|company|site|whole thing|shop) (?:is|was|feels like|looks like) (?:a |one )?(?:big |total |complete )?scam|it's a (?:total )?scam|rip.?off|ripped (?:me |us )?off|swindl(?:e|ed|ing|ers)|liars?|lied to (?:me|us)|you lied|lying to|chea(?:ted|ting) (?:me|us|customers|your)|(?:feel|been|being|felt|got) (?:cheated|conned|tricked|fooled|scammed|robbed|ripped off|misled|deceived|lied to)|classic bait|help yourselves|fleec(?:ed|ing)|extort(?:ion|ing)|dishonest|deceptive|deceitful|misleading me|false advertising|bait and switch",
  ],
  [
    0.8,
    "accuses",
    "you people|you lot|you guys (?:are|have|keep|never|just)|your (?:so.called|incompetent|useless|stupid)|you (?:clearly|obviously) (?:don't|do not)|you (?:simply )?(?:don't|do not|never) (?:care|listen|bother)|treat(?:ed|ing)? (?:me|us|your customers|people|customers)? ?like|taken for (?:a fool|granted|a ride)|made (?:a fool|fun) of",
  ],
  [
    1.1,
    "asks in outrage",
    "(?:are|is) (?:you|your \\p{L}+|they) (?:out of (?:your|their) minds?|blind|asleep|deaf|mad|crazy)|how dare you|shame on you|are you (?:kidding|joking|serious|insane|out of your mind)|(?:is|was) this (?:some kind of |supposed to be )?a? ?joke|you must be (?:kidding|joking)|what is wrong with you|what(?:'s| is) the matter with you|does (?:nobody|no one|anyone) (?:at your|over there|there)|do you (?:even|really|honestly|people) (?:care|read|think|check|test|work|know|bother)|do you think (?:this|that|it)(?:'s| is) (?:ok(?:ay)?|acceptable|normal|funny|fair)|is this how you|what kind of (?:a )?(?:company|service|support|business|people|shop|outfit|joke)|how (?:hard|difficult) (?:can|is|could) it|how is (?:this|that|it) (?:even )?(?:possible|acceptable|ok(?:ay)?|legal|fair|allowed)|what (?:exactly )?(?:am|are) (?:i|we) (?:even )?paying (?:you )?for|does (?:anyone|anybody) (?:even |actually )?(?:work|read|care)|who do i have to",
  ],
  [
    0.75,
    "asks in outrage",
    "who(?:'s| is| will| going)(?: going)?(?: to)? (?:pay|be held|take responsib\\p{L}+|be responsible|accountable|compensate)|how many (?:more )?(?:times|e-?mails|calls|weeks|days) (?:do|must|does|should|have|will|is)|how (?:much )?long(?:er)? (?:am|are|do) (?:i|we) (?:supposed|expected|have)|(?:why|how) (?:on earth|the hell|in the world)|explain (?:yourself|yourselves|how this)|seriously\\?|when (?:is|are) (?:someone|anyone|you) (?:finally|actually) going",
  ],
  [
    0.6,
    "is being ignored",
    "(?:nobody|no one|noone|not one of you|none of you) (?:ever |even |has |bothers? |bothered |at your \\p{L}+ )?(?:answer(?:s|ed)?|repl(?:y|ies|ied)|respond(?:s|ed)?|cares?|help(?:s|ed)?|call(?:s|ed)? (?:me )?back|listens?|bother(?:s|ed)?|got back|gets back|reads?)|ignor(?:e|ed|ing) (?:me|us|my|our|every|all)|(?:been|being|keep getting|getting|was) ignored|hung up on me|run.?around|passed (?:around|from)|fobbed off|brushed off|canned (?:answer|response|repl)\\p{L}*|copy.?paste\\p{L}*|(?:radio |complete |total )silence|no (?:reply|response|answer) (?:whatsoever|at all|to any)|without (?:any |a single |so much as an? |even an? )?(?:notice|warning|apology|explanation|word|reply)",
  ],
  [
    0.7,
    "complains of excuses",
    "excuses|(?:every|another|any more|same|poor|lame|no) excuse|(?:empty|broken|false) promises?|(?:you|your \\p{L}+) (?:keep|kept) (?:saying|telling|promising|sending)|always the same (?:answer|story|excuse)|same (?:old )?(?:story|excuse)",
  ],
  [
    0.65,
    "threatens",
    "(?:my|our|a) (?:lawyers?|attorneys?|solicitors?)|sue you|suing|legal action|take (?:you|this) to court|small claims|see you in court|chargeback|charge it back|dispute (?:this |it |the charge )?with my (?:bank|card)|better business bureau|bbb|trading standards|ombudsman|consumer (?:protection|rights|agency|association)|report (?:you|this company|your company)|reporting you|going public|go to the (?:press|media|papers)",
  ],
  [
    0.9,
    "threatens to leave",
    "i(?:'ll| will|'d| would|'m going to| am going to|'d rather| would rather| might| may)(?: \\p{L}+){0,3} (?:go|switch|move|buy|shop|look|order|try|take it)(?: \\p{L}+){0,3} (?:(?:to |at |from |with )?(?:another|a different|some other|a competing) (?:shop|store|company|provider|place|seller|supplier|brand|service)|elsewhere|somewhere else|a competitor|your competitors?)|never (?:again|(?:\\p{L}+ ){0,2}(?:buy|order|use|shop|buying|ordering|using|shopping|do business|recommend))|this (?:is|was) the (?:last|final) time|(?:last|final) time i(?:'ll| will| ever| order| buy| use| shop)|tak(?:e|ing) (?:my|our) (?:business|money) elsewhere|done with (?:you|this|your)|lost (?:me as )?a customer|losing a customer|tell(?:ing)? (?:everyone|everybody|all my)|(?:one|1|zero|bad|negative).?(?:star)? (?:star )?reviews?|post(?:ing)? (?:this|about (?:this|you)) (?:on|everywhere|all over)|warn (?:everyone|others|people)|avoid (?:at all costs|this (?:company|shop|app|site|store|seller))|good riddance",
  ],
  [
    0.5,
    "says it happens again",
    "yet again|once again|(?:third|fourth|fifth|sixth|tenth|hundredth|nth|umpteenth|3rd|4th|5th|6th|10th) (?:time|e-?mail|call|message|ticket|request|replacement|complaint)|(?:three|four|five|six|seven|ten|several|countless|dozens? of|multiple|[3-9]|1\\d|2\\d) (?:times|e-?mails?|calls|messages|tickets|phone calls|attempts|reminders)|over and over|time and (?:time )?again|again and again|(?:week|day|month) after (?:week|day|month)|keeps? happening|every (?:single|damn|bloody) (?:time|day|week|month|cent|one)|same (?:issue|problem|thing|mistake|error) again|(?:months?|weeks|times|years) in a row",
  ],
  [
    0.3,
    "has waited long",
    "promised (?:me |us )?(?:\\p{L}+ ){0,4}(?:in|within|by|last|weeks|days|a week|two)|still (?:no|not|nothing|waiting|haven't|hasn't|have not|has not|don't|unresolved|broken)|(?:\\d+|two|three|four|five|six|several|many) (?:weeks|months|years) (?:ago|later|now|already|and|of|without|waiting|without)|after (?:\\d+|two|three|four|five|six|several) (?:weeks|months|days|hours)|for (?:weeks|months|ages|hours|days|an? (?:week|month|hour|year))|(?:been|have been) waiting|hours on (?:hold|the phone)|on hold for|long overdue|(?:finally|already)!",
  ],
  [
    0.7,
    "demands",
    "i demand|we demand|i insist|i want (?:every (?:cent|penny|dollar)|my (?:\\p{L}+ )?money|answers?|an explanation|compensation|a full refund)|(?:give|pay|send) (?:me|us) (?:back )?(?:my|our) (?:\\p{L}+ )?money|money back (?:now|today|immediately|or)|(?:fix|sort|solve|resolve|correct|cancel|refund|put) (?:this|it|that|them|me|everything) (?:out |back )?(?:now|today|immediately|at once|already|right now|or)|do your jobs?|get your act together|wake up|stop (?:lying|wasting|ignoring|sending|charging|billing|spamming|harassing)|stay away from|someone (?:must|has to|needs to|better) (?:answer|pay|explain|take)",
  ],
  [
    0.35,
    "demands",
    "immediately|at once|right now|put (?:it|them|that|my \\p{L}+) back|i expect|we expect|you (?:must|have to|need to|better|had better|owe)|i want my",
  ],
  [
    1.2,
    "swears",
    "f+u+c+k+\\p{L}*|fck\\p{L}*|f\\*+\\p{L}*|wtf|sh[i*]t+\\p{L}*|bullsh\\p{L}*|bs|bastards?|assholes?|a\\*\\*\\p{L}*|bitch\\p{L}*|morons?|idiots?|idiotic|imbeciles?|clowns?|scumbags?|dumbass|(?:stupid|dumb) (?:company|people|bot|robot|app|system|policy|rules?|staff)|go to hell|screw you|damn you",
  ],
  [
    0.7,
    "swears",
    "damn(?:ed|it)?|goddamn\\p{L}*|god damn|bloody|freaking|frigging|effing|what the (?:hell|heck|f)|the hell|for (?:god|heaven|christ|crying|pete)\\p{L}*(?:'?s)? (?:sake|out loud)|jesus(?: christ)?|screwed|stupid(?! question)|dumb",
  ],
  [
    1,
    "is sarcastic",
    "thanks for nothing|thank you for nothing|(?:great|nice|good|wonderful|fantastic|excellent|brilliant|amazing|stellar|top.notch) (?:job|work|service|support|going)[.,!]? (?:everyone|guys|people|as (?:always|usual)|really|not|now|losing|destroying|breaking|ruining|sending|leaving|charging)|well done[,!.]? (?:you|now|for|guys)|bravo|congratulations on the|hats off|what a (?:great|wonderful|fantastic|lovely|brilliant) (?:way|service|company|experience)|(?:worst|terrible|awful)[^.!?]{0,30}ever|congratulations[,!.]? (?:you|on)|how (?:nice|lovely|convenient|wonderful|generous) of you|slow clap|so much for|oh (?:great|wonderful|fantastic|perfect|lovely)|laughing at (?:me|us)|big thanks for",
  ],
  [
    0.6,
    "describes contempt",
    "(?:laughed|shouted|yelled|swore|sneered|screamed) at (?:me|us|my)|dumped|dump(?:ing)? (?:it|my)|threw|thrown|toss(?:ed|ing)|smashed|ruined|destroyed|wiped (?:out )?(?:my|all|\\d)|you (?:wiped|deleted|took|lost|broke|ruined|destroyed|messed|screwed|charged me (?:again|twice|three|for))|your (?:driver|courier|staff|agent|employee|colleague|rep|support|delivery (?:guy|man|person)) (?:\\p{L}+ ){0,2}(?:dumped|threw|lied|shouted|yelled|hung|refused|laughed|insulted|left it|was rude|told me)",
  ],
  [
    0.55,
    "says they are not happy",
    "not (?:at all |very |too |really |remotely )?(?:happy|impressed|amused|satisfied|pleased|okay with|ok with)|far from (?:happy|satisfied)|how disappointing",
  ],
];
