"use server";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Availability } from "#lib/reads/shell.ts";
import { setAvailability, setOwnLocale } from "#lib/services/people/set-availability.ts";
import { attempt } from "./attempt.ts";

export async function setAvailabilityAction(
  availability: Availability,
  backAt: string | null = null,
): Promise<boolean> {
  return (await attempt((ctx) => setAvailability(ctx, { availability, backAt }))).ok;
}

export async function setOwnLocaleAction(locale: Locale): Promise<boolean> {
  return (await attempt((ctx) => setOwnLocale(ctx, { locale }))).ok;
}
