import type { CueRow } from "../find-cues.ts";

const somebody =
  "(?:my |our |the |a |an |two |three |\\d+ )?(?:\\p{L}+ )?(?:husband|wife|partner|sons?|daughters?|child|children|kids?|baby|babies|toddler|mother|mum|mom|father|dad|grandmother|grandfather|grandma|grandpa|patients?|residents?|passengers?|guests?|colleague|tenant|dog|cat|people|person|someone|somebody|he|she|they)";
const another =
  "(?:another|someone else's|somebody else's|a stranger's|strangers'|a different|different|the wrong|other|other people's|an unknown|some other)";
const dear =
  "(?:passports?|id cards?|identity cards?|driving licen[cs]e|bank cards?|credit cards?|visas?|house keys?|car keys?|keys|birth certificates?|contracts?|medicine|medication)";
const few = "(?:one|two|three|four|a few|a couple of|\\d|last|no more)";

/** What happens to people, money and things, told plainly. As in the other urgency lexicons. */
export const toldEnglish: readonly CueRow[] = [
  [
    2.1,
    "danger to people",
    `${somebody} (?:is|are|'s) (?:still |now )?(?:sitting |lying |locked |strapped |buckled )?(?:trapped|stuck|locked in|inside(?! joke)|in it|in there|hanging)(?=\\s*[.!?,;]|\\s+(?:and|with|since|it|the|because)|\\s*$)|(?:can't|cannot|couldn't|unable to) get (?:(?:him|her|them|my \\p{L}+) out|out of (?:it|the (?:car|lift|elevator|room|seat)))|(?:water|liquid|rain) (?:\\p{L}+ ){0,4}(?:dripping|drips|running|runs|leaking|leaks|coming|seeping) (?:\\p{L}+ ){0,3}(?:out of|from|into|onto|through) (?:the |our |my )?(?:\\p{L}+(?:'s)? ){0,3}(?:plug|socket|outlet|fuse ?box|lamp|lights?|electrics|charger|power strip|wiring|panel)|(?:cellar|basement|kitchen|bathroom|flat|apartment|house|floor|shop|office|server room) (?:\\p{L}+ ){0,3}(?:flooded|under water|full of water|has (?:\\p{L}+ |\\d+ ){0,3}(?:centimet(?:re|er)s?|cm|inch(?:es)?|feet) of water)|(?:flames?|fire|smoke|sparks?|fumes) (?:\\p{L}+ ){0,2}(?:came|come|comes|coming|shot|shoots|shooting|flew|flying|rising|jumped) (?:\\p{L}+ )?(?:out|from|of|off|up)|(?:melted|melting|glow(?:ed|ing)|scorch(?:ed|ing)|char(?:red|ring)) (?:\\p{L}+ ){0,4}(?:smell|smoke|handle|plug|cable|casing|socket|plastic)|(?:plug|cable|handle|charger|battery|casing|adapter|socket) (?:has |is |was )?(?:\\p{L}+ )?(?:melted|melting|burning|glowing|too hot to touch|hissing|hissed)|stove (?:\\p{L}+ ){0,2}(?:hissed|hissing|flared)|(?:don't|do not) want to (?:be here|live|exist|go on|wake up)(?: any ?more)?|no (?:reason|point) (?:to|in) (?:live|living|go on|going on)|(?:better off|easier) without me|end it all|(?:heating|heat|boiler|oxygen|ventilator|concentrator|breathing machine|pacemaker|heart monitor|insulin pump|dialysis) (?:\\p{L}+ ){0,3}(?:off|stopped|failed|failing|broke|died|dead|quit|won't start|not working)|block(?:s|ed|ing)? (?:\\p{L}+ )?(?:emergency|fire) exits?`,
  ],
  [
    1.1,
    "danger to people",
    `(?:vaccines?|insulin|blood|organs?|samples?|breast milk|medicines?) (?:\\p{L}+ ){0,4}(?:(?:are |is )?at \\d+|warm|thaw\\p{L}*|spoil\\p{L}*|degrees)|${few} (?:more )?(?:puffs?|doses?|pills?|tablets?|injections?|strips?|capsules?|inhalers?|pens?|bottles? of formula) (?:left|remaining)|(?:feel|felt|feels|feeling) (?:\\p{L}+ )?(?:dizzy|faint|sick|numb) (?:after|since|from|when)|(?:rash|hives|swelling|blisters|swollen \\p{L}+|can't breathe|trouble breathing|short of breath)|(?:she|he|who|they|mother|father|mum|mom|dad|grandmother|grandfather|neighbou?r) (?:is|are|'s) (?:7[5-9]|8\\d|9\\d|eighty|ninety)(?:.(?:one|two|three|four|five|six|seven|eight|nine))?(?=[.,!?\\s]|$)|(?:mother|father|grandmother|grandfather|parents?|neighbou?r) (?:\\p{L}+ ){0,4}(?:alone|by (?:herself|himself|themselves)|bedridden|in a wheelchair|disabled)|wheelchair (?:\\p{L}+ ){0,6}(?:stuck|doesn't|does not|won't|fails|broken|down any more)|on the (?:porch|doorstep|street|pavement|sidewalk|roof|balcony) with|(?:unsuitable|inappropriate|not suitable|adult|violent|sexual) (?:\\p{L}+ ){0,3}(?:photos?|pictures?|videos?|content|messages?)`,
  ],
  [
    1.1,
    "money is going to the wrong place",
    "(?:money|payment|transfer|salary|deposit|funds|amount|refund) (?:\\p{L}+ ){0,4}(?:went|gone|sent|paid|transferred|wired|landed|arrived|ended up)(?: out)? (?:to|in|into|with|at) (?:a |an |the |some )?(?:\\p{L}+ )?(?:stranger|wrong|someone|somebody|another|other|different|unknown|closed|old)|(?:sent|transferred|wired|paid|typed|entered|put) (?:\\p{L}+ ){0,6}(?:wrong|too many|extra|missing|one) (?:account|iban|recipient|person|digits?|zero(?:es|s)?|sort code|name|payee)|one zero too (?:many|few)|(?:zero|digit) too (?:many|few)|(?:wages?|salar(?:y|ies)|payroll|pay run|payout|pensions?) (?:\\p{L}+ |\\d+ ){0,14}(?:rejected|failed|declined|bounced|stuck|not (?:gone|left|arrived|paid)|didn't (?:go|leave|arrive)|hasn't|haven't)|(?:every|all|each|whole|entire) (?:\\p{L}+ ){0,3}(?:items?|products?|articles?|prices?|rooms?|tickets?|shop|catalogue|store) (?:\\p{L}+ ){0,3}(?:at|for|shows?|costs?|priced?|set to|as|is|are) (?:\\p{L}+ )?(?:one cent|a cent|zero|nothing|free|\\p{Sc}?0(?:[.,]\\d+)?|1 cent|\\p{Sc}1|one dollar|one won)|people (?:are|keep) (?:\\p{L}+ )?(?:checking out|buying|ordering|grabbing|booking)",
  ],
  [
    2.1,
    "an attack is going on",
    `(?:carr(?:y|ies|ied)|show(?:s|n|ing)?|print(?:s|ed)?|list(?:s|ed)?|includ(?:e|es|ed)|contain(?:s|ed)?|has|have|with|got|see|seeing|display(?:s|ed)?|opens?|saves?|files?|stores?|to|into|under|in) (?:\\p{L}+ ){0,3}${another} (?:client|customer|patient|person|people|member|user|guest|student|pupil|employee|tenant|company|family|child|household)(?:s|'s|s')?,? (?:\\p{L}+ )?(?:names?|data|accounts?|photos?|records?|files?|notes?|charts?|invoices?|addresse?s?|bank|details|messages?|results?|bookings?|numbers?|pictures?)|(?:notes?|records?|results?|photos?|prescriptions?|data|documents?|payments?) (?:\\p{L}+ ){0,3}(?:to|into|under|in) (?:the )?(?:wrong|another|a different|someone else's) (?:\\p{L}+ )?(?:files?|charts?|folders?|records?|patients?|accounts?|names?)|(?:a )?stranger'?s? (?:\\p{L}+ )?(?:photos?|pictures?|messages?|orders?|address|files?|data|videos?)|sim (?:card )?(?:\\p{L}+ ){0,3}(?:moved|ported|swapped|transferred|activated|replaced|cloned)|(?:number|phone|line) (?:\\p{L}+ ){0,3}(?:ported|moved|transferred) to (?:another|a different|a new|someone|some)`,
  ],
  [
    1,
    "an attack is possible",
    "(?:payee|beneficiary|standing order|direct debit|device|address|card|phone number|e-?mail(?: address)?|user|admin|recipient|name|order|subscription|parcel) (?:\\p{L}+ ){0,5}(?:that |which )?(?:i |we )?(?:(?:have |had |'ve )?never (?:heard of|seen|added|set up)|(?:don't|do not|didn't|did not) (?:know|recogni[sz]e|add|set|make|order|create)|(?:isn't|is not|wasn't|was not|aren't) (?:mine|ours|me|us))",
  ],
  [
    1.05,
    "people are waiting",
    "(?:waiting room|lobby|hall|reception|corridor|shop|store|restaurant|bar|queue|ward|er|foyer|car park|classroom|church|theat(?:re|er)|cinema|venue|gate) (?:is|are|keeps?) (?:\\p{L}+ )?(?:filling|full|packed|crowded|overflowing|growing|jammed)|(?:patients?|guests?|couples?|customers?|families|people|clients?|students?|visitors?|passengers?|tourists?) (?:keep|keeps|are) (?:\\p{L}+ )?(?:turning up|showing up|walking in|pouring in|coming in|arriving|being admitted|sitting down|sitting in front)|keeps? (?:admitting|taking in|letting in|boarding|seating) (?:\\p{L}+ )?(?:people|patients|guests|passengers)|(?:vans?|trucks?|lorr(?:y|ies)|drivers?|crews?|buses|cashiers?|nurses?|workers?|technicians?|couriers?) (?:are|is) (?:\\p{L}+ )?(?:sitting|standing|parked|waiting|idle|stranded|stuck)(?: \\p{L}+)? (?:in|at|outside|on|around|here|without)|(?:signed|logged|kicked|threw|locked) (?:out|off) (?:my |our |the )?(?:entire |whole |all (?:my |our |the )?)(?:class|team|staff|school|course|office|shift|audience)|(?:entire|whole) (?:class|course|school|shift|audience|congregation) (?:\\p{L}+ ){0,3}(?:out|off|locked|lost|can't|cannot|waiting)|(?:timer|clock|countdown|meter) (?:goes|keeps|is|still) (?:on|going|running|ticking|counting)|(?:live ?stream|stream|broadcast|projector|microphones?|sound|big screen|scoreboard) (?:\\p{L}+ ){0,5}(?:black|blank|silent|dead|frozen|no (?:sound|picture)|cut off)|(?:booked|sold|assigned|let|given|imported|reserved) (?:out )?twice|(?:same|one) (?:room|seat|table|slot|cabin|pitch|car) (?:\\p{L}+ ){0,3}(?:twice|for two|two (?:couples|families|guests|parties))|for the same (?:room|seats?|table|slot|cabin)",
  ],
  [
    1,
    "something precious is in the wrong place",
    `(?:left|forgot|lost|dropped|handed|gave|given|delivered|sent|posted|thrown|took) (?:\\p{L}+ ){0,8}${dear} (?:\\p{L}+ ){0,8}(?:in|on|at|to|with|behind|someone|somebody|another|wrong|away)|${dear} (?:\\p{L}+ ){0,8}(?:to|with|at) (?:a stranger|someone|somebody|another (?:person|building|house|address|flat)|the wrong|a neighbou?r i)|(?:frozen|chilled|fresh|live) (?:fish|food|meat|goods|animals?|flowers|plants|chicks|produce) (?:\\p{L}+ ){0,5}(?:yard|truck|van|waiting|out of|sitting|standing|melting|dying|warm)|(?:with|of) (?:frozen|chilled|fresh|live) (?:fish|food|meat|goods|animals?|flowers|produce)`,
  ],
  [
    -1.2,
    "is not a problem report",
    "(?:last|past|previous|recent) (?:week|month|year|night)?(?:'s)? ?(?:outage|downtime|incident)s?|(?:outage|incident|downtime) (?:\\p{L}+ ){0,3}(?:described|documented|explained|written up)|how (?:many|long|soon|early|much) (?:\\p{L}+ ){0,2}before (?:a|the|my|our) (?:flight|trip|event|departure|exam)|(?:fire|smoke|heat|flame|water).?(?:resistant|proof|retardant|detectors?|alarms? (?:with|that|for)|extinguishers?)|school (?:essay|project|paper)|essay about|(?:quote|cite) your (?:blog|article|report)|crash test|alarm clocks?|next (?:spring|summer|autumn|fall|winter|year|month)",
  ],
];
