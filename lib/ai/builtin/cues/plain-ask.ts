import { sentencesOf } from "./prepare-text.ts";
import { askedApart } from "./read-complexity.ts";

/** Who is spoken of as having done something: a complaint, however calm. */
const accuses =
  /\b(?:you|your (?:\p{L}+ ){0,2}(?:team|staff|driver|courier|agent|company|people|release|update|system|support)) (?:\p{L}+ )?(?:keep|kept|don't|do not|didn't|did not|never|promised|always|can't|cannot|won't|refuse[sd]?|said|told|charged|took|take|sent|lost|broke|deleted|wiped|ignored?|advertis\p{L}+|claim|have (?:not|never)|haven't|are (?:not|just|all)|were supposed|just|clearly|simply)\b|(?:놓고|면서|다더니|라더니|하더니|라면서|다면서|으시네|시네요|하시네|던데요|셨잖|잖아요|는 ?건가요|는 ?겁니까|습니까\?)/iu;
const asks =
  /[?？]|\b(?:how|where|when|what|which|can i|could (?:i|you|we)|is there|please|i(?:'d| would) like|i (?:want|need) to|tell me)\b|(?:나요|까요|어떻게|어디|언제|방법|싶어|싶습|싶은데|되죠|하죠|알려|가능|인가요|주세요|부탁)/iu;

/** Holding somebody's words up to them. */
const quotes = /["“”][^"“”]{2,60}[ ,][^"“”]{1,60}["“”]/u;

/** Words; syllables and other signs. An article answers short questions. */
const longestEnglish = 24;
const longestKorean = 48;

/**
 * How much a text is the plain kind that an article may answer: 1 when it asks something, 0.7 when it only states
 * one small trouble in one short sentence, 0 when it accuses, shouts or tells a story.
 */
export function plainness(text: string): number {
  const sentences = sentencesOf(text);
  const korean = /[가-힣]/u.test(text);
  const body = text.replace(/^(?:hi|hello|hey|안녕하세요)[^.!?,\n]{0,20}[.!?,\n]/iu, "").trim();
  const size = korean ? body.replace(/\s/gu, "").length : body.split(/\s+/u).length;
  const long = korean ? longestKorean : longestEnglish;
  if (sentences.length === 0 || sentences.length > 4 || size > long) return 0;
  if (quotes.test(body) || /[?？]{2,}/u.test(body)) return 0;
  if (
    /!{1,}/u.test(
      text
        .replace(/^(?:hi|hello|hey|안녕하세요)[^!]{0,20}!/iu, "")
        .replace(/(?:thanks|thank you|감사합니다|감사해요)!+/giu, ""),
    ) ||
    accuses.test(text)
  )
    return 0;
  if (sentences.some(({ text: sentence }) => askedApart(sentence) > 0)) return 0.3;
  // Each further sentence may be the one that the article does not answer.
  if (asks.test(text)) return [1, 1, 0.8, 0.5, 0.3][sentences.length]! * (size > 0.7 * long ? 0.8 : 1);
  return sentences.length === 1 && size <= 0.7 * long ? 0.7 : 0;
}
