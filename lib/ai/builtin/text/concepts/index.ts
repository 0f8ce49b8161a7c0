import { stemEnglish } from "../stem-english.ts";
import type { Token } from "../tokens.ts";
import { actions } from "./actions.ts";
import { desk } from "./desk.ts";
import { everyday } from "./everyday.ts";
import { money } from "./money.ts";
import { web } from "./web.ts";

/** English stems and phrases of up to four stems, and Korean stems, each with the concepts they may stand for. */
const english = new Map<string, string[]>();
const korean = new Map<string, string[]>();
const longestPhrase = 4;
const longestKorean = 5;

for (const line of [actions, money, desk, everyday, web].join("\n").split("\n")) {
  const [name, words] = line.split(": ");
  if (!name || !words) continue;
  const [latin, hangul] = words.split(" | ");
  for (const phrase of (latin ?? "").split(", ")) {
    put(english, phrase.replace(/['’]/g, "").split(/[ -]/).map(stemEnglish).join(" "), name);
  }
  for (const stem of (hangul ?? "").split(", ")) put(korean, stem.replaceAll(" ", ""), name);
}

function put(map: Map<string, string[]>, key: string, name: string): void {
  const names = map.get(key) ?? [];
  if (!names.includes(name)) map.set(key, [...names, name]);
}

/**
 * The concepts that a text touches, in the order met, each once: "refund" for "money back" as for "돌려받". They let a few examples in one
 * wording, or one language, speak for another. The lexicon is our own.
 */
export function conceptsOf(found: readonly Token[]): string[] {
  const out = new Set<string>();
  for (let i = 0; i < found.length; i++) {
    if (found[i]!.hangul) addKorean(found, i, out);
    else addEnglish(found, i, out);
  }
  return [...out];
}

function addEnglish(found: readonly Token[], start: number, out: Set<string>): void {
  let phrase = "";
  for (let i = start; i < Math.min(found.length, start + longestPhrase); i++) {
    phrase = phrase === "" ? found[i]!.stem : `${phrase} ${found[i]!.stem}`;
    for (const name of english.get(phrase) ?? []) out.add(name);
  }
}

/** Korean stems of two syllables or more count anywhere in a word, and across one space ("안 돼"); single syllables only as whole words. */
function addKorean(found: readonly Token[], at: number, out: Set<string>): void {
  const { word, stem } = found[at]!;
  for (const whole of [word, stem])
    for (const name of (whole.length === 1 && korean.get(whole)) || []) out.add(name);
  const next = found[at + 1];
  const text = next?.hangul ? word + next.word : word;
  for (let start = 0; start < word.length; start++) {
    for (let length = 2; length <= longestKorean && start + length <= text.length; length++) {
      for (const name of korean.get(text.slice(start, start + length)) ?? []) out.add(name);
    }
  }
}
