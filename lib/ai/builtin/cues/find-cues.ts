import type { Cue } from "#lib/domain/triage/evidence.ts";

/**
 * One line of a lexicon: how much it weighs, what it means, and the words.
 * The words are a regular expression without anchors, in which a space stands for "some white space" in
 * English and "perhaps white space" in Korean, where spacing is free. English rows match whole words.
 * No nested repetition: every row must read a long text in linear time.
 */
export type CueRow = readonly [weight: number, meaning: string, words: string];

/** What one plain cue of anger or haste weighs, or several faint ones together. */
export const plainCue = 0.75;

export type Hit = Cue & { weight: number };
export type CueReader = (text: string) => Hit[];

type Options = {
  /** Drop a hit that the words around it deny: "not angry", "화난 건 아니". */
  negation?: boolean;
};

/** Compiles a lexicon once. Hits come in text order; of overlapping hits the heaviest stays. */
export function cueReader(
  script: "latin" | "hangul",
  rows: readonly CueRow[],
  options: Options = {},
): CueReader {
  const rules = rows.map(([weight, meaning, words]) => ({
    weight,
    meaning,
    pattern: compile(script, words),
  }));
  const denied = script === "latin" ? deniedInEnglish : deniedInKorean;

  const written = script === "latin" ? /[a-z]/iu : /[\u3131-\u318e\uac00-\ud7a3]/u;

  return (text) => {
    const hits: Hit[] = [];
    if (!written.test(text)) return hits;
    const lower = lowerCased(text);
    for (const { weight, meaning, pattern } of rules) {
      for (const match of lower.matchAll(pattern)) {
        const [start, end] = [match.index, match.index + match[0].length];
        if (end === start || (options.negation && denied(text, start, end))) continue;
        if (script === "hangul" && insideLatinWord(text, start, end)) continue;
        hits.push({ text: text.slice(start, end), start, end, meaning, weight });
      }
    }
    return withoutOverlaps(hits);
  };
}

export function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits.toSorted(
    (a, b) => Math.abs(b.weight) - Math.abs(a.weight) || b.end - b.start - (a.end - a.start),
  )) {
    if (kept.every((other) => hit.end <= other.start || hit.start >= other.end)) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * Sum of weights in which the same meaning said again counts half, a quarter and so on: three swear words
 * are angrier than one, but not three times.
 */
export function weigh(hits: readonly Hit[]): number {
  const seen = new Map<string, number>();
  let sum = 0;
  for (const hit of hits.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))) {
    const times = seen.get(hit.meaning) ?? 0;
    sum += hit.weight * 0.5 ** times;
    seen.set(hit.meaning, times + 1);
  }
  return sum;
}

export function asCues(hits: readonly Hit[]): Cue[] {
  return hits.map(({ text, start, end, meaning }) => ({ text, start, end, meaning }));
}

/** Letters of any script, in few ranges: what lies between them is punctuation and symbols. */
const letters = "a-z\\u00aa-\\u1fff\\u2c00-\\ud7ff\\uf900-\\ufdff";

/**
 * For lower-cased text, without the flags `i` and `u`: V8 forgets compiled expressions that rest for a while, and
 * 283 lines with folded Unicode classes take a second and a half to compile, without them a sixth of that.
 */
function compile(script: "latin" | "hangul", words: string): RegExp {
  const plain = words
    .replace(/\\p\{L\}|\\.|[A-Z]/g, (part) => (part.length === 1 ? part.toLowerCase() : part))
    .replaceAll("\\p{L}", `[${letters}]`);
  return script === "latin"
    ? new RegExp(
        `(?<![0-9_${letters}])(?:${plain.replaceAll(" ?", "\\s*").replaceAll(" ", "\\s+")})(?![0-9_${letters}])`,
        "g",
      )
    : new RegExp(plain.replaceAll(" ", "\\s{0,2}"), "g");
}

let lowered = { text: "", lower: "" };

/** Every character where it was. All lexicons read the same text one after the other, so the last is remembered. */
function lowerCased(text: string): string {
  if (lowered.text !== text) {
    const lower = text.toLowerCase();
    lowered = { text, lower: lower.length === text.length ? lower : lowerCasedOneByOne(text) };
  }
  return lowered.lower;
}

/** "İ" becomes two characters, and so stays. */
function lowerCasedOneByOne(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}

/** "SAP" in a Korean lexicon is not in "disappointed". */
function insideLatinWord(text: string, start: number, end: number): boolean {
  const latin = (at: number) => /[a-z]/iu.test(text[at] ?? "");
  return (latin(start) && latin(start - 1)) || (latin(end - 1) && latin(end));
}

const englishDenial =
  /(?:\b(?:not|never|no|without|nothing|isn't|wasn't|aren't|don't|didn't|won't|hardly)\s+)(?:[a-z']+\s+){0,2}$/iu;
const koreanDenial =
  /^[가-힣]{0,3}\s?(?:지\s?(?:는\s?|도\s?)?않|(?:건|것은|거는|게)\s?아니|(?:진|지는)\s?않)/u;

function deniedInEnglish(text: string, start: number): boolean {
  return englishDenial.test(text.slice(Math.max(0, start - 40), start));
}

function deniedInKorean(text: string, _start: number, end: number): boolean {
  return koreanDenial.test(text.slice(end, end + 12));
}
