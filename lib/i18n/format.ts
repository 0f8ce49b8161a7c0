import { dateFormat, displayNames, numberFormat } from "./formats.ts";
import type { Locale } from "./locale.ts";

export type Instant = Date | string | number;

/**
 * "Sun, Nov 22, 2026, 3:04 PM" · "2026년 11월 22일 (일) 오후 3:04".
 * The Korean form is put together here: ICU leaves out the brackets around the weekday.
 */
export function formatDateTime(locale: Locale, at: Instant, timeZone: string): string {
  const when = new Date(at);
  const time = formatTime(locale, when, timeZone);
  if (locale === "ko") {
    const weekday = dateFormat(locale, { weekday: "short", timeZone }).format(when);
    return `${formatDate(locale, when, timeZone)} (${weekday}) ${time}`;
  }
  const day = { year: "numeric", month: "short", day: "numeric", weekday: "short", timeZone } as const;
  return `${dateFormat(locale, day).format(when)}, ${time}`;
}

/** "Nov 22, 2026" · "2026년 11월 22일" */
export function formatDate(locale: Locale, at: Instant, timeZone: string): string {
  const month = locale === "ko" ? "long" : "short";
  return dateFormat(locale, { year: "numeric", month, day: "numeric", timeZone }).format(new Date(at));
}

/** "3:04 PM" · "오후 3:04" */
export function formatTime(locale: Locale, at: Instant, timeZone: string): string {
  return dateFormat(locale, { hour: "numeric", minute: "2-digit", timeZone }).format(new Date(at));
}

export function formatNumber(locale: Locale, value: number, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(locale, options).format(value);
}

/** 0.8231 → "82%" */
export function formatPercent(locale: Locale, share: number, digits = 0): string {
  return formatNumber(locale, share, { style: "percent", maximumFractionDigits: digits });
}

const units = {
  en: { day: "d", hour: "h", minute: "m", second: "s" },
  ko: { day: "일", hour: "시간", minute: "분", second: "초" },
} as const;

/**
 * Two largest units, rounded down: "2h 10m" · "2시간 10분", "3d 4h" · "3일 4시간". Under a minute: "0m" · "0분".
 * The sign is dropped; the caller says "overdue" or "left" in words.
 */
export function formatDuration(locale: Locale, milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const parts = [
    { value: Math.floor(minutes / 1440), unit: units[locale].day },
    { value: Math.floor((minutes % 1440) / 60), unit: units[locale].hour },
    { value: minutes % 60, unit: units[locale].minute },
  ];
  const first = parts.findIndex(({ value }) => value > 0);
  if (first === -1) return `0${units[locale].minute}`;
  return parts
    .slice(first, first + 2)
    .filter(({ value }) => value > 0)
    .map(({ value, unit }) => `${value}${unit}`)
    .join(" ");
}

/** How long an answer took: as formatDuration, but in seconds under a minute: "8s" · "8초", and never "0s". */
export function formatWait(locale: Locale, milliseconds: number): string {
  if (Math.abs(milliseconds) >= 60_000) return formatDuration(locale, milliseconds);
  return `${Math.max(1, Math.floor(Math.abs(milliseconds) / 1000))}${units[locale].second}`;
}

/** For lists, narrow: "now", "5m", "3h", "2d", then the day: "Nov 3" · "11월 3일", with the year when it is another. */
export function formatAge(locale: Locale, at: Instant, now: Instant, timeZone: string): string {
  const then = new Date(at);
  const minutes = Math.floor(Math.abs(new Date(now).getTime() - then.getTime()) / 60_000);
  if (minutes < 1) return locale === "ko" ? "방금" : "now";
  if (minutes < 60) return `${minutes}${units[locale].minute}`;
  if (minutes < 1440) return `${Math.floor(minutes / 60)}${units[locale].hour}`;
  if (minutes < 7 * 1440) return `${Math.floor(minutes / 1440)}${units[locale].day}`;
  const sameYear = then.getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? undefined : "numeric";
  return dateFormat(locale, { year, month: "short", day: "numeric", timeZone }).format(then);
}

/** A language's own name in the reader's language: "Korean" · "한국어". The code itself when unknown. */
export function formatLanguage(locale: Locale, code: string): string {
  try {
    return displayNames(locale, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
