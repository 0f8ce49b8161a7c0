import type { Cue, Sentiment } from "#lib/domain/triage/evidence.ts";
import { asCues, cueReader, type Hit, weigh } from "./find-cues.ts";
import { angerEnglish } from "./lexicon/anger-english.ts";
import { angerKorean } from "./lexicon/anger-korean.ts";
import { complaintEnglish } from "./lexicon/complaint-english.ts";
import { complaintKorean } from "./lexicon/complaint-korean.ts";
import { gladEnglish, gladKorean } from "./lexicon/glad.ts";

const readers = [
  cueReader("latin", [...angerEnglish, ...complaintEnglish], { negation: true }),
  cueReader("hangul", [...angerKorean, ...complaintKorean], { negation: true }),
];
const gladReaders = [
  cueReader("latin", gladEnglish, { negation: true }),
  cueReader("hangul", gladKorean, { negation: true }),
];

/**
 * How angry the writer is. `score` is s / (s + 0.75) for the weighed sum s, so that one plain cue passes the
 * threshold of 0.5 and no number of cues reaches 1.
 */
export function readAnger(text: string): { anger: { score: number; cues: Cue[] }; sentiment: Sentiment } {
  const hits = [...readers.flatMap((read) => read(text)), ...loudness(text)].sort(
    (a, b) => a.start - b.start,
  );
  const glad = gladReaders
    .flatMap((read) => read(text))
    .filter((kind) => hits.every((hit) => kind.end <= hit.start || kind.start >= hit.end));
  // Who has said this much does not mean the thanks.
  const said = weigh(hits);
  const weight = said >= clearlySaid ? said : Math.max(0, said - 0.25 * Math.min(2, weigh(glad)));
  const score = weight / (weight + angryWeight);
  return { anger: { score, cues: asCues(hits) }, sentiment: sentimentOf(weight, weigh(glad)) };
}

function sentimentOf(anger: number, glad: number): Sentiment {
  if (anger >= 0.5 && anger >= glad) return "negative";
  if (glad >= 1 && anger < 0.5) return "positive";
  return "neutral";
}

const clearlySaid = 0.5;

/** The sum at which a score stands at 0.5. Below 1: an angry customer answered by a machine costs more than a calm one answered by a person. */
const angryWeight = 0.75;

/** Shouting: rows of exclamation or question marks, and words in capitals that are not abbreviations. */
function loudness(text: string): Hit[] {
  const letters = text.replace(/[^\p{L}]/gu, "");
  if (letters.length >= 15 && letters.replace(/[^\p{Lu}]/gu, "").length >= 0.8 * letters.length)
    return [{ text, start: 0, end: text.length, meaning: "shouts in capitals", weight: 0.8 }];
  const hits: Hit[] = [];
  const add = (match: RegExpExecArray, weight: number, meaning: string) =>
    hits.push({ text: match[0], start: match.index, end: match.index + match[0].length, meaning, weight });

  for (const match of text.matchAll(/[!?]{2,}/gu)) {
    if (/!/u.test(match[0])) add(match, match[0].length >= 3 ? 0.5 : 0.35, "shouts");
    else if (match[0].length >= 3) add(match, 0.4, "shouts");
  }
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}_])\p{Lu}{2,}(?:[' ]+\p{Lu}{2,}){1,}(?![\p{L}\p{N}_])/gu,
  )) {
    const letters = match[0].replace(/[^\p{Lu}]/gu, "").length;
    if (
      letters >= 7 &&
      /\b(?:THE|YOU|MY|IS|ARE|NOT|NOW|AND|THIS|WHY|AGAIN|DOWN|EVER|WANT|NEED|HOW|MONEY|BACK|STILL|NO|TO|IN|IT|ME)\b/u.test(
        match[0],
      )
    )
      add(match, 0.55, "shouts in capitals");
  }
  for (const match of text.matchAll(
    /(?<=[a-z,.!?] )(?:AFTER|NOT|NOW|STILL|NEVER|EVERY|AGAIN|TWICE|NOTHING|ALWAYS|ANYONE|NOBODY|TODAY|IMMEDIATELY|THREE|FOUR|FIVE|ALL|BEFORE|STOP|ALREADY|WEEKS|MONTHS|DAYS|HOURS|YEARS|ONE|USED|BROKEN|WRONG|SAME|ONLY|PAID|WORST|NONE|FULL|LAST|EXACTLY|WEEK|MONTH|STUPID|SICK|NO ONE|ZERO|YOUR|YOU|MY|SO|VERY|REALLY|DO|DID|WHY|WHAT|WHERE|WHEN|HOW)(?![\p{L}\p{N}_])/gu,
  )) {
    add(match, 0.35, "stresses a word");
  }
  return hits;
}
