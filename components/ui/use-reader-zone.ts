"use client";
import { useSyncExternalStore } from "react";
import { useI18n } from "./i18n-provider.tsx";

const neverChanges = () => () => {};

/** The browser's IANA time zone; while hydrating, the one the server knew (a cookie from the last visit). */
export function useReaderZone(): string {
  const { timeZone } = useI18n();
  return useSyncExternalStore(
    neverChanges,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone || timeZone,
    () => timeZone,
  );
}
