import { deskWords } from "#lib/i18n/desk-words.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Messages } from "#lib/i18n/translate.ts";

/** See `desk-words.browser.ts`, which a browser gets in its place (`imports` of package.json). */
export function useDeskWords(locale: Locale, _href: string): Messages {
  return deskWords(locale).messages;
}
