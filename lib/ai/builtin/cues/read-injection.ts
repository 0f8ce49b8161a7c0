import type { Cue } from "#lib/domain/triage/evidence.ts";
import { asCues, cueReader, type Hit, weigh, withoutOverlaps } from "./find-cues.ts";
import { injectionEnglish, injectionKorean } from "./lexicon/injection.ts";
import { type Sentence, sentencesOf } from "./prepare-text.ts";

const readers = [cueReader("latin", injectionEnglish), cueReader("hangul", injectionKorean)];
const customersSay =
  /\bignore my (?:previous|last|earlier|first)|\byou can close (?:this|the|my) ticket|앞서 ?보낸|제가 ?보낸|이전 ?(?:메일|문의)(?:은|는)? ?무시|(?:종료|닫아)(?:해)? ?(?:주셔도|주세요)|\bprotected against\b|인젝션 ?공격에|\b(?:page|screen|app|error|it|dialog|website|site|message|popup|banner|printer|display) (?:says?|shows?|reads?|said)\b|["”]?라고 ?(?:나|뜨|떠|표시)|라는 ?(?:메시지|문구|오류)/iu;

export type InjectionReading = {
  suspected: boolean;
  cues: Cue[];
  /** Sentences that speak to a machine. They are shown to people and take no part in anything else. */
  setAside: Sentence[];
};

/** Looks for text that gives orders to a machine. Scripts apart and hidden letters are put together first. */
export function readInjection(text: string): InjectionReading {
  const sentences = sentencesOf(text);
  const hits = withoutOverlaps(readers.flatMap((read) => read(text)));
  const suspicious: Sentence[] = [];
  const kept: Hit[] = [];

  for (const sentence of sentences) {
    const inside = hits.filter((hit) => hit.start < sentence.end && hit.end > sentence.start);
    if (isScrambled(sentence.text)) {
      const { start, end } = sentence;
      inside.push({ text: sentence.text, start, end, meaning: "hides words from a reader", weight: 1 });
    }
    const weight = weigh(inside) - (customersSay.test(sentence.text) ? 1.2 : 0);
    if (weight < leastSuspicious) continue;
    suspicious.push(sentence);
    kept.push(...inside);
  }
  const suspected = weigh(kept) >= certainFrom;
  return {
    suspected,
    cues: asCues(kept),
    setAside: suspected ? withTheirLines(suspicious, sentences, text) : suspicious,
  };
}

const leastSuspicious = 0.6;
const certainFrom = 0.95;

/** What stands in one line with an order to a machine belongs to it, as long as the customer has other lines. */
function withTheirLines(suspicious: Sentence[], sentences: readonly Sentence[], text: string): Sentence[] {
  const lineOf = (sentence: Sentence) => text.lastIndexOf("\n", sentence.start);
  const lines = new Set(suspicious.map(lineOf));
  const whole = sentences.filter((sentence) => lines.has(lineOf(sentence)));
  return whole.length < sentences.length ? whole : suspicious;
}

/** Letters pulled apart ("ㅇㅣㅈㅓㄴ", "i g n o r e", "시.스.템"), as nobody writes to a support desk. */
function isScrambled(text: string): boolean {
  const loneJamo =
    text
      .match(/[\u3131-\u3163](?=[\u3131-\u3163])/gu)
      ?.filter((letter) => !/[ㅋㅎㅠㅜㅡㅇㄴㄱㅅ]/u.test(letter)).length ?? 0;
  const spaced =
    /(?:(?<!\p{L})\p{Script=Latin}[ .\-_*]){6,}/u.test(text) ||
    (text.match(/[가-힣][.\-_*](?=[가-힣])/gu)?.length ?? 0) >= 5;
  return loneJamo >= 6 || spaced;
}
