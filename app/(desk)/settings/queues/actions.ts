"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import { stepInOrder } from "#lib/domain/order/step-in-order.ts";
import type { RouteConditions } from "#lib/domain/routing/route.ts";
import { readQueues } from "#lib/reads/settings.ts";
import type { Context } from "#lib/services/context.ts";
import { createQueue, deleteQueue, reorderQueues, updateQueue } from "#lib/services/settings/queues.ts";
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
  const work = (ctx: Context) =>
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

export async function moveQueue(queueId: string, _: SettingsState, form: FormData): Promise<SettingsState> {
  const work = async (ctx: Context) => {
    const queues = await readQueues(ctx);
    const ids = queues.map(({ id }) => id);
    const queueIds = stepInOrder(ids, queueId, readForm(form).step());
    if (queueIds) await reorderQueues(ctx, { queueIds });
  };
  return save(form, work, {});
}

export async function removeQueue(queueId: string, _: SettingsState, form: FormData): Promise<SettingsState> {
  return save(form, (ctx) => deleteQueue(ctx, { queueId }), {
    back,
    conflict: "settings.queues.cannotDelete",
  });
}
