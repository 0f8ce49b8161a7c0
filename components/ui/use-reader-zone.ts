"use client";
import { useI18n } from "./i18n-provider.tsx";
import { useHydrated } from "./use-hydrated.ts";

/** The browser's IANA time zone; while hydrating, the one the server knew (a cookie from the last visit). */
export function useReaderZone(): string {
  const { timeZone } = useI18n();
  const hydrated = useHydrated();
  return (hydrated && Intl.DateTimeFormat().resolvedOptions().timeZone) || timeZone;
}
