import type { CueRow } from "../find-cues.ts";

/** Kind words. Plain politeness weighs little: angry people are polite too, most of all in Korean. */
export const gladEnglish: readonly CueRow[] = [
  [
    1,
    "praises",
    "(?:love|loving|adore) (?:your|the|this|it)|(?:great|excellent|amazing|awesome|fantastic|wonderful|brilliant|superb|outstanding|lovely|perfect|impressive) (?:service|support|product|job|work|team|app|experience|help|company)(?! as always)|works? (?:perfectly|great|like a charm|again)|(?:very|so|really|most) (?:helpful|happy|pleased|satisfied|kind|grateful)|well done to|keep up the|best (?:service|support|company|app|experience)|highly recommend|thank you so much|thanks a (?:lot|million|bunch)|much appreciated|you(?:'re| are) (?:the best|amazing|awesome|great|a star)|happy (?:customer|with)|fixed now|all (?:good|sorted|set)|saved my",
  ],
  [
    0.4,
    "is polite",
    "thank you|thanks|many thanks|appreciate|grateful|kindly|please|cheers|have a (?:nice|great|good)|no problem|no worries",
  ],
];

export const gladKorean: readonly CueRow[] = [
  [
    1,
    "praises",
    "최고(?:예|입|의|네|에)|만족(?:합|해|스|하)(?!.{0,4}(?:못|않))|훌륭|감동|완벽(?:하게|합|해)|친절(?:하게|하시|해|합|하신|히)|잘 ?쓰고 ?있|잘 ?사용하고 ?있|좋(?:아요|네요|습니다)(?!겠)|마음에 ?(?:들|듭)|덕분(?:에|입)|추천(?:합|해요|하고)|해결(?:됐|되었|돼서|되어서)|잘 ?(?:받았|해결|되네|됩니다)|정말 ?감사|너무 ?감사|진심으로 ?감사",
  ],
  [0.3, "is polite", "감사|고맙|고마워|부탁(?:드|합)|수고|죄송|실례"],
];
