"use client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "#lib/i18n/locale.ts";
import { type Messages, type Translate, translator } from "#lib/i18n/translate.ts";

export type ReaderI18n = { locale: Locale; timeZone: string; now: number; t: Translate };

const Reader = createContext<(ReaderI18n & { messages: Messages }) | null>(null);

export type I18nProviderProps = {
  locale: Locale;
  /** IANA name of the reader's zone. */
  timeZone: string;
  /** When the page was made, in ms; what ages are counted from until the browser's own clock takes over. */
  now: number;
  /** Only the sections that islands below need; those of a provider further out stay available. */
  messages: Messages;
  children: ReactNode;
};

export function I18nProvider({ locale, timeZone, now, messages, children }: I18nProviderProps) {
  const outer = useContext(Reader)?.messages;
  const value = useMemo(() => {
    const all = { ...outer, ...messages };
    return { locale, timeZone, now, messages: all, t: translator(locale, all) };
  }, [locale, timeZone, now, messages, outer]);
  return <Reader value={value}>{children}</Reader>;
}

/** For client islands: `const { t, locale, timeZone } = useI18n()`. On the server use `getI18n()`. */
export function useI18n(): ReaderI18n {
  const reader = useContext(Reader);
  if (!reader) throw new Error("useI18n needs an I18nProvider above it.");
  return reader;
}
