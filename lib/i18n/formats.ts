import type { Locale } from "./locale.ts";

/** The browser's and Node's formats cost ten to a hundred and fifty microseconds to make, and a page needs a hundred of a dozen. */
function kept<Options, Format>(make: (locale: Locale, options: Options) => Format) {
  const known = new Map<string, Format>();
  return (locale: Locale, options: Options): Format => {
    const key = `${locale}|${JSON.stringify(options)}`;
    const format = known.get(key) ?? make(locale, options);
    known.set(key, format);
    return format;
  };
}

export const dateFormat = kept(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
export const numberFormat = kept(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
export const pluralRules = kept(
  (locale, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options),
);
export const displayNames = kept(
  (locale, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(locale, options),
);
