"use client";
import { useI18n } from "../ui/i18n-provider.tsx";

/** The desk counts so far and then stops: beyond it the exact number tells nobody anything. */
const countedUpTo = 1_000;

export function CountText({ n }: { n: number }) {
  const { t, locale } = useI18n();
  if (n < countedUpTo) return n.toLocaleString(locale);
  return t("shell.more", { n: (countedUpTo - 1).toLocaleString(locale) });
}
