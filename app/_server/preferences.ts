import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { type Locale, pickLocale } from "#lib/i18n/locale.ts";
import { currentSession } from "./session.ts";

type Theme = "system" | "light" | "dark";

type Preferences = {
  /** Chosen on this device, else kept with the account, else what the browser asks for. */
  locale: Locale;
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
  const [jar, head, session] = await Promise.all([cookies(), headers(), currentSession().catch(() => null)]);
  const locale = jar.get(preferenceCookies.locale)?.value;
  const theme = jar.get(preferenceCookies.theme)?.value;
  return {
    locale: pickLocale({
      cookie: locale,
      setting: session?.agent.locale,
      acceptLanguage: head.get("accept-language"),
    }),
    theme: theme === "light" || theme === "dark" ? theme : "system",
    timeZone: knownZone(jar.get(preferenceCookies.timeZone)?.value) ?? "UTC",
  };
});

/** The language of whoever sits here, not of the account that is or was open: chosen on this device, or the browser's. */
export async function visitorLocale(): Promise<Locale> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return pickLocale({
    cookie: jar.get(preferenceCookies.locale)?.value,
    acceptLanguage: head.get("accept-language"),
  });
}

/** By the name that a browser gave. Names come in any case, so this is emptied before somebody fills it. */
const zones = new Map<string, string>();
const mostZones = 1_000;

function knownZone(name: string | undefined): string | undefined {
  if (!name || name.length > 64) return;
  const known = zones.get(name);
  if (known) return known;
  try {
    const zone = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    if (zones.size >= mostZones) zones.clear();
    zones.set(name, zone);
    return zone;
  } catch {
    return;
  }
}
