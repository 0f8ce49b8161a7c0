"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import type { AskingWay } from "#lib/domain/ratings/rating.ts";
import { saveRatingSettings } from "#lib/services/ratings/rating-settings.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

export async function saveSatisfaction(_: SettingsState, form: FormData): Promise<SettingsState> {
  const { word, number } = readForm(form);
  return save(
    form,
    (ctx) => saveRatingSettings(ctx, { ask: word("ask") as AskingWay, delayHours: number("delayHours") }),
    { back: "/settings/satisfaction?saved=1" },
  );
}
