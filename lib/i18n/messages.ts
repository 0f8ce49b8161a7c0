import en from "./en.json" with { type: "json" };
import ko from "./ko.json" with { type: "json" };
import type { Locale } from "./locale.ts";
import type { MessageSection, Messages } from "./translate.ts";

const catalogues: Record<Locale, Messages> = { en, ko };

/** Both whole catalogues stay on the server; a browser gets `sectionsOf`. */
export function messagesFor(locale: Locale): Messages {
  return catalogues[locale];
}

export function sectionsOf(locale: Locale, sections: readonly MessageSection[]): Messages {
  const all = catalogues[locale];
  return Object.fromEntries(sections.map((section) => [section, all[section] ?? {}]));
}
