import { searchTerms } from "./search-terms.ts";
import { stripKorean } from "./strip-korean.ts";

export type SearchableTicket = {
  subject: string;
  /** Of messages and notes. */
  bodies: readonly string[];
  /** The customer's, and those on the messages. */
  names: readonly string[];
  addresses: readonly string[];
  /** Whom the customer wrote to: mailbox and copies. */
  recipients: readonly string[];
  tags: readonly string[];
  files: readonly string[];
};

/** Marks of where a term stands. A letter or digit never is one, so they cannot be confused with words. */
export const places = { title: "^", from: "@", to: ">", has: "+" } as const;

const longestTerm = 60;
const mostTerms = 20_000;

/** Everything a ticket is found by. Words of the subject and of the customer's name stand out, so that they rank first. */
export function termsOfTicket(ticket: SearchableTicket): string[] {
  const titles = terms([ticket.subject, ...ticket.names]);
  const found = new Set<string>([
    ...titles.map((term) => places.title + term),
    ...titles,
    ...terms([...ticket.tags, ...ticket.files, ...ticket.addresses]),
    ...terms([...ticket.names, ...ticket.addresses]).map((term) => places.from + term),
    ...terms(ticket.recipients).map((term) => places.to + term),
  ]);
  if (ticket.files.length > 0) found.add(`${places.has}attachment`);
  for (const body of ticket.bodies) {
    if (found.size > mostTerms) break;
    for (const term of terms([body])) found.add(term);
  }
  return [...found];
}

/** Hangul words keep all their pairs; a word of one syllable also stands without its particle. */
function terms(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [
    ...searchTerms(text).filter((term) => term.length <= longestTerm),
    ...[...text.matchAll(/(?<!\p{L})\p{Script=Hangul}{2}(?!\p{L})/gu)].flatMap(([word]) => {
      const bare = stripKorean(word, 1);
      return bare.length === 1 ? [bare] : [];
    }),
  ]);
}
