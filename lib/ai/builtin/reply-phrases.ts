/** The courtesies around an answer, in the languages the built-in assistant writes. Korean in 해요체 with 존댓말. */
export type ReplyPhrases = {
  greeting: string;
  /** To somebody who is not happy. */
  sorry: string;
  /** To somebody angry: acknowledges, promises nothing. */
  calm: string;
  readMore: (title: string, url: string) => string;
  person: string;
};

const phrases: Readonly<Record<string, ReplyPhrases>> = {
  en: {
    greeting: "Hello, and thank you for writing to us.",
    sorry: "We are sorry for the trouble.",
    calm: "We understand that this has been frustrating, and we take it seriously.",
    readMore: (title, url) => `You can read more here: ${title} – ${url}`,
    person: "If this does not help, just reply to this message and a person from our team will take over.",
  },
  ko: {
    greeting: "안녕하세요, 문의해 주셔서 감사합니다.",
    sorry: "불편을 드려 죄송해요.",
    calm: "많이 불편하고 속상하셨을 것 같아요. 말씀해 주신 내용을 무겁게 받아들이고 있어요.",
    readMore: (title, url) => `자세한 내용은 여기에서 확인하실 수 있어요: ${title} – ${url}`,
    person: "해결되지 않았다면 이 메시지에 답장해 주세요. 저희 팀의 담당자가 이어서 도와드릴게요.",
  },
};

export function phrasesFor(language: string): ReplyPhrases | null {
  return phrases[language] ?? null;
}

/** Sentences of ours that need no source. */
export function courtesies(language: string): string[] {
  const own = phrases[language];
  return own ? [own.greeting, own.sorry, own.calm, own.person, own.readMore("", "").split(":")[0]!] : [];
}
