import type { Hit } from "./find-cues.ts";

/** Shouting: rows of exclamation or question marks, and words in capitals that are not abbreviations. */
export function loudness(text: string): Hit[] {
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
