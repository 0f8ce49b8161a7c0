import type { Words } from "../writing/writing.ts";

/** Words that the server does not have yet, kept in this browser for their writer. */
type Copy = Words & { revision: number | null };

const name = (place: string): string => `baton.words:${place}`;

export function keepCopy(place: string, copy: Copy): void {
  try {
    localStorage.setItem(name(place), JSON.stringify(copy));
  } catch {
    // A full or forbidden store: the server's copy remains.
  }
}

export function readCopy(place: string): Copy | null {
  try {
    const kept = JSON.parse(localStorage.getItem(name(place)) ?? "null") as Partial<Copy> | null;
    if (typeof kept?.body !== "string") return null;
    return { body: kept.body, document: kept.document ?? null, revision: kept.revision ?? null };
  } catch {
    return null;
  }
}

export function forgetCopy(place: string): void {
  try {
    localStorage.removeItem(name(place));
  } catch {
    // As above.
  }
}
