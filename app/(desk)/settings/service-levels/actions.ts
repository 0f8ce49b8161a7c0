"use server";
import { getI18n } from "#app/_server/i18n.ts";
import type { SettingsReport, SettingsState } from "#components/settings/field-spec.ts";
import { stepInOrder } from "#lib/domain/order/step-in-order.ts";
import type { ClockAction, ClockRule } from "#lib/domain/sla/actions.ts";
import { clockKinds } from "#lib/domain/sla/policy.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import { readServiceLevels } from "#lib/reads/settings.ts";
import { type Proposal, tryServiceLevels } from "#lib/services/clocks/try-service-levels.ts";
import type { Context } from "#lib/services/context.ts";
import { importHolidays } from "#lib/services/settings/import-holidays.ts";
import {
  checkedCalendar,
  checkedPolicy,
  deleteCalendar,
  deletePolicy,
  reorderPolicies,
  type SavePolicy,
  saveCalendar,
  savePolicy,
} from "#lib/services/settings/service-levels.ts";
import { readConditions } from "../_server/condition-fields.ts";
import { readForm } from "../_server/read-form.ts";
import { attemptTrial, save } from "../_server/save.ts";
import { trialReport } from "./trial-report.ts";

const back = "/settings/service-levels?saved=1";

/** `replay`: the form of the what-if page, which saves only when it is asked to. */
type Kept = { policyId?: string | undefined; replay?: boolean; conditions: SavePolicy["conditions"] };

/** Conditions that this form does not show stay as they are. */
export async function savePolicyForm(kept: Kept, _: SettingsState, form: FormData): Promise<SettingsState> {
  const asked = readForm(form);
  const { word, choice, checked, all, number } = asked;
  const targets: SavePolicy["targets"] = {};
  for (const priority of priorities) {
    const set = clockKinds.flatMap((clock) => {
      const minutes = word(`${priority}.${clock}`);
      return minutes ? [[clock, Number(minutes)] as const] : [];
    });
    if (set.length > 0) targets[priority] = Object.fromEntries(set);
  }
  const policy: SavePolicy = {
    policyId: kept.policyId,
    name: word("name"),
    conditions: readConditions(asked, kept.conditions),
    targets,
    pausesOn: all("pausesOn") as SavePolicy["pausesOn"],
    calendarId: choice("calendarId"),
    assistantFulfilsNextReply: checked("assistantFulfilsNextReply"),
    warnAtPercent: word("warnAtPercent") ? number("warnAtPercent") : null,
    actions: rulesIn(asked),
    active: checked("active"),
    apply: applyIn(asked),
  };
  if (!isTrial(asked, kept.replay)) return save(form, (ctx) => savePolicy(ctx, policy), { back });
  return attemptTrial(form, async (ctx) => {
    const { policyId, ...values } = checkedPolicy(policy);
    return replay(ctx, { policy: { ...values, id: policyId ?? null } });
  });
}

/** Lines that differ only in their clock stay single rules: what is done at each is the same. */
function rulesIn({ rows }: ReturnType<typeof readForm>): NonNullable<SavePolicy["actions"]> {
  return rows("rules", ["when", "clock", "act", "tag"]).map(({ when, clock, act, tag }) => ({
    when: when as ClockRule["when"],
    clocks: clock ? [clock as (typeof clockKinds)[number]] : [],
    act: actOf(act, tag),
  }));
}

function actOf(act: string, tag: string): ClockAction {
  const [kind, of = ""] = act.split(":");
  if (kind === "priority") return { kind: "raise_priority", to: of as (typeof priorities)[number] };
  if (kind === "webhook") return { kind, webhookId: of };
  if (kind === "tag") return { kind, tag };
  if (kind === "reassign") return { kind };
  return { kind: "notify", who: kind === "notify_managers" ? "managers" : "assignee" };
}

function isTrial({ word }: ReturnType<typeof readForm>, replaysFirst = false): boolean {
  return replaysFirst ? word("intent") !== "save" : word("intent") === "try";
}

async function replay(ctx: Context, proposal: Proposal): Promise<SettingsReport> {
  const began = performance.now();
  const report = await tryServiceLevels(ctx, proposal);
  return trialReport(report, await getI18n(), performance.now() - began);
}

const applyIn = ({ word }: ReturnType<typeof readForm>) => (word("apply") === "open" ? "open" : "new");

export async function movePolicy(policyId: string, _: SettingsState, form: FormData): Promise<SettingsState> {
  const work = async (ctx: Context) => {
    const policies = (await readServiceLevels(ctx)).policies;
    const ids = policies.map(({ id }) => id);
    const policyIds = stepInOrder(ids, policyId, readForm(form).step());
    if (policyIds) await reorderPolicies(ctx, { policyIds });
  };
  return save(form, work, {});
}

export async function removePolicy(
  policyId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  return save(form, (ctx) => deletePolicy(ctx, { policyId }), { back });
}

export async function saveCalendarForm(
  { calendarId, replay: replaysFirst }: { calendarId: string | null; replay?: boolean },
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const asked = readForm(form);
  const { word, lines, checked, rows } = asked;
  const spans = rows("spans", ["weekday", "start", "end"]).map(({ weekday, ...hours }) => ({
    weekday: Number(weekday),
    ...hours,
  }));
  const holidays = lines("holidays").map((line) => {
    const [date = "", ...words] = line.split(/\s+/);
    const [name = "", name_ko] = words.join(" ").split(/\s*\|\s*/);
    return { date, name: name || date, ...(name_ko && { name_ko }) };
  });
  const calendar = {
    calendarId: calendarId ?? undefined,
    name: word("name"),
    timeZone: word("timeZone"),
    spans,
    holidays,
    always: checked("always"),
    apply: applyIn(asked),
  } as const;
  if (!isTrial(asked, replaysFirst) || !calendarId) {
    return save(form, (ctx) => saveCalendar(ctx, calendar), { back });
  }
  return attemptTrial(form, (ctx) =>
    replay(ctx, { calendar: { ...checkedCalendar(calendar), id: calendarId } }),
  );
}

/** Countries by their code, or an iCalendar file. The form stays open and says what was left out. */
export async function importHolidaysForm(
  calendarId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const asked = readForm(form);
  const file = form.get("ical");
  const ical = file instanceof File && file.size > 0 ? await file.slice(0, 2_000_000).text() : undefined;
  const { t } = await getI18n();
  return attemptTrial(form, async (ctx) => {
    const country = ical ? undefined : asked.word("country").trim().toUpperCase();
    const { from, to } = { from: asked.number("from"), to: asked.number("to") };
    const done = await importHolidays(ctx, { calendarId, from, to, country, ical, apply: applyIn(asked) });
    const names = done.ignored.map(({ summary }) => summary);
    const left = t("settings.clocks.ignored", { count: names.length, names: names.slice(0, 20).join(", ") });
    return {
      title: t("settings.clocks.imported", { count: done.added }),
      lines: names.length > 0 ? [left] : [],
    };
  });
}

export async function removeCalendar(
  calendarId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  return save(form, (ctx) => deleteCalendar(ctx, { calendarId }), {
    back,
    conflict: "settings.clocks.inUse",
  });
}
