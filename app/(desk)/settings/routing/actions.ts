"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import type { RouteConditions } from "#lib/domain/routing/route.ts";
import type { Priority } from "#lib/domain/tickets/status.ts";
import {
  deleteRule,
  savePriorityRule,
  saveRouting,
  saveSkillRule,
} from "#lib/services/settings/routing-rules.ts";
import { readConditions } from "../_server/condition-fields.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

const back = "/settings/routing?saved=1";

type Kept = { ruleId?: string | undefined; conditions: RouteConditions };

export async function saveSkillRuleForm(
  kept: Kept,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const asked = readForm(form);
  return save(
    form,
    (ctx) =>
      saveSkillRule(ctx, {
        ruleId: kept.ruleId,
        position: asked.number("position"),
        conditions: readConditions(asked, kept.conditions),
        skill: asked.word("skill"),
        minLevel: asked.number("minLevel"),
      }),
    { back },
  );
}

export async function savePriorityRuleForm(
  kept: Kept,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const asked = readForm(form);
  return save(
    form,
    (ctx) =>
      savePriorityRule(ctx, {
        ruleId: kept.ruleId,
        position: asked.number("position"),
        conditions: readConditions(asked, kept.conditions),
        priority: asked.word("priority") as Priority,
      }),
    { back },
  );
}

export async function removeRule(ruleId: string, _: SettingsState, form: FormData): Promise<SettingsState> {
  return save(form, (ctx) => deleteRule(ctx, { ruleId }), { back });
}

export async function saveRoutingForm(_: SettingsState, form: FormData): Promise<SettingsState> {
  const { word, number } = readForm(form);
  const minutes = (name: string) => (word(name) ? number(name) : null);
  return save(
    form,
    (ctx) => saveRouting(ctx, { awayMinutes: minutes("awayMinutes"), waitMinutes: minutes("waitMinutes") }),
    { back },
  );
}
