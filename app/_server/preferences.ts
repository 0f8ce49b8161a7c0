import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { isLocale, type Locale, pickLocale } from "#lib/i18n/locale.ts";

export type Theme = "system" | "light" | "dark";

export type Preferences = {
  locale: Locale;
  /** True when the reader chose the language on this device. */
  localeChosen: boolean;
  theme: Theme;
  /** IANA name; UTC until the browser told us. */
  timeZone: string;
};

export const preferenceCookies = {
  locale: "baton_locale",
  theme: "baton_theme",
  timeZone: "baton_tz",
} as const;

/** How this reader wants to see the desk. Once a request. */
export const readPreferences = cache(async (): Promise<Preferences> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = jar.get(preferenceCookies.locale)?.value;
  const theme = jar.get(preferenceCookies.theme)?.value;
  return {
    locale: pickLocale({ cookie: locale, acceptLanguage: head.get("accept-language") }),
    localeChosen: isLocale(locale),
    theme: theme === "light" || theme === "dark" ? theme : "system",
    timeZone: knownZone(jar.get(preferenceCookies.timeZone)?.value) ?? "UTC",
  };
});

function knownZone(name: string | undefined): string | undefined {
  if (!name || name.length > 64) return;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return;
  }
}
