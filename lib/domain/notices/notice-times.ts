import { choiceOf, type MailedNotice, type NoticeKind } from "./notice.ts";
import { localTime, minuteOf, quietUntil } from "./quiet-hours.ts";

/** What a person wants to hear by mail, and when; times are theirs. */
export interface NoticePreferences {
  mail: readonly MailedNotice[];
  digestAt: string | null;
  quietFrom: string | null;
  quietUntil: string | null;
}

export const noPreferences: NoticePreferences = {
  mail: [],
  digestAt: null,
  quietFrom: null,
  quietUntil: null,
};

/** Several that come together go in one mail, and what was read meanwhile in none. */
const GATHER_MS = 30_000;

/** When a notice is to be mailed: soon, or when the quiet hours end. Null: not at all. */
export function mailTimeOf(
  kind: NoticeKind,
  preferences: NoticePreferences,
  timeZone: string,
  now: Date,
): Date | null {
  if (!preferences.mail.includes(choiceOf(kind))) return null;
  return allowedAt(preferences, timeZone, new Date(now.getTime() + GATHER_MS));
}

/** The instant itself, or the end of the quiet hours it falls into. */
export function allowedAt(preferences: NoticePreferences, timeZone: string, at: Date): Date {
  const { quietFrom: from, quietUntil: until } = preferences;
  return quietUntil(from && until ? { from, until } : null, timeZone, at) ?? at;
}

/** The local day whose digest is due now and not done; null when there is none. */
export function digestDue(
  preferences: NoticePreferences,
  timeZone: string,
  { now, doneOn }: { now: Date; doneOn: string | null },
): string | null {
  if (!preferences.digestAt) return null;
  const { day, minute } = localTime(timeZone, now);
  if (minute < minuteOf(preferences.digestAt) || (doneOn !== null && doneOn >= day)) return null;
  return allowedAt(preferences, timeZone, now) > now ? null : day;
}
