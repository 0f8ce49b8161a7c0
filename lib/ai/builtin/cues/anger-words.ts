import { cueReader, type Hit, weigh } from "./find-cues.ts";
import { angerEnglish } from "./lexicon/anger-english.ts";
import { angerKorean } from "./lexicon/anger-korean.ts";
import { complaintEnglish } from "./lexicon/complaint-english.ts";
import { complaintKorean } from "./lexicon/complaint-korean.ts";
import { gladEnglish, gladKorean } from "./lexicon/glad.ts";
import { loudness } from "./loudness.ts";

const readers = [
  cueReader("latin", [...angerEnglish, ...complaintEnglish], { negation: true }),
  cueReader("hangul", [...angerKorean, ...complaintKorean], { negation: true }),
];
const gladReaders = [
  cueReader("latin", gladEnglish, { negation: true }),
  cueReader("hangul", gladKorean, { negation: true }),
];

/** Angry words, how much they weigh together (1 is one plain cue), and how much the glad ones do. */
export type AngerWords = { hits: Hit[]; weight: number; glad: number };

export function angerWords(text: string): AngerWords {
  const hits = [...readers.flatMap((read) => read(text)), ...loudness(text)].sort(
    (a, b) => a.start - b.start,
  );
  const glad = weigh(
    gladReaders
      .flatMap((read) => read(text))
      .filter((kind) => hits.every((hit) => kind.end <= hit.start || kind.start >= hit.end)),
  );
  // Who has said this much does not mean the thanks.
  const said = weigh(hits);
  return { hits, glad, weight: said >= clearlySaid ? said : Math.max(0, said - 0.25 * Math.min(2, glad)) };
}

const clearlySaid = 0.5;
