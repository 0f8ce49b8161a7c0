"use client";
import { useSyncExternalStore } from "react";

const neverChanges = () => () => {};

/** False on the server and while its HTML is taken over; true from the next render on, and at once in a page that was reached by a click. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}
