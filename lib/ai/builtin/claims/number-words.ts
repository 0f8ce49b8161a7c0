/** Numbers that are written in words, by their value: "삼만 오천", "3만 5천", "열두", "twenty-four". */

const sino: Readonly<Record<string, number>> = {
  영: 0,
  공: 0,
  일: 1,
  이: 2,
  삼: 3,
  사: 4,
  오: 5,
  육: 6,
  칠: 7,
  팔: 8,
  구: 9,
};
const small: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1000 };
const large: Readonly<Record<string, number>> = { 만: 10_000, 억: 100_000_000 };

const days: Readonly<Record<string, number>> = {
  하루: 1,
  이틀: 2,
  사흘: 3,
  나흘: 4,
  닷새: 5,
  엿새: 6,
  이레: 7,
  열흘: 10,
  보름: 15,
};
const native: Readonly<Record<string, number>> = {
  한: 1,
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
  열: 10,
  스무: 20,
};
const english: Readonly<Record<string, number>> = Object.fromEntries(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value] as const)
    .concat(
      "twenty thirty forty fifty sixty seventy eighty ninety"
        .split(" ")
        .map((word, tens) => [word, (tens + 2) * 10] as const),
    ),
);

/** "삼만 오천", "3만 5천", "30,000", "12": its value; null when it is no number. */
export function koreanValue(text: string): number | null {
  const chars = text.replace(/[\s,]/gu, "");
  if (!/^[\d영공일이삼사오육칠팔구십백천만억]+$/u.test(chars)) return null;
  let [total, part, digits] = [0, 0, ""];
  const taken = () => (digits === "" ? 1 : Number(digits));
  for (const char of chars) {
    if (/\d/u.test(char)) digits += char;
    else if (char in sino) digits += String(sino[char]);
    else if (char in small) {
      part += taken() * small[char]!;
      digits = "";
    } else {
      total += (part + (digits === "" && part > 0 ? 0 : taken())) * large[char]!;
      part = 0;
      digits = "";
    }
  }
  return total + part + (digits === "" ? 0 : Number(digits));
}

/** Every number of a text in its unit: "3만 원" → "30000원", "이틀" → "2일", "two days" → "2". */
export function quantitiesIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, number, unit] of text.matchAll(koreanQuantity)) {
    const value = koreanValue(number!);
    if (value !== null) found.add(`${value}${unit}`).add(String(value));
  }
  for (const [, word, unit] of text.matchAll(nativeQuantity)) found.add(`${native[word!]}${unit}`);
  for (const [word] of text.matchAll(dayWords)) found.add(`${days[word]}일`);
  for (const [phrase] of text.matchAll(englishNumber)) found.add(String(englishValue(phrase)));
  for (const [, number, unit] of text.matchAll(englishQuantity)) {
    const value = /\d/u.test(number!) ? Number(number!.replaceAll(",", "")) : englishValue(number!);
    found.add(`${value} ${unit!.toLowerCase()}`);
  }
  for (const [number] of text.matchAll(/\d[\d,]*(?:\.\d+)?/gu)) found.add(number.replaceAll(",", ""));
  return found;
}

/** Whether everything that a phrase counts is counted in the source, in whatever spelling. */
export function sameQuantities(phrase: string, source: string): boolean {
  const known = quantitiesIn(source);
  const said = [...quantitiesIn(phrase)];
  return said.length > 0 && said.every((quantity) => known.has(quantity) || isBareOf(quantity, said, known));
}

/** "30000" beside "30000원", "2" beside "2 day": the one with its unit decides. */
function isBareOf(quantity: string, said: readonly string[], known: ReadonlySet<string>): boolean {
  const withUnit = said.filter((other) => other !== quantity && other.replace(/\D+$/u, "") === quantity);
  return withUnit.some((other) => known.has(other));
}

const units = "원|일|월|년|개월|주일|시간|분|퍼센트|프로|회|번|개|명";
const koreanQuantity = new RegExp(
  `(?<![가-힣\\d])((?:\\d[\\d,]*\\s?)?[영공일이삼사오육칠팔구십백천만억](?:\\s?[\\d영공일이삼사오육칠팔구십백천만억])*|\\d[\\d,]*)\\s?(${units})`,
  "gu",
);
const nativeQuantity = new RegExp(
  `(?<![가-힣])(${Object.keys(native).join("|")})\\s?(개월|달|시간|번|개|명|주)`,
  "gu",
);
const dayWords = new RegExp(`(?<![가-힣])(?:${Object.keys(days).join("|")})`, "gu");
const englishWords = Object.keys(english).filter((word) => word !== "one" && word !== "zero");
const englishNumber = new RegExp(
  `\\b(?:${englishWords.join("|")})(?:[- ](?:${englishWords.join("|")}))?\\b`,
  "giu",
);

const englishQuantity = new RegExp(
  `\\b(\\d[\\d,]*|(?:${englishWords.join("|")})(?:[- ](?:${englishWords.join("|")}))?)(?:[- ](?:working|business|calendar))?[- ](minute|hour|day|week|month|year)s?\\b`,
  "giu",
);

function englishValue(phrase: string): number {
  return phrase
    .toLowerCase()
    .split(/[- ]/u)
    .reduce((sum, word) => sum + (english[word] ?? 0), 0);
}

/** Numbers with a unit or in words, for finding them in a draft. Two letters at least: "이번" and "일단" are no numbers. */
export const numberWords = [
  englishQuantity,
  new RegExp(`\\d[\\d,]*\\s?(?:${units}|퍼센트|%)(?![가-힣]*요일)`, "gu"),
  new RegExp(
    `(?<![가-힣\\d])(?:\\d[\\d,]*\\s?)?(?:[일이삼사오육칠팔구]?[십백천만억]\\s?)+[일이삼사오육칠팔구]?\\s?(?:${units})`,
    "gu",
  ),
  /(?<![가-힣])[일이삼사오육칠팔구]\s?(?:개월|주일|퍼센트|프로)/gu,
  nativeQuantity,
  dayWords,
  englishNumber,
] as const;
