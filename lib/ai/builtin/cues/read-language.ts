import { hangulShare } from "../text/tokens.ts";

export type LanguageReading = { code: string; confidence: number };

/** Languages that are told apart; what is outside comes back as the nearest of them or "und". */
const latin = ["en", "es", "fr", "de", "it", "pt", "nl", "pl", "sv", "tr", "vi"];

const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/gu, "ja"],
  [/[\u4e00-\u9fff]/gu, "zh"],
  [/\p{Script=Cyrillic}/gu, "ru"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Devanagari}/gu, "hi"],
];

/** Words of support English that other Latin-script languages do not write this way. */
const englishWords = new Set(
  "the and is are was were be been am do does did don't doesn't didn't can't won't i'm it's i i've you your my we our they their he she his her it its this that these those there here what when where why how who which with without from for of to in on at by about into not no yes have has had will would could should can get got make need want help please thanks thank hello hi order account password card refund delivery invoice cancel cancelled payment charged money email phone app log login reset change update back still any some just out up down if or but so because after before again item items package shipping customer support service wrong broken missing late new add remove delete find show see know tell give send received receive check track order's return returns buy bought pay paid see ticket issue problem error screen page website file complaint refunds refunding rebate customersupport support team contact service service's fee fees charges cancellation cancelling order number address invoices bill bills premium upgrade excellent response great good bad thing question questions answer free trial subscription plan coupon code points size color colour gift voucher ticket urgent asap possible today tomorrow yesterday week month days time phone number mail user account's profile name card cards bank money transfer transaction balance statement driver courier tracking track arrived broken damaged return exchange replace repair warranty store shop product products stock available download upload export import data report app crash crashes bug loading slow down outage server api enable disable setting settings language".split(
    " ",
  ),
);

/** Little words that other Latin-script languages are full of and English is not. */
const foreignWords = new Set(
  "der das und ist nicht ich bitte mit für mein meine wie kann wir sie ein eine auf auch habe le la les des je ne pas vous mon ma est et pour une dans avec suis el los las que mi por está cómo para con una pero mis del il che di non è per mio ho una sono come della o os não meu minha para com uma é você het een ik niet mijn van voor jag och inte att det jest nie się bir ve için không".split(
    " ",
  ),
);

type Detector = {
  detect(text: string): { language: string; isReliable(): boolean; getScores(): Record<string, number> };
};
let detector: Promise<Detector> | undefined;

/**
 * The language of a text. Hangul decides for Korean even beside product names and error messages in Latin
 * letters; other scripts decide for themselves; Latin text goes to an n-gram detector (ELD, loaded on first
 * use) unless its words are plainly English. Fewer than four letters say nothing: then the customer's locale.
 */
export async function readLanguage(text: string, locale?: string): Promise<LanguageReading> {
  const prose = text.replace(/https?:\/\/\S+|(?<!\S)\S+@\S+|\p{N}+/gu, " ");
  const letters = prose.match(/\p{L}/gu)?.length ?? 0;
  const known = locale
    ? { code: locale.slice(0, 2).toLowerCase(), confidence: 0.5 }
    : { code: "und", confidence: 0 };
  if (letters < 2) return known;

  const korean = hangulShare(prose);
  if (korean >= 0.15 && letters * korean >= 2) return { code: "ko", confidence: Math.min(1, 0.7 + korean) };
  for (const [script, code] of scripts) {
    const share = (prose.match(script)?.length ?? 0) / letters;
    if (share >= 0.2) return { code, confidence: Math.min(1, 0.6 + share) };
  }
  return letters < 4 ? known : readLatin(prose, known);
}

async function readLatin(prose: string, known: LanguageReading): Promise<LanguageReading> {
  const words = prose.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  const english = words.filter((word) => englishWords.has(word)).length / words.length;
  const plain = /^[\p{ASCII}\p{P}\p{S}\s]*$/u.test(prose);
  const foreign = words.filter((word) => foreignWords.has(word)).length / words.length;
  if (plain && (english >= 0.3 || (english >= 0.12 && foreign === 0) || english >= 0.15 + 2 * foreign))
    return { code: "en", confidence: Math.min(1, 0.75 + english / 2) };

  detector ??= loadDetector();
  const found = (await detector).detect(prose);
  if (found.language === "" || (words.length <= 3 && !found.isReliable() && found.language !== "en")) {
    return english > 0
      ? { code: "en", confidence: 0.6 }
      : known.code !== "und"
        ? known
        : { code: found.language || "und", confidence: 0.3 };
  }
  if (found.language !== "en" && english >= 0.2) return { code: "en", confidence: 0.6 };
  return { code: found.language, confidence: found.isReliable() ? 0.95 : 0.7 };
}

async function loadDetector(): Promise<Detector> {
  const { eld } = await import("eld/extrasmall");
  eld.setLanguageSubset(latin);
  return eld as Detector;
}
