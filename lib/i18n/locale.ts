export const locales = ["en", "ko"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

export function isLocale(value: unknown): value is Locale {
  return value === "en" || value === "ko";
}

export interface LocaleWishes {
  /** The reader's own choice on this device. */
  cookie?: string | null | undefined;
  /** The choice kept with the account. */
  setting?: string | null | undefined;
  /** The Accept-Language header, as sent. */
  acceptLanguage?: string | null | undefined;
}

/** Device choice, then account, then what the browser asks for (RFC 9110 §12.5.4), then English. */
export function pickLocale({ cookie, setting, acceptLanguage }: LocaleWishes): Locale {
  if (isLocale(cookie)) return cookie;
  if (isLocale(setting)) return setting;
  return firstAccepted(acceptLanguage ?? "") ?? defaultLocale;
}

function firstAccepted(header: string): Locale | undefined {
  return header
    .slice(0, 400)
    .split(",")
    .map((range) => {
      const [tag = "", ...params] = range.trim().toLowerCase().split(";");
      const q = params.map((p) => p.trim()).find((p) => p.startsWith("q="));
      return { language: tag.split("-")[0], weight: q ? Number(q.slice(2)) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language)
    .find(isLocale);
}
