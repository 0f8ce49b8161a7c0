"use client";
import { useEffect, useState } from "react";

export interface PaletteFinds {
  places: { href: string; label: string }[];
  tickets: { number: number; subject: string; customer: string }[];
}

const nothing: PaletteFinds = { places: [], tickets: [] };
const typingPauseMs = 120;

/** Asks the server while one types; a slower answer to older words is dropped, and what was found stays meanwhile. */
export function usePaletteFinds(q: string): PaletteFinds {
  const [finds, setFinds] = useState(nothing);
  useEffect(() => {
    const gone = new AbortController();
    const ask = async () => {
      const path = `/palette?q=${encodeURIComponent(q)}`;
      const answer = await fetch(path, { signal: gone.signal, cache: "no-store" }).catch(() => null);
      if (answer?.ok) setFinds((await answer.json()) as PaletteFinds);
    };
    const timer = setTimeout(ask, q ? typingPauseMs : 0);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [q]);
  return finds;
}
