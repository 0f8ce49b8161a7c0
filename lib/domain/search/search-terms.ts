/**
 * The terms a text is found by, in both languages: Latin words with their plain endings cut, and for Hangul
 * the pairs of neighbouring syllables, which need no dictionary and survive particles.
 */
export function searchTerms(text: string): string[] {
  const terms: string[] = [];
  for (const [word] of text
    .toLowerCase()
    .normalize("NFKC")
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    if (/\p{Script=Hangul}/u.test(word)) terms.push(...pairs(word).filter((pair) => !endings.has(pair)));
    else if (!empty.has(word)) terms.push(stem(word));
  }
  return terms;
}

function pairs(word: string): string[] {
  const syllables = [...word];
  if (syllables.length === 1) return [word];
  return syllables.slice(1).map((syllable, at) => `${syllables[at]}${syllable}`);
}

function stem(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/(?:ies)$/, "y")
    .replace(/(?:ing|ed|es|s|ly)$/, "")
    .replace(/(.)\1$/, "$1")
    .replace(/e$/, "");
}

const empty = new Set(
  "a about an and any anything are as at be been but by can could do does for from get had has have how i if in is it its me my no not of on or our please so something that the their them there this to us was we what when where which who why will with would you your".split(
    " ",
  ),
);

/** Pairs of syllables that stand in every polite sentence and tell nothing apart. */
const endings = new Set(
  "되나 나요 하나 어요 아요 해요 예요 에요 하고 고싶 싶어 싶습 주세 세요 니다 습니 합니 는데 은데 어떻 떻게 할까 까요 까지 에서 으로 하는 있나 있어 없어 인가 가요 에는".split(
    " ",
  ),
);
