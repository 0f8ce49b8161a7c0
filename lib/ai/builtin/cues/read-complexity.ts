import type { ComplexityLevel, Cue } from "#lib/domain/triage/evidence.ts";
import { asCues, cueReader, weigh, withoutOverlaps } from "./find-cues.ts";
import { complexityEnglish, complexityKorean } from "./lexicon/complexity.ts";
import { sentencesOf } from "./prepare-text.ts";

const readers = [cueReader("latin", complexityEnglish), cueReader("hangul", complexityKorean)];

const askPattern =
  /[?？]|\b(?:please|kindly|could you|can you|would you|i(?:'d| would) like|i (?:want|need)|we (?:want|need)|let me know|tell me)\b|(?:주세요|주십시오|주시(?:기|면|겠)|부탁|바랍니다|원합니다|원해요|싶습니다|싶어요|싶은데|궁금|요청|나요|까요|습니까|인가요|건가요|하죠|되죠|줘(?:요|$|[.!])|냐(?:[ ?]|$))/iu;

/** How much work an answer takes: the asks in it, its length, and signs that one article will not do. */
export function readComplexity(text: string): { level: ComplexityLevel; asks: number; cues: Cue[] } {
  const asks = countAsks(text);
  const hits = withoutOverlaps(readers.flatMap((read) => read(text)));
  const length = text.length / (/[가-힣]/u.test(text) ? 220 : 450);
  const sum = weigh(hits) + 0.4 * Math.max(0, asks - 1) + 0.5 * Math.min(2, length);

  return { level: sum >= 1.3 ? "complex" : sum >= 0.6 ? "standard" : "simple", asks, cues: asCues(hits) };
}

function countAsks(text: string): number {
  const asking = sentencesOf(text).filter((sentence) => askPattern.test(sentence.text));
  const joined = asking.reduce((sum, sentence) => sum + joinedAsks(sentence.text), 0);
  return Math.max(1, asking.length + joined);
}

/** "how will you split it and who tells the warehouse?" asks twice. */
function joinedAsks(sentence: string): number {
  const english =
    sentence.match(
      /\b(?:and|,|or|also|plus) (?:who|what|when|why|how|where|which|can|could|will|does|is it)\b/giu,
    ) ?? [];
  const korean =
    sentence.match(
      /(?:고|며|는지|은지|ㄴ지|인지|할지|지)[,와과]? ?(?:누가|언제|어떻게|어디|왜|무엇|얼마|그리고)/gu,
    ) ?? [];
  return english.length + Math.max(korean.length, askedApart(sentence));
}

/** "택배 언제 오냐 쿠폰은 왜 안됨": a further question word behind a verb's ending begins a further ask; "언제 어디서" is one. */
export function askedApart(sentence: string): number {
  const [, ...further] = sentence.split(/언제|왜|어디|어떻게|얼마|뭐|무엇|누가/u);
  return further.slice(0, -1).filter((between) => /(?:냐|니|나|까|죠|요|음|함|됨|고|며)[\s,?]/u.test(between))
    .length;
}
