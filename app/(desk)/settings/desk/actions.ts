"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import { saveDesk } from "#lib/services/settings/desk.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

export async function saveDeskSettings(_: SettingsState, form: FormData): Promise<SettingsState> {
  const { both, word } = readForm(form);
  return save(form, (ctx) => saveDesk(ctx, { name: both("name"), colour: word("colour") }), {
    back: "/settings/desk?saved=1",
  });
}
