"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import { clockKinds } from "#lib/domain/sla/policy.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import {
  deleteCalendar,
  deletePolicy,
  type SavePolicy,
  saveCalendar,
  savePolicy,
} from "#lib/services/settings/service-levels.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

const back = "/settings/service-levels?saved=1";

/** Conditions that this form does not show stay as they are. */
export async function savePolicyForm(
  kept: { policyId?: string; conditions: SavePolicy["conditions"] },
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { word, choice, checked, all, number } = readForm(form);
  const targets: SavePolicy["targets"] = {};
  for (const priority of priorities) {
    const set = clockKinds.flatMap((clock) => {
      const minutes = word(`${priority}.${clock}`);
      return minutes ? [[clock, Number(minutes)] as const] : [];
    });
    if (set.length > 0) targets[priority] = Object.fromEntries(set);
  }
  const { vip: _vip, ...others } = kept.conditions;
  return save(
    form,
    (ctx) =>
      savePolicy(ctx, {
        policyId: kept.policyId,
        name: word("name"),
        conditions: { ...others, ...(checked("vip") && { vip: true }) },
        targets,
        pausesOn: all("pausesOn") as SavePolicy["pausesOn"],
        calendarId: choice("calendarId"),
        assistantFulfilsNextReply: checked("assistantFulfilsNextReply"),
        warnAtPercent: word("warnAtPercent") ? number("warnAtPercent") : null,
        active: checked("active"),
      }),
    { back },
  );
}

export async function removePolicy(
  policyId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  return save(form, (ctx) => deletePolicy(ctx, { policyId }), { back });
}

export async function saveCalendarForm(
  calendarId: string | null,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { word, lines, checked } = readForm(form);
  const spans = lines("spans").map((line) => {
    const [weekday, start = "", end = ""] = line.split(/\s+/);
    return { weekday: Number(weekday), start, end };
  });
  const holidays = lines("holidays").map((line) => {
    const [date = "", ...name] = line.split(/\s+/);
    return { date, name: name.join(" ") || date };
  });
  return save(
    form,
    (ctx) =>
      saveCalendar(ctx, {
        calendarId: calendarId ?? undefined,
        name: word("name"),
        timeZone: word("timeZone"),
        spans,
        holidays,
        always: checked("always"),
      }),
    { back },
  );
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
