"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import type { RouteConditions } from "#lib/domain/routing/route.ts";
import { createQueue, deleteQueue, updateQueue } from "#lib/services/settings/queues.ts";
import { readConditions } from "../_server/condition-fields.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";
import { readRelaxations } from "./relaxation-fields.ts";

const back = "/settings/queues?saved=1";

export async function saveQueue(
  queue: { id: string; isDefault: boolean; conditions: RouteConditions | null } | null,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const asked = readForm(form);
  const { word, both, all, levels, choice, checked } = asked;
  const links = {
    name: both("name"),
    memberIds: all("members"),
    skills: levels("skills").map(({ id, level }) => ({ skillId: id, minLevel: level })),
  };
  const work = (ctx: Parameters<typeof createQueue>[0]) =>
    queue
      ? updateQueue(ctx, {
          queueId: queue.id,
          ...links,
          calendarId: choice("calendar"),
          order: word("order") as "priority",
          relaxations: readRelaxations(asked),
          ...(!queue.isDefault && {
            conditions: checked("hasConditions") ? readConditions(asked, queue.conditions ?? {}) : null,
          }),
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
