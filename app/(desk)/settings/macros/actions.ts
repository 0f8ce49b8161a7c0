"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import type { MacroActions } from "#lib/domain/macros/macro.ts";
import { stepInOrder } from "#lib/domain/order/step-in-order.ts";
import { readAllMacros } from "#lib/reads/macros.ts";
import type { Context } from "#lib/services/context.ts";
import { changeMacro, createMacro, deleteMacro, reorderMacros } from "#lib/services/macros/write-macros.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

const back = "/settings/macros?saved=1";

export async function saveMacro(
  macroId: string | null,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { both, checked } = readForm(form);
  const fields = { name: both("name"), body: both("body"), actions: actionsIn(form) };
  const work = (ctx: Context): Promise<unknown> =>
    macroId ? changeMacro(ctx, { macroId, ...fields, active: checked("active") }) : createMacro(ctx, fields);
  return save(form, work, { back });
}

export async function moveMacro(macroId: string, _: SettingsState, form: FormData): Promise<SettingsState> {
  const work = async (ctx: Context) => {
    const ids = (await readAllMacros(ctx)).map(({ id }) => id);
    const macroIds = stepInOrder(ids, macroId, readForm(form).step());
    if (macroIds) await reorderMacros(ctx, { macroIds });
  };
  return save(form, work, {});
}

export async function removeMacro(macroId: string, _: SettingsState, form: FormData): Promise<SettingsState> {
  return save(form, (ctx) => deleteMacro(ctx, { macroId }), { back });
}

/** What is left empty is not changed by the macro. */
function actionsIn(form: FormData): MacroActions {
  const { word, choice } = readForm(form);
  const tags = (name: string) =>
    word(name)
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean);
  const assignee = choice("actions.assignee");
  const given = {
    status: choice("actions.status"),
    priority: choice("actions.priority"),
    queueId: choice("actions.queueId"),
    categoryId: choice("actions.categoryId"),
    assignee: assignee === null || assignee === "me" ? assignee : { agentId: assignee },
    addTags: tags("actions.addTags"),
    removeTags: tags("actions.removeTags"),
  };
  return Object.fromEntries(
    Object.entries(given).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  ) as MacroActions;
}
