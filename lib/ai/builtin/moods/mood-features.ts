import { extractFeatures, type FeatureBag } from "../learn/features.ts";
import { fnv1a, fnvSpace, mixBits } from "../text/hash.ts";

/** What each block weighs against the others: the four of `extractFeatures`, the words as they were written, the manner. */
export const moodBlocks = [0.5, 1, 0.3, 0.5, 1, 0.6] as const;

const spaces = { words: fnvSpace("mood words"), manner: fnvSpace("mood manner") };

const piece = /\d+(?:st|nd|rd|th)?|[\p{L}\p{M}]+(?:'\p{L}+)*|[!?]{2,}|\.{2,}|[^\s\p{L}\p{N}]/gu;
const number = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/u;
const ordinal = /^(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/u;
const closing = ".!?…;~ㅠㅜㅋㅎ";

/**
 * What a sentence says, and how: beside the features that categories are told by, the words with their small words, endings and
 * signs, which a category does not need and a mood lives in.
 */
export function sentenceFeatures(sentence: string): FeatureBag {
  return { blocks: [...extractFeatures(sentence).blocks, writtenWords(sentence), manner(sentence)] };
}

/** In how many sentences a mood is told. */
const longestStretch = 3;

/** One, two or three sentences in a row; `from` and `to` count sentences, the last one not included. */
export type Stretch = { from: number; to: number };

/** Every stretch of so many sentences, those of one sentence among them. */
export function stretchesOf(sentences: number): Stretch[] {
  const found: Stretch[] = [];
  for (let from = 0; from < sentences; from++)
    for (let to = from + 1; to <= Math.min(sentences, from + longestStretch); to++) found.push({ from, to });
  return found;
}

/** What company adds to a sentence at most: what stands beside a mood does not make it. */
const mostByCompany = 0.3;

/**
 * The margin of a text from the margins of its stretches: a letter is as angry as its angriest stretch, and a stretch
 * little angrier than its angriest sentence. So what is added, before or after, does not thin a mood out, and hardly makes one.
 */
export function marginOfText(stretches: readonly Stretch[], margins: readonly number[]): number {
  const alone = margins.filter((_, at) => stretches[at]!.to - stretches[at]!.from === 1);
  return Math.max(
    ...stretches.map(({ from, to }, at) =>
      Math.min(margins[at]!, Math.max(...alone.slice(from, to)) + mostByCompany),
    ),
  );
}

/** The features of sentences that stand together. */
export function together(bags: readonly FeatureBag[]): FeatureBag {
  const blocks = moodBlocks.map((_, block) => {
    const parts = bags.map((bag) => bag.blocks[block]!);
    const whole = new Uint32Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  });
  return { blocks };
}

/** One, two and three words or signs in a row, as they stand; a number is a number. */
function writtenWords(sentence: string): Uint32Array {
  const found = sentence.match(piece) ?? [];
  const words = ["^", ...found.map((word) => kindOf(word.toLowerCase())), "$"];
  const out: number[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let end = i + 1; end <= Math.min(words.length, i + 3); end++)
      out.push(featureOf(spaces.words, words.slice(i, end).join(" ")));
  }
  return Uint32Array.from(out);
}

function kindOf(word: string): string {
  if (/^\d+$/u.test(word)) return "#";
  if (ordinal.test(word)) return "#th";
  return number.test(word) ? "#w" : word;
}

/** How a sentence begins and ends, how long it is, and how often signs, figures and capitals are used. */
function manner(sentence: string): Uint32Array {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  const last = words.at(-1) ?? "";
  const sign = closingOf(sentence);
  const times = (what: RegExp, most: number) => Math.min(most, sentence.match(what)?.length ?? 0);
  const seen = [
    `first ${words[0] ?? ""}`,
    `begins ${words.slice(0, 2).join(" ")}`,
    `last ${last}${sign}`,
    `sign ${sign}`,
    `long ${Math.min(12, Math.ceil(words.length / 2))}`,
    `quotes ${times(/["']/gu, 2)}`,
    `capitals ${times(/(?<!\p{L})\p{Lu}{3,}(?!\p{L})/gu, 3)}`,
    `figures ${times(/\d+/gu, 4)}`,
    `begins small ${/^[a-z]/u.test(sentence)}`,
  ];
  for (let letters = 1; letters <= 5; letters++) seen.push(`tail ${last.slice(-letters)}`);
  return Uint32Array.from(seen, (what) => featureOf(spaces.manner, what));
}

/** The signs at the end, from the end: a row of them in the middle is walked over once. */
function closingOf(sentence: string): string {
  let end = sentence.length;
  while (end > 0 && closing.includes(sentence[end - 1]!)) end--;
  return sentence.slice(end);
}

function featureOf(space: number, text: string): number {
  return mixBits(fnv1a(text, space));
}
