import type { CueRow } from "../find-cues.ts";

const many = "(?:all|every|most|half|none|\\d{2,}|hundreds|thousands|dozens)(?: of)?(?: our| the| my)?";
const kit =
  "(?:phones?|lines?|tills?|registers?|screens?|terminals?|monitors?|tablets?|scanners?|printers?|lights?|locks?|doors?|gates?|lifts?|elevators?|kiosks?|cameras?|alarms?|sensors?|pumps?|routers?|vans?|trucks?|machines?|workstations?|laptops?|computers?)";
const silent =
  "(?:went|gone|go|going|is|are|has gone|have gone|turned|turning|just) (?:\\p{L}+ )?(?:silent|dark|black|blank|dead|offline|red|quiet|off|unresponsive|frozen)";
const others =
  "(?:other|another|different|all(?: of)? (?:your|the)|what looks like all(?: of)? your) (?:\\p{L}+ )?(?:customers?|clients?|people|patients?|users?|tenants?|members?|famil(?:y|ies)|companies|pupils|students|guests|residents)";

/** Emergencies and deadlines that are told by what happened, without a word that says how pressing they are. */
export const unspokenEnglish: readonly CueRow[] = [
  [
    2,
    "business stands still",
    `${many} ${kit}(?: \\p{L}+){0,5} ${silent}|(?:primary|master|leader|replica|node|region|datacent(?:er|re)|rack|switch|core router|load balancer|disk array) (?:is |are |has |went )?(?:\\p{L}+ )?(?:gone|lost|dead|down|failed|unreachable|dropped)|fail.?over (?:\\p{L}+ ){0,2}(?:didn't|did not|failed|never|didnt|not)|(?:orders?|payments?|logins?|requests?|calls?|transactions?|writes?|jobs?) (?:are )?(?:failing|dropping|timing out|rejected|bouncing) (?:for|across|on|in) (?:all|every|each|most)|(?:for|across|on) (?:all|every) (?:tenants?|regions?|customers?|sites?|stores?|branches|users?)|read.?only (?:since|for|mode)|(?:999|911|112|119|emergency (?:number|line|button|stop|call)|alarm|call button|panic button) (?:\\p{L}+ ){0,3}(?:doesn't|does not|doesnt|isn't|won't|fails?|failed|not|never|silent|dead)|(?:the )?(?:whole|entire) (?:village|town|street|building|campus|hospital|ward|floor|site|terminal|fleet|network|region)`,
  ],
  [
    1,
    "business stands still",
    "no (?:internet|signal|power|water|heating|hot water|phones?|connection|network|wi.?fi|dial tone|electricity|service) (?:at|in|on|across|since|for|anywhere)|(?:sitting|standing|waiting) (?:around|idle|here|about)|(?:doing nothing|nothing to do|twiddling)|sent (?:\\p{L}+ ){0,2}home|(?:dropped|dropping|drops|disconnected|disconnects|died|dead|dies|froze|frozen|hangs|hung) (?:out |off |over.?night|again|mid|every|in the middle)|(?:third|fourth|fifth|3rd|4th|5th) time (?:this|in|today)|(?:by hand|on paper|pen and paper|manually) (?:now|since|for|until)|(?:thaw|melt|spoil|rot|defrost|perish|wilt|go(?:ing)? off)(?:ing|ed|s)?(?! (?:away|point))|(?:cold (?:room|store)|freezer|fridge|chiller|refrigerator) (?:\\p{L}+ ){0,4}(?:died|dead|failed|stopped|off|warm|broken|down)|thrown? (?:\\p{L}+ )?(?:error|exception)s? since",
  ],
  [
    2.1,
    "an attack is going on",
    `(?:payments?|transfers?|money|withdrawals?|charges?|orders?) (?:\\p{L}+ ){0,3}(?:leaving|going out|going through|appearing|coming off|coming out|out of) (?:\\p{L}+ ){0,3}(?:account|card|balance|wallet|every|one after|while)|(?:approv(?:ed|ing)|taken out|opened|appl(?:ied|ying) for) (?:\\p{L}+ ){0,2}(?:loan|credit|account|card|overdraft)(?: \\p{L}+){0,10} (?:haven't|have not|didn't|did not|never|not me|wasn't me)|(?:haven't|have not|didn't|did not|never) (?:done|asked for|requested|ordered|made|opened|applied for) (?:either|any of|that|it|this|one)|(?:thanking me for|confirm\\p{L}*|notified me of) (?:\\p{L}+ ){0,3}(?:new device|new payee|new address|new number|new password)|(?:list(?:s|ing)?|show(?:s|ing)?|open(?:s|ed)?|see|seeing|find|found|got|get|display(?:s|ing)?|return(?:s|ing)?|include[sd]?|contain(?:s|ed)?) (?:\\p{L}+ ){0,5}(?:from|of|for|belonging to|with) ${others}|${others}(?:'s?)? (?:\\p{L}+ ){0,3}(?:names?|addresses|details|records?|invoices?|statements?|orders?|messages|files|documents|photos|results|bookings|accounts?) (?:\\p{L}+ )?(?:are|is|in|on|show|come|appear)|chang(?:ed|ing) (?:\\p{L}+ ){0,3}(?:number|id|digit) in the (?:address bar|url|link)|(?:freeze|block|lock|stop|cancel) (?:\\p{L}+ )?(?:card|button|account|session|access) (?:\\p{L}+ ){0,3}(?:does nothing|doesn't|does not|isn't|won't|fails|greyed)|(?:login|password|account) (?:stopped working|no longer works|changed) (?:\\p{L}+ ){0,2}(?:minutes?|seconds?|just now|a moment)`,
  ],
  [
    1,
    "an attack is possible",
    "(?:log.?in|sign.?in|session|device|access)s? (?:\\p{L}+ ){0,2}from (?:a |an |some )?(?:country|city|place|device|phone|address|ip|continent)s? (?:\\p{L}+ ){0,2}(?:i've|i have|we've|i|we|that) (?:never|don't|do not|didn't)|(?:new|unknown) (?:device|payee|beneficiary|forwarding rule|admin|api key) (?:\\p{L}+ ){0,4}(?:i|we) (?:didn't|did not|never|don't)|(?:charge|payment|transaction|withdrawal|purchase)s? (?:\\p{L}+ ){0,3}(?:i|we) (?:don't|do not|didn't|never|can't) (?:recogni[sz]e|know|remember|make|made|place)",
  ],
  [
    2.1,
    "danger to people",
    "(?:allerg(?:y|ies)|medication|medicine|doses?|blood (?:type|group)|charts?|results?|drugs?|vitals|prescriptions?|tablets|inhaler|pens?) (?:\\p{L}+ ){0,5}(?:for|of|under|to|against) (?:the )?(?:wrong|another|other|different|someone else's) (?:patient|person|child|resident|name|baby)s?|wrong patients?|before anything was given|(?:fell|fallen|collapsed|fainted|trapped|stuck inside|not breathing|passed out|having a seizure|drowning)(?! (?:apart|asleep|behind|short|out of favou?r))|(?:can smell|smell(?:s|ed)? of?) (?:gas|burning|smoke|fuel|petrol)|(?:water|sewage|gas|fuel) (?:\\p{L}+ ){0,3}(?:pouring|gushing|flooding|coming through|leaking|rising)|(?:live|bare|exposed) (?:wire|wires|cable|cables)|(?:brakes?|steering|airbags?|seat ?belt|harness|ladder|scaffold\\p{L}*) (?:\\p{L}+ ){0,3}(?:failed|fail|gave|went|stopped|didn't|doesn't|snapped|came off|loose)",
  ],
  [
    1.1,
    "danger to people",
    "(?:enough|only|just|down to) (?:\\p{L}+ ){0,4}(?:for today|until tonight|until tomorrow|for one more|for another day|left)(?! in)|(?:delivered|sent|given|dispensed|supplied) (?:\\p{L}+ ){0,3}(?:wrong|adult|child|other|double) (?:\\p{L}+ )?(?:inhaler|dose|tablets|insulin|strength|medicine|formula|pens|medication)|instead of (?:\\p{L}+ ){0,2}(?:inhaler|insulin|dose|tablets|medication|formula|strips)",
  ],
  [
    1,
    "a deadline is near",
    "(?:i'm|i am|we're|we are|i've been|standing|sitting|stood|stuck|waiting|here) (?:\\p{L}+ )?(?:at|in|by|outside|in front of) (?:the |your |our |my )?(?:\\p{L}+ )?(?:check.?in|desk|gate|counter|platform|reception|security|boarding|rental|locker|door|front door|car park|barrier|pump|till|station|airport|hotel|venue|lobby|garage|depot|pharmacy)|(?:comes?|coming|arrives?|arriving|collects?|due|leaves?|opens?|starts?|at|by|before|is at|are at) (?:at )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|half past|quarter)(?: (?:thirty|fifteen|forty.five|o'?clock|sharp|today|pm|am))?(?=[.,;!?]|$| and| so| but| with| for)|(?:can't|cannot|couldn't|don't) find (?:my|our) (?:name|booking|reservation|ticket)|(?:interview|demo|exam|hearing|pitch|surgery|flight|train|wedding|funeral|audit|court|presentation|viewing|closing|appointment) (?:\\p{L}+ ){0,4}(?:is|starts?|at|in|this) (?:at |in |on )?(?:\\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon|today|tomorrow|tonight|this|an? hour|half)|when can (?:someone|somebody|an? (?:engineer|technician)|anyone) (?:come|be here|get here|look)",
  ],
  [
    -1.2,
    "is not a problem report",
    "emergency (?:contact|exit|kit|light|lamp|fund|blanket|number (?:field|change)|plan|procedure|procedures|drill|training)s?|breach notification|critical (?:acclaim|thinking|reception|essay|theory|success|mass)|critically acclaimed|asap (?:courier|delivery|option|shipping)|(?:had|was|were) (?:some |a |an )?(?:short |brief |planned )?(?:down ?time|outage) (?:on|in|last)|(?:for|in) (?:our|the|my|a) (?:yearly|annual|quarterly|monthly) (?:report|review|audit)|post.?mortem|ran out of (?:space|room|characters|ideas)|down (?:jacket|coat|pillow|duvet|vest|comforter|payment)|fire (?:pit|wood|place|fighter|tv|stick|drill)|security (?:page|questionnaire|whitepaper|policy|overview)|where (?:that|it|this) (?:stands|is written)|podcast|novel|survey|font|wallpaper",
  ],
];
