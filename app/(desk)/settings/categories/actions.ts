"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import type { CategoryMode } from "#lib/domain/answers/gate.ts";
import { stepInOrder } from "#lib/domain/order/step-in-order.ts";
import type { StandardTopic } from "#lib/domain/triage/standard-topics.ts";
import { readCategories } from "#lib/reads/settings.ts";
import type { Context } from "#lib/services/context.ts";
import {
  confirmSuggestedTopics,
  createCategory,
  deleteCategory,
  reorderCategories,
  updateCategory,
} from "#lib/services/settings/categories.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

const back = "/settings/categories?saved=1";

export async function saveCategory(
  categoryId: string | null,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { word, all, both, lines, choice, number, checked, levels } = readForm(form);
  const topics = all("topics") as StandardTopic[];
  const fields = {
    name: both("name"),
    description: both("description"),
    examples: lines("examples"),
    // Nothing chosen for a new one: its name says.
    topics: categoryId || topics.length > 0 ? topics : null,
    queueId: choice("queueId"),
    mode: word("mode") as CategoryMode,
    threshold: number("threshold"),
    skills: levels("skills").map(({ id, level }) => ({ skillId: id, minLevel: level })),
  };
  const work = (ctx: Context): Promise<unknown> =>
    categoryId
      ? updateCategory(ctx, { categoryId, ...fields, active: checked("active") })
      : createCategory(ctx, { key: word("key"), ...fields });
  return save(form, work, { back });
}

export async function moveCategory(
  categoryId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const work = async (ctx: Context) => {
    const categories = await readCategories(ctx);
    const ids = categories.map(({ id }) => id);
    const categoryIds = stepInOrder(ids, categoryId, readForm(form).step());
    if (categoryIds) await reorderCategories(ctx, { categoryIds });
  };
  return save(form, work, {});
}

export async function removeCategory(
  categoryId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  return save(form, (ctx) => deleteCategory(ctx, { categoryId }), { back });
}

/** Of one category, or of all that nobody has looked at. */
export async function confirmTopics(
  categoryId: string | null,
  topics: StandardTopic[],
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const work = (ctx: Context): Promise<unknown> =>
    categoryId ? updateCategory(ctx, { categoryId, topics }) : confirmSuggestedTopics(ctx);
  return save(form, work, { back });
}
