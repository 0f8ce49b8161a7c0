import type { Words } from "../writing/writing.ts";
import type { DraftCompany } from "./ticket-actions.ts";

/** A draft as the desk keeps it. */
export type KeptDraft = Words & DraftCompany & { revision: number | null };

/** What this window saved last, by place, and when by the desk's clock. */
const saved = new Map<string, KeptDraft & { at: number }>();
/** Saves under way: they outlive the field that began them. */
const running = new Map<string, Promise<void>>();

/**
 * The newer of a page's draft and this window's own: the browser's back shows a page as it was read, which may have been
 * before the last save.
 */
export function newestDraft(place: string, served: KeptDraft, readAt: number): KeptDraft {
  const mine = saved.get(place);
  return mine && mine.at > readAt ? mine : served;
}

export function noteSaved(place: string, draft: KeptDraft, at: number): void {
  saved.set(place, { ...draft, at });
}

export function forgetSaved(place: string): void {
  saved.delete(place);
}

/** Until no save of this place is under way. */
export async function savesEnded(place: string): Promise<void> {
  while (running.has(place)) await running.get(place);
}

export async function runSave(place: string, save: () => Promise<void>): Promise<void> {
  const mine = save().finally(() => running.delete(place));
  running.set(place, mine);
  await mine;
}
