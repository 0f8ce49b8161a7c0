import { stripJosa } from "./josa.ts";
import { stemEnglish } from "./stem-english.ts";

/** One word of normalised text. `stem` is Porter's for Latin words and the word without its particle for Korean ones. */
export type Token = { word: string; stem: string; hangul: boolean };

const wordPattern =
  /[\p{Script=Hangul}]+|(?:(?!\p{Script=Hangul})[\p{L}\p{M}\p{N}])+(?:['’](?:(?!\p{Script=Hangul})\p{L})+)*/gu;

/** Words of text that went through `normalise`. Hangul and other letters never share a word ("ktx가" → "ktx", "가"); apostrophes are dropped. */
export function tokens(normalised: string): Token[] {
  const found: Token[] = [];
  for (const match of normalised.matchAll(wordPattern)) {
    const word = match[0].replace(/['’]/g, "");
    const hangul = isHangul(word.charCodeAt(0));
    found.push({ word, stem: hangul ? stripJosa(word) : stemEnglish(word), hangul });
  }
  return found;
}

/** Whether a UTF-16 code unit is a composed Hangul syllable or a letter of the alphabet behind it. */
export function isHangul(code: number): boolean {
  return (code >= 0xac00 && code <= 0xd7a3) || (code >= 0x3131 && code <= 0x318e);
}

/** The share of Hangul among letters, 0 to 1; 0 for text without letters. */
export function hangulShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const hangul = text.match(/[\u3131-\u318e\uac00-\ud7a3]/g)?.length ?? 0;
  return letters === 0 ? 0 : hangul / letters;
}
