import type { AnswerCheck, DraftReply, UnsupportedKind } from "#lib/domain/answers/draft.ts";

import { normalise } from "./text/normalise.ts";
import { tokens } from "./text/tokens.ts";

type Finding = AnswerCheck["unsupported"][number];

const finders: readonly { kind: UnsupportedKind; find: RegExp }[] = [
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
    kind: "money",
    find: /[$€£¥₩]\s?\d[\d,.]*|\d[\d,.]*\s?(?:원|달러|유로|만 ?원|천 ?원|USD|KRW|EUR|dollars?|euros?|won)(?![\p{L}])/giu,
  },
  {
    kind: "date",
    find: /\d{4}[-./년]\s?\d{1,2}[-./월]\s?\d{1,2}일?|\d{1,2}월\s?\d{1,2}일|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d{1,2}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|[월화수목금토일]요일|\b(?:today|tomorrow|tonight)\b|오늘|내일/giu,
  },
  { kind: "number", find: /\d[\d,.]*\d|\d/gu },
  {
    kind: "promise",
    find: /\b(?:we|i)(?:'ll| will| have| can| shall| are going to|'ve)? (?:\p{L}+ )?(?:refund(?:ed)?|reimburse[d]?|compensate[d]?|credit(?:ed)?|waive[d]?|guarantee[d]?|promise[d]?|approved?|cancel(?:l?ed)?|grant(?:ed)?|accept (?:liability|responsibility))|\b(?:has|have|was|is|been) (?:been )?(?:approved|refunded|cancel+ed|credited|granted|waived|reimbursed|resolved)|full refund|free of charge|100 ?%|accept liability|(?:환불|보상|배상|승인|취소|지급|할인|면제)(?:이|을|를|해)? ?(?:완료|승인|처리)?(?:되었|됐|해 ?드리|해드렸|드리겠|드릴게|하겠|약속|보장)|전액|무료로|책임을 ?지/giu,
  },
  {
    kind: "refusal",
    find: /\bas an ai\b|\bi(?:'m| am) (?:sorry, but i )?(?:cannot|can't|unable to|not able to) (?:help|assist|answer|comply)|\bi cannot (?:help|assist)|language model|AI ?(?:언어 ?)?모델(?:로서|이라)|도와드릴 ?수 ?없|답변(?:을)? ?(?:드릴|할) ?수 ?없/giu,
  },
];

/**
 * What a draft says and none of its sources does. Facts (numbers, dates, sums, links, addresses) must stand in the
 * sources letter for letter; promises are allowed only as words of a source. A whole sentence of a source is fine as it is.
 */
export function checkClaims(
  draft: DraftReply,
  ownWords: readonly string[],
  allowedHosts: readonly string[] = [],
): AnswerCheck {
  if (!draft.answerable) return { unsupported: [] };
  if (draft.text.trim() === "") return { unsupported: [{ text: "", kind: "empty" }] };

  const unsupported: Finding[] = [];
  const allowed = new Set(ownWords.map(squash));
  const everything = squash(draft.sources.map((source) => `${source.title} ${source.excerpt}`).join(" "));
  for (const sentence of draft.sentences) {
    const said = squash(sentence.text);
    if (allowed.has(said)) continue;
    const sources = squash(sentence.sources.map((source) => `${source.title} ${source.excerpt}`).join(" "));
    if (sources && everything.includes(said) && sources.includes(said)) continue;
    unsupported.push(...findingsIn(sentence.text, sources, everything, allowedHosts));
    // Only courtesies may stand without a source, and those were let through above.
    const stands = sentence.sources.length > 0 && sharedWords(sentence.text, sources) >= leastShared;
    if (!stands) unsupported.push({ text: sentence.text, kind: "claim" });
  }
  // The text that would be sent must be the sentences that were checked.
  if (squash(draft.sentences.map((sentence) => sentence.text).join(" ")) !== squash(draft.text)) {
    unsupported.push({ text: draft.text.slice(0, 200), kind: "claim" });
  }
  return { unsupported: unique(unsupported) };
}

/** Share of a sentence's content words that its sources must hold. Wording may change, the matter may not. */
const leastShared = 0.5;

function sharedWords(text: string, sources: string): number {
  const known = new Set(terms(sources));
  const own = [...new Set(terms(text))];
  return own.length === 0 ? 0 : own.filter((term) => known.has(term)).length / own.length;
}

/** English stems without the commonest words; pairs of syllables for Korean, where endings change. */
function terms(text: string): string[] {
  return tokens(normalise(text)).flatMap(({ word, stem, hangul }) => {
    if (!hangul) return word.length < 3 || commonWords.has(word) ? [] : [stem];
    return stem.length < 2 ? [] : Array.from({ length: stem.length - 1 }, (_, i) => stem.slice(i, i + 2));
  });
}

const commonWords = new Set(
  "the and for you your are can will with from that this have has our not but please then there them they when which into also just may about here how what if its".split(
    " ",
  ),
);

function findingsIn(
  text: string,
  sources: string,
  everything: string,
  allowedHosts: readonly string[],
): Finding[] {
  const found: Finding[] = [];
  let rest = text;
  for (const { kind, find } of finders) {
    for (const match of text.matchAll(find)) {
      if (!rest.includes(match[0])) continue;
      rest = rest.replace(match[0], " ");
      if (!isSupported(kind, match[0], sources || everything, allowedHosts))
        found.push({ text: match[0], kind });
    }
  }
  return found;
}

function isSupported(
  kind: UnsupportedKind,
  text: string,
  sources: string,
  allowedHosts: readonly string[],
): boolean {
  if (kind === "markup" || kind === "placeholder" || kind === "refusal") return false;
  if (kind === "link" && allowedHosts.some((host) => hostOf(text) === host.toLowerCase())) return true;
  const wanted = squash(text);
  if (kind !== "number") return sources.includes(wanted);
  return sources.split(/[^\p{N},.]+/u).some((number) => number.replace(/[.,]+$/u, "") === wanted);
}

function hostOf(link: string): string {
  const url = /^https?:/iu.test(link) ? link : `https://${link}`;
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : "";
}

function squash(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/["'“”‘’]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function unique(findings: Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.kind}\n${finding.text}`, finding])).values()];
}
