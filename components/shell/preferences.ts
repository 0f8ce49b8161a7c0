import type { Locale } from "#lib/i18n/locale.ts";

export type Theme = "system" | "light" | "dark";

/** Both are cookies of this device; the server reads them in `app/_server/preferences.ts`. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  remember("baton_theme", theme);
}

export function currentTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** The page must be refetched after this. */
export function applyLocale(locale: Locale): void {
  remember("baton_locale", locale);
}

function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is not in every browser yet
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
}
