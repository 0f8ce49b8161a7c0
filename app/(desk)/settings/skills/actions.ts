"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import type { Context } from "#lib/services/context.ts";
import { createSkill, deleteSkill, updateSkill } from "#lib/services/settings/skills.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

const back = "/settings/skills?saved=1";

export async function saveSkill(
  skillId: string | null,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { word, both } = readForm(form);
  const work = (ctx: Context): Promise<unknown> =>
    skillId
      ? updateSkill(ctx, { skillId, name: both("name") })
      : createSkill(ctx, { key: word("key"), name: both("name") });
  return save(form, work, { back });
}

export async function removeSkill(skillId: string, _: SettingsState, form: FormData): Promise<SettingsState> {
  return save(form, (ctx) => deleteSkill(ctx, { skillId }), { back });
}
