import type { UnsupportedKind } from "#lib/domain/answers/draft.ts";
import { numberWords } from "./number-words.ts";

const goods =
  "환불|보상|배상|승인|취소|지급|할인|면제|교환|재발송|상품권|쿠폰|포인트|적립금|기프트 ?카드|사은품|위로금";
const grants =
  "되었|됐|해 ?드리|해 ?드려|해 ?드립|해 ?드릴|해드렸|드리겠|드릴게|드려요|드립니다|드렸|하겠|할게|보내|발송|약속|보장|적립|제공";

/** What may not stand in an answer unless a source says it, in the order in which a stretch of text is taken. */
export const finders: readonly { kind: UnsupportedKind; find: RegExp }[] = [
  { kind: "markup", find: /!\[[^\]]*\]\([^)]*\)|<\/?[a-z][^>]*>|\[[^\]]+\]\([^)]+\)|javascript:/giu },
  {
    kind: "placeholder",
    find: /\{\{[^}]*\}\}|\$\{[^}]*\}|\[[^\]\n]{2,40}\](?!\()|<<[^>]*>>|\bXXX+\b|\bTBD\b|○○|OO님/gu,
  },
  { kind: "address", find: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu },
  {
    kind: "link",
    find: /(?:https?:\/\/|www\.)[^\s<>"')\]]+|\b[a-z0-9-]+\.(?:com|net|org|io|co|kr|test|example|app|dev|info|biz|shop)(?:\/\S*)?\b/giu,
  },
  {
    kind: "promise",
    find: /\b(?:we|i)(?:'ll| will| have| can| shall| are going to|'ve)? (?:\p{L}+ )?(?:refund(?:ed)?|reimburse[d]?|compensate[d]?|credit(?:ed)?|waive[d]?|guarantee[d]?|promise[d]?|approved?|cancel(?:l?ed)?|grant(?:ed)?|replace[d]?|accept (?:liability|responsibility))|\b(?:we|i)(?:'ll| will| have| can|'ve) (?:\p{L}+ ){1,5}(?:gift ?card|voucher|coupon|discount|refund|credit)s?|\byou(?:'ll| will) (?:get|receive|be (?:given|refunded|credited|compensated))\b|\b(?:has|have|was|is|been) (?:been )?(?:approved|refunded|cancel+ed|credited|granted|waived|reimbursed|resolved)|full refund|free of charge|100 ?%|accept liability/giu,
  },
  {
    kind: "promise",
    find: new RegExp(
      `(?:${goods})(?: ?\\d[\\d,]* ?(?:만|천)? ?원)?(?:이|가|을|를|은|는|도|해)? ?(?:완료|승인|처리|전액|바로|즉시|꼭|반드시)?(?:이|을|를)? ?(?:${grants})|(?:무상|무료)(?:으로|로)? ?(?:교환|수리|배송|제공|드리|드려|보내)|전액|책임을 ?지`,
      "giu",
    ),
  },
  {
    kind: "money",
    find: /[$€£¥₩]\s?\d[\d,.]*|\d[\d,.]*\s?(?:원|달러|유로|만(?: ?\d천)? ?원|천 ?원|(?:USD|KRW|EUR|dollars?|euros?|won)(?!\p{L}))|(?<![가-힣\d])(?:\d[\d,]*\s?)?(?:[일이삼사오육칠팔구]?[십백천만억]\s?)+[일이삼사오육칠팔구]?\s?(?:원|달러)/giu,
  },
  {
    kind: "date",
    find: /\d{4}[-./년]\s?\d{1,2}[-./월]\s?\d{1,2}일?|\d{1,2}월\s?\d{1,2}일|(?<![가-힣])[일이삼사오육칠팔구십]{1,2}월 ?[일이삼사오육칠팔구십]{1,4}일|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d{1,2}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|[월화수목금토일]요일|\b(?:today|tomorrow|tonight|(?:this|next) (?:week|month|weekend))\b|오늘|내일|모레|(?:이번|다음|차)\s?(?:주|달)(?!문)|(?:주말|월말|연말)까지/giu,
  },
  ...numberWords.map((find) => ({ kind: "number" as const, find })),
  { kind: "number", find: /\d[\d,.]*\d|\d/gu },
  {
    kind: "refusal",
    find: /\bas an ai\b|\bi(?:'m| am) (?:sorry, but i )?(?:cannot|can't|unable to|not able to) (?:help|assist|answer|comply)|\bi cannot (?:help|assist)|language model|AI ?(?:언어 ?)?모델(?:로서|이라)|도와드릴 ?수 ?없|답변(?:을)? ?(?:드릴|할) ?수 ?없/giu,
  },
];
