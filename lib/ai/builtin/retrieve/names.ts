import { normalise } from "../text/normalise.ts";
import { emptyWords } from "../text/stop-words.ts";
import { hangulShare, tokens } from "../text/tokens.ts";

/** Latin words after the first of a sentence. */
const insideSentence =
  /(?=\p{Script=Latin})(?<=[^.!?:\n"'“”‘’(>]\s+)\p{Script=Latin}[\p{Script=Latin}\p{N}]+/gu;

/**
 * The names of things in a desk's articles, as stems: Latin words that inside sentences nearly always begin with a capital ("Gmail"),
 * and Latin words in Korean text. An answer about one product is no answer about another.
 */
export function findNames(texts: readonly string[]): Set<string> {
  const names = nameFinder();
  for (const text of texts) names.add(text);
  return names.found();
}

/** The same, text by text. */
export function nameFinder(): { add(text: string): void; found(): Set<string> } {
  const seen: Seen = new Map();
  return { add: (text) => countCapitals(text, seen), found: () => namesAmong(seen) };
}

type Seen = Map<string, { capital: number; all: number }>;

function countCapitals(text: string, seen: Seen): void {
  const korean = hangulShare(text) > 0.5;
  for (const [word] of text.matchAll(insideSentence)) {
    const key = word.toLowerCase();
    const count = seen.get(key) ?? { capital: 0, all: 0 };
    count.all++;
    if (korean || word[0] !== word[0]!.toLowerCase()) count.capital++;
    seen.set(key, count);
  }
}

function namesAmong(seen: Seen): Set<string> {
  const names = new Set<string>();
  for (const [word, { capital, all }] of seen) {
    if (emptyWords.has(word) || capital < 2 || capital < 0.7 * all) continue;
    for (const token of tokens(normalise(word))) names.add(token.stem);
  }
  return names;
}
