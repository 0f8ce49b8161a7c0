/** The English suffix stripper of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980. */
const step2: readonly (readonly [string, string])[] = [
  ["ational", "ate"],
  ["tional", "tion"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["izer", "ize"],
  ["abli", "able"],
  ["alli", "al"],
  ["entli", "ent"],
  ["eli", "e"],
  ["ousli", "ous"],
  ["ization", "ize"],
  ["ation", "ate"],
  ["ator", "ate"],
  ["alism", "al"],
  ["iveness", "ive"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["aliti", "al"],
  ["iviti", "ive"],
  ["biliti", "ble"],
];
const step3: readonly (readonly [string, string])[] = [
  ["icate", "ic"],
  ["ative", ""],
  ["alize", "al"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ful", ""],
  ["ness", ""],
];
const step4 = "al,ance,ence,er,ic,able,ible,ant,ement,ment,ent,sion,tion,ou,ism,ate,iti,ous,ive,ize".split(
  ",",
);

/** What is longer is no English word, and is not worth remembering. */
const longest = 40;
const memo = new Map<string, string>();

/** The stem of a lower-case English word; words of up to two letters or more than forty, and words with other characters, come back unchanged. */
export function stemEnglish(word: string): string {
  if (word.length < 3 || word.length > longest || !/^[a-z]+$/.test(word)) return word;
  const known = memo.get(word);
  if (known !== undefined) return known;
  if (memo.size > 20_000) memo.clear();
  const stem = porter(word);
  memo.set(word, stem);
  return stem;
}

function porter(word: string): string {
  let w = word;
  if (w.endsWith("sses") || w.endsWith("ies")) w = w.slice(0, -2);
  else if (w.endsWith("s") && !w.endsWith("ss")) w = w.slice(0, -1);

  if (w.endsWith("eed")) {
    if (measure(w.slice(0, -3)) > 0) w = w.slice(0, -1);
  } else {
    const cut = w.endsWith("ed") ? 2 : w.endsWith("ing") ? 3 : 0;
    const stem = w.slice(0, w.length - cut);
    if (cut > 0 && hasVowel(stem)) w = afterCut(stem);
  }
  if (w.endsWith("y") && hasVowel(w.slice(0, -1))) w = `${w.slice(0, -1)}i`;

  w = replaceSuffix(w, step2);
  w = replaceSuffix(w, step3);
  w = dropSuffix(w);
  if (w.endsWith("e")) {
    const stem = w.slice(0, -1);
    const m = measure(stem);
    if (m > 1 || (m === 1 && !endsCvc(stem))) w = stem;
  }
  return w.endsWith("ll") && measure(w) > 1 ? w.slice(0, -1) : w;
}

function afterCut(stem: string): string {
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/([^aeiou])\1$/.test(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsCvc(stem) ? `${stem}e` : stem;
}

function replaceSuffix(word: string, table: readonly (readonly [string, string])[]): string {
  for (const [suffix, by] of table) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, -suffix.length);
    return measure(stem) > 0 ? stem + by : word;
  }
  return word;
}

function dropSuffix(word: string): string {
  for (const suffix of step4) {
    if (!word.endsWith(suffix)) continue;
    const keep = suffix === "sion" || suffix === "tion" ? 1 : 0;
    const stem = word.slice(0, word.length - suffix.length + keep);
    return measure(stem) > 1 ? stem : word;
  }
  return word;
}

function isVowel(word: string, i: number): boolean {
  const c = word[i]!;
  return "aeiou".includes(c) || (c === "y" && i > 0 && !isVowel(word, i - 1));
}

function hasVowel(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (isVowel(word, i)) return true;
  return false;
}

/** Porter's m: the number of vowel-consonant turns. */
function measure(word: string): number {
  let turns = 0;
  for (let i = 1; i < word.length; i++) if (!isVowel(word, i) && isVowel(word, i - 1)) turns++;
  return turns;
}

function endsCvc(word: string): boolean {
  const n = word.length;
  if (n < 3) return false;
  return !isVowel(word, n - 1) && isVowel(word, n - 2) && !isVowel(word, n - 3) && !/[wxy]$/.test(word);
}
