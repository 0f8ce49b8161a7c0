"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import { createQueue, deleteQueue, updateQueue } from "#lib/services/settings/queues.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

const back = "/settings/queues?saved=1";

export async function saveQueue(
  queueId: string | null,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { word, both, all, levels, choice, checked } = readForm(form);
  const links = {
    name: both("name"),
    memberIds: all("members"),
    skills: levels("skills").map(({ id, level }) => ({ skillId: id, minLevel: level })),
  };
  const work = (ctx: Parameters<typeof createQueue>[0]) =>
    queueId
      ? updateQueue(ctx, {
          queueId,
          ...links,
          calendarId: choice("calendar"),
          ...(checked("isDefault") && { isDefault: true as const }),
        })
      : createQueue(ctx, { key: word("key"), ...links });
  return save(form, work, { back });
}

export async function removeQueue(queueId: string, _: SettingsState, form: FormData): Promise<SettingsState> {
  return save(form, (ctx) => deleteQueue(ctx, { queueId }), {
    back,
    conflict: "settings.queues.cannotDelete",
  });
}
