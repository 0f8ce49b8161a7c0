import "server-only";
import { cache } from "react";
import { messagesFor } from "#lib/i18n/messages.ts";
import { translator } from "#lib/i18n/translate.ts";
import { readPreferences } from "./preferences.ts";

/** For server components and actions: `const { t, locale, timeZone } = await getI18n()`. */
export const getI18n = cache(async () => {
  const { locale, timeZone } = await readPreferences();
  return { locale, timeZone, t: translator(locale, messagesFor(locale)) };
});
