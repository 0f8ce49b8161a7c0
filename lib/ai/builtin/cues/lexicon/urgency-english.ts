import type { CueRow } from "../find-cues.ts";

/**
 * 1 is "high" by itself, 2 is "urgent". Weights below zero calm down. A word like "urgent" alone reaches
 * "high" and no further: people write it about everything, an outage they describe.
 */
export const urgencyEnglish: readonly CueRow[] = [
  [
    2.1,
    "danger to people",
    "(?:on|caught|catch(?:es|ing)?|started a) fire(?! ?(?:wall|fox|base|stick|tv))|house fire|flames|explod(?:ed|ing|es)|explosion|electric(?:al)? shock|electrocuted|shocked me|gas leak|carbon monoxide|injur(?:ed|y|ies)|bleeding|burn(?:ed|t) (?:my|his|her|our|their|me)|burns on|unconscious|hospital(?:i[sz]ed)?|ambulance|emergency room|poison(?:ed|ing)?|allergic reaction|anaphyla\\p{L}+|chok(?:ed|ing)|suffocat\\p{L}+|suicid(?:e|al)|kill myself|self.harm|end my life|life.threatening",
  ],
  [
    1.3,
    "danger to people",
    "smok(?:e|ing) (?:from|is coming|coming|came)|(?:is|started|starts|began) (?:smoking|sparking|burning|overheating)|sparks?|burning smell|smells? (?:of|like) burning|swollen battery|battery (?:is )?(?:swelling|swollen|bulging)|leaking (?:acid|gas|battery)|(?:broken|shards of) glass in|found (?:a )?(?:glass|metal|plastic|insect|needle|blade) in|out of (?:medication|insulin|medicine)",
  ],
  [
    2,
    "business stands still",
    "(?:site|website|server|servers|service|system|systems|api|app|platform|portal|checkout|check.out|payments?|shop|store|database|production|prod|network|everything|infrastructure|cluster|phones?|e.?mail|till|tills|pos|terminals?|gateway) (?:is|are|was|went|has gone|have gone|has been|have been|keeps? going|'s)? ?(?:\\p{L}+ ){0,2}(?:down|offline|unreachable|dead|crashed|unavailable|not responding|inaccessible)(?! ?load| ?grade| to the| to \\p{N}| for maintenance)",
  ],
  [
    1,
    "business stands still",
    "(?:can(?:'t|not)|can not|unable to|not able to|couldn't) (?:reach|connect to|access|load|open|get (?:in)?to) (?:any|all|your|the|anything|the whole) ?(?:of )?(?:your |the )?(?:services?|sites?|website|servers?|system|platform|api|app|portal|pages?)?|(?:nothing|none of (?:it|them|the pages)) (?:loads?|works?|opens?|responds?|is (?:loading|working|responding))|(?:problem|trouble|issue) with the (?:servers?|system|network|service|site)|connection errors?|another outage|outages?|down ?time|(?:major|active|ongoing|production) incident|in production|production (?:is|issue|environment|system|line|server|outage)|sev(?:erity)?.?[01]|p[01]|50[0234]s?(?: errors?)?|bad gateway|pages? (?:are )?tim(?:e|ing) out|gateway time.?out|internal server error|service unavailable|(?:total|complete|full|whole|widespread) (?:outage|failure|blackout|breakdown|shutdown)|(?:at a|come to a|a complete) (?:standstill|halt)|(?:has|have|are|is) (?:completely |totally )?(?:stopped|halted|paralys\\p{L}+|paralyz\\p{L}+|frozen)",
  ],
  [
    1.1,
    "many people are stopped",
    "all (?:of )?our (?:\\p{L}+ )?(?:kiosks?|tills?|terminals?|stores?|shops?|branches|offices|machines|devices|stations|sites|locations|teams|users|customers)|in \\d+ (?:stations|stores|shops|offices|branches|countries|locations)|(?:\\d{2,}|hundreds of|thousands of|dozens of) (?:\\p{L}+ )?(?:parcels|orders|customers|people|patients|guests|invoices|shipments|passengers|students|users) (?:\\p{L}+ ){0,2}(?:waiting|stuck|blocked|affected|pending|at risk|without|cannot|can't|unable|standing)|for (?:all of us|everyone|everybody|the (?:whole|entire) \\p{L}+)|all of us|(?:agents?|staff|employees|teams?|students|teachers|doctors|nurses|drivers|cashiers|users|customers|colleagues|people) (?:can(?:'t|not)|are unable|are stuck|are locked)|(?:nobody|no one|noone|none of (?:us|our|my|the)|everyone|everybody|all (?:of )?(?:our|my|the|us)|entire|whole|(?:our|the) (?:whole|entire)|every (?:single )?(?:user|customer|employee|client)|(?:\\d{2,}|hundreds of|thousands of|dozens of|multiple|several) (?:of our )?(?:users?|customers?|employees|people|staff|clients|patients|students|stores|shops|branches|offices|drivers|agents|colleagues))(?: \\p{L}+){0,6}? (?:can(?:'t|not)|can not|unable|locked out|stuck|blocked|affected|waiting|offline|fail(?:s|ing)?|not able|(?:is|are) down|lost access|without access)|(?:nobody|no one|noone|none of \\p{L}+)(?: \\p{L}+){0,4} (?:can|able|is able)",
  ],
  [
    1.1,
    "business is losing money",
    "los(?:ing|e|t) (?:\\p{L}+ ){0,3}(?:money|sales|customers|orders|revenue|business|clients|thousands|hundreds|millions|bookings|deals?|\\p{Sc}\\s?\\d[\\d,.]*k?)|costing us|cost us|(?:every|per) (?:minute|hour)|revenue (?:loss|impact)|(?:can(?:'t|not)|unable to|not able to) (?:process|take|accept|ship|sell|invoice|bill|fulfil\\p{L}*|serve|operate|trade|open the shop|pay our|run payroll|print labels)|(?:our|all) (?:checkout|store|shop|payments?|business|sales|operations?|orders?|production|warehouse|customers|integration|stock|inventory|payroll|pipeline)(?: \\p{L}+){0,3} (?:stopped|halted|blocked|broken|failing|fails?|stuck|can(?:'t|not))|break(?:s|ing) (?:our|all|the) \\p{L}+|brought (?:our|the) \\p{L}+ to|impact(?:ing|s) (?:our )?(?:business|customers|production|operations)|business.critical|mission.critical",
  ],
  [
    1,
    "a deadline is near",
    "(?:pick.?up|starts?|begins?|due|cut.?off|closes|meeting|deadline|leaves?|arrives?|waiting) (?:\\p{L}+ )?at \\d{1,2}(?::\\d\\d)? ?(?:am|pm)?|(?:runs?|run|running|ran) out (?:today|tonight|tomorrow|in|of)|(?:as we speak|this very moment|at this moment|right this)|(?:in|within|under|less than|only|have) (?:the next |about |less than |under |just )?(?:an?|one|two|three|four|five|six|half an|a few|a couple of|\\d+) ?(?:hours?|hrs?|h|minutes?|mins?)(?! (?:ago|delivery|window))|(?:an?|one|two|\\d+|half an) (?:hours?|minutes?|hrs?|mins?) (?:from now|left|to go|away)|by (?:tonight|noon|midday|midnight|lunch(?:time)?|end of (?:the )?(?:day|business)|eod|cob|close of business|this (?:morning|afternoon|evening)|today|tomorrow(?: morning| noon)?|\\d{1,2}(?::\\d\\d)? ?(?:am|pm)|\\d{1,2}:\\d\\d)|before (?:tonight|noon|midnight|today|tomorrow|end of day|\\d{1,2} ?(?:am|pm))|tonight|this (?:evening|afternoon)|(?:later|due|needed|starts?|starting|begins|leaving|leaves?|expires?|expiring|closes|ends|happening|live|launch(?:es|ing)?|fly(?:ing)?|travel(?:ling|ing)?) (?:\\p{L}+ )?(?:today|tonight|tomorrow|in an hour|this morning)|last.minute|deadline (?:is )?(?:today|tomorrow|tonight|in)|running out of time|no time left|before it(?:'s| is) too late|time.sensitive|time.critical|any minute",
  ],
  [
    0.55,
    "a deadline is near",
    "today|tomorrow|deadline|overdue|time is running|expires soon|about to expire",
  ],
  [
    0.55,
    "an event depends on it",
    "(?:my|our|a|the|an|is|her|his|their) (?:\\p{L}+ )?(?:flight|exam|demo|presentation|wedding|surgery|interview|launch|audit|closing|funeral|trial|hearing|appointment|webinar|graduation|birthday|holiday|vacation|conference|ceremony|party|show|race|move)|go(?:ing)? live",
  ],
  [
    1,
    "says it is urgent",
    "urgent(?:ly)?|urgency|asap|a\\.s\\.a\\.p|emergency|critical(?:ly)?|top priority|high(?:est)? priority|priority (?:one|1|high)|escalat(?:e|ed|ion|ing)|life or death|desperate(?:ly)?|sos|drop everything|immediate(?:ly)? (?:help|attention|action|assistance|response|support)|needs? immediate",
  ],
  [
    0.5,
    "says it is urgent",
    "as soon as possible|immediately|right (?:now|away)|straight ?away|at once|without delay|(?:can't|cannot|can not) wait|pressing|instantly|this instant",
  ],
  [0.3, "says it is urgent", "quick(?:ly)?|now!|hurry|promptly|soon"],
  [
    2.1,
    "an attack is going on",
    "(?:former|ex.?|fired|departed) ?(?:employee|colleague|staff|worker|contractor)s? (?:\\p{L}+ ){0,4}(?:access|deleting|downloading|logged|using)|(?:who|that) (?:left|was fired|quit|resigned) (?:\\p{L}+ ){0,4}(?:still|has|is)|(?:is|are) (?:deleting|downloading|stealing|copying|wiping) (?:\\p{L}+ )?(?:files|data|records|everything|our)|(?:money|funds|cash|balance|coins|credits?) (?:is|are|keeps?) (?:being )?(?:\\p{L}+ )?(?:leaving|disappearing|drained|stolen|transferred|withdrawn|vanishing|taken)|(?:i'm|i am|we're|we are) not (?:doing|making|placing|sending) (?:these|those|this|any|them)|(?:freeze|stop|block|lock) everything|(?:i've been|i was|we've been|we were|been|got|was|were|is|are) (?:\\p{L}+ )?(?:hacked|breached|hijacked|compromised|ransomwared)|hackers?|hacked|ransomware|data (?:breach|leak)|(?:keys?|tokens?|passwords?|credentials?|data|records|customer (?:data|list)) (?:\\p{L}+ )?(?:has been |have been |was |were |is |are |got )?(?:leaked|exposed|stolen|published|compromised|dumped)|leaked (?:online|our|my|the|api|customer)|exposed (?:online|publicly|to the public)|(?:they|he|she)(?: has| have|'s|'ve)? (?:broke(?:n)? in(?:to)?|tak(?:en|ing) over|took over|us(?:ed|ing) my|drain(?:ed|ing)|locked me out|stole|impersonat\\p{L}+)|(?:someone|somebody|a stranger|an attacker|a hacker|thieves|another person)(?: else)?(?: has| is| just| have| are|'s)? (?:\\p{L}+ )?(?:logged in(?:to)?|signed in(?:to)?|got (?:in|into)|broke(?:n)? in(?:to)?|accessed|tak(?:en|ing) over|took over|changed (?:my|the|our)|plac(?:ed|ing) (?:an? )?\\p{L}* ?orders?|us(?:ed|ing) my|made (?:a )?(?:purchase|order|transfer|payment)|bought|drain(?:ed|ing)|withdr\\p{L}+|transferr?\\p{L}*|order(?:ed|ing)|spend(?:ing)?|locked me out|stole|steal(?:ing)?|impersonat\\p{L}+)|account (?:takeover|was taken over|has been taken over|got taken over)|identity theft|stole my identity|(?:can see|seeing|shows?|showing|see) (?:other|another|someone else's|somebody else's|other people's) (?:customers?|users?|people|person|company|companies|account|accounts|data|orders|invoices|details)",
  ],
  [
    1,
    "an attack is possible",
    "(?:unauthori[sz]ed|fraudulent|unknown|unrecogni[sz]ed|strange|foreign) (?:\\p{L}+ )?(?:transactions?|purchases?|charges?|orders?|access|log.?ins?|sign.?ins?|payments?|withdrawals?|transfers?|activity)|(?:stolen|lost|stole) (?:my )?(?:card|phone|wallet|laptop|purse|passport|credit card|debit card|device|key|account)|(?:card|phone|wallet|laptop|purse|device|bag) (?:was|has been|got|is|were) (?:stolen|lost|missing)|lost (?:my )?(?:card|wallet|phone)|(?:block|freeze|lock|suspend|disable|deactivate) (?:it|my|the|this|our|that)(?: \\p{L}+)? ?(?:card|account|key|access|user|sim|line|wallet|now|right|immediately|asap)?|(?:i )?(?:didn't|did not|never) (?:make|authori[sz]e|approve|place|request) (?:this|that|it|these|those|any|the)(?: \\p{L}+)?|phish(?:ing|ed)|malware|virus|vulnerabilit(?:y|ies)|security (?:hole|flaw|issue|incident|breach|bug)|fraud",
  ],
  [
    1.1,
    "data is being lost",
    "(?:lost|losing|deleted|wiped|erased|vanished|disappeared|gone|missing|corrupt(?:ed)?|overwritten) (?:all |everything|every )(?:of )?(?:our|my|the)?(?: \\p{L}+)?|(?:all|everything|entire)(?: \\p{L}+){0,4} (?:is|are|was|were|has|have|got|been)? ?(?:gone|deleted|wiped|vanished|disappeared|erased|lost|missing|corrupt(?:ed)?)|data loss|(?:wrong|zero|incorrect|negative|doubled) (?:amounts?|prices?|totals?|sums?|quantit\\p{L}+|results|figures)|(?:already|have|has) (?:been )?(?:went|gone|sent|shipped|mailed|billed|charged)(?: \\p{L}+)? (?:out )?to (?:our |all |the )?(?:clients|customers|users|patients|people)|(?:empty|missing|wrong|null|zero(?:ed)?|duplicate[ds]?) (?:\\p{L}+ )?(?:payloads?|records|line.?items|fields|rows|prices|balances?|stock)|arrive (?:with )?empty",
  ],
  [
    1,
    "a legal clock runs",
    "(?:my|our) (?:home )?(?:address|phone|photo|name|data|details|number) (?:\\p{L}+ ){0,6}(?:public|publicly|search|visible|online|published|google)|gdpr|ccpa|art(?:icle|\\.)? ?(?:15|17|20)|subject access|data (?:subject|protection) (?:\\p{L}+ )?(?:request|officer|authority|act|law)|(?:right to be|be) forgotten|copy of (?:all )?(?:my|the|our) (?:personal )?data|stored? (?:about|on) (?:me|my|us)|hold (?:about|on) (?:me|us)|(?:as|by) (?:the )?law|legally (?:entitled|obliged|required)|entitle[sd]|subpoena|court order|warrant|cease and desist|injunction|summons|legal (?:notice|deadline|hold)|statutory|regulator(?:s|y)?|supervisory authority|compliance (?:deadline|breach)|(?:my|our|a|the) (?:lawyer|attorney|solicitor)s?|legal (?:action|proceedings|steps)|su(?:e|ing) you|small claims|take (?:you|this) to court",
  ],
  [
    0.4,
    "has waited long",
    "(?:\\d+|two|three|four|five|six|seven|eight|several|many) (?:weeks|months)|weeks and weeks|(?:third|fourth|fifth|3rd|4th|5th) (?:time|e-?mail|call|message|ticket|reminder)|(?:three|four|five|six|several|[3-9]) (?:e-?mails|calls|messages|tickets|reminders)|chargeback|file a (?:dispute|complaint|claim)|(?:no|without) (?:an? )?(?:answer|reply|response)|still (?:no|not|nothing|waiting)|yet again|keeps? happening|again!",
  ],
  [
    0.55,
    "work is blocked",
    "block(?:ed|er|ing)(?: us| me| our)?|stuck|locked out|can(?:'t|not) (?:work|log ?in|sign ?in|access|use|get in|get into|load|open|connect|do anything|deploy)|unable to (?:work|log ?in|access|use|operate|deploy|connect)|stopped working|not working|broke(?:n)?|fails? (?:every|each|for)|since (?:this morning|last night|yesterday|the (?:last |latest )?(?:update|release|upgrade|migration)|\\d{1,2}[:.]?\\d{0,2} ?(?:am|pm|utc|gmt|cet|kst)?)|after (?:yesterday's|today's|the|last night's|your) (?:\\p{L}+ )?(?:update|release|upgrade|deploy\\p{L}*|migration|maintenance)",
  ],
  [
    0.35,
    "who depends on it",
    "(?:my|our|a|the) (?:clients?|patients?|students?|guests?|passengers?)|salar(?:y|ies)|payroll|rent|medic(?:ine|ation|al)|insulin|baby|newborn|child|elderly|disabled|stranded|at the airport",
  ],
  [
    -1.6,
    "says there is no hurry",
    "not urgent|no (?:rush|hurry)|not in (?:a|any) (?:rush|hurry)|whenever (?:you|it)|when (?:you (?:have|get) (?:a )?(?:time|chance|moment|minute)|it suits)|take your time|at your (?:convenience|leisure)|low priority|no need to (?:rush|hurry)|nothing urgent|isn't urgent|non.urgent|can wait",
  ],
  [
    -0.6,
    "is not a problem report",
    "(?:feature|product) (?:request|suggestion|idea)|suggestion|it would be (?:nice|great|cool|lovely)|would love to see|just (?:curious|wondering)|out of curiosity|general (?:question|enquiry|inquiry)|quick question|future|planning to|thinking (?:of|about)|considering|newsletter|in theory|scheduled (?:outage|downtime|maintenance)|planned (?:outage|downtime|maintenance)|uptime guarantee",
  ],
];
