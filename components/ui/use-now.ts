"use client";
import { useSyncExternalStore } from "react";
import { useI18n } from "./i18n-provider.tsx";

const stepMs = 15_000;
const listeners = new Set<() => void>();
let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const heard of listeners) heard();
  }, stepMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    now = 0;
  };
}

/** The time in ms, one clock for the whole page, moving every 15 s; what the server saw while hydrating. */
export function useNow(): number {
  const { now: served } = useI18n();
  return useSyncExternalStore(
    subscribe,
    () => {
      if (now === 0) now = Date.now();
      return now;
    },
    () => served,
  );
}
