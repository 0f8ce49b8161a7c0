"use client";
import { useDeskWords } from "#desk-words";
import { I18nProvider, type I18nProviderProps } from "../ui/i18n-provider.tsx";

export type DeskWordsProps = Omit<I18nProviderProps, "messages"> & {
  /** Where the browser reads the words. */
  href: string;
};

/** What the desk's islands say, without a page having to carry it. */
export function DeskWords({ href, ...reader }: DeskWordsProps) {
  return <I18nProvider {...reader} messages={useDeskWords(reader.locale, href)} />;
}
