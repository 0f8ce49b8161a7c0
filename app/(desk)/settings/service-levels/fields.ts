import "server-only";
import type { FieldSpec } from "#components/settings/field-spec.ts";
import type { ClockAction, ClockMoment, ClockRule } from "#lib/domain/sla/actions.ts";
import { clockKinds } from "#lib/domain/sla/policy.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import type { readServiceLevels } from "#lib/reads/settings.ts";

type Levels = Awaited<ReturnType<typeof readServiceLevels>>;
type Policy = Levels["policies"][number];
type Calendar = Levels["calendars"][number];

export function policyFields(
  t: Translate,
  policy: Policy | undefined,
  calendars: Calendar[],
  conditions: readonly FieldSpec[],
): FieldSpec[] {
  return [
    {
      kind: "text",
      name: "name",
      label: t("settings.name"),
      value: policy?.name ?? "",
      required: true,
      maxLength: 100,
    },
    {
      kind: "grid",
      name: "targets",
      label: t("settings.clocks.targets"),
      rows: priorities.toReversed().map((value) => ({ value, label: t(`priority.${value}`) })),
      columns: clockKinds.map((value) => ({ value, label: t(`clock.${value}`) })),
      values: Object.fromEntries(
        priorities.flatMap((priority) =>
          clockKinds.map((clock) => [`${priority}.${clock}`, policy?.targets[priority]?.[clock] ?? null]),
        ),
      ),
      min: 1,
      max: 525_600,
    },
    {
      kind: "select",
      name: "calendarId",
      label: t("settings.clocks.calendar"),
      value: policy?.calendarId ?? "",
      options: [
        { value: "", label: t("settings.queues.always") },
        ...calendars.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    {
      kind: "checks",
      name: "pausesOn",
      label: t("settings.clocks.pauses"),
      values: policy?.pausesOn ?? ["pending", "on_hold"],
      options: [
        { value: "pending", label: t("status.pending") },
        { value: "on_hold", label: t("status.on_hold") },
      ],
    },
    {
      kind: "number",
      name: "warnAtPercent",
      label: t("settings.clocks.warnAt"),
      value: policy ? policy.warnAtPercent : 80,
      min: 1,
      max: 100,
    },
    {
      kind: "check",
      name: "assistantFulfilsNextReply",
      label: t("settings.clocks.assistantFulfils"),
      value: policy?.assistantFulfilsNextReply ?? false,
    },
    { kind: "check", name: "active", label: t("settings.active"), value: policy?.active ?? true },
    { kind: "heading", name: "when", label: t("settings.when.title"), hint: t("settings.when.hint") },
    ...conditions,
    ...(["warning", "breach"] as const).flatMap((when) => actionFields(t, when, policy?.actions ?? [])),
    applyField(t),
  ];
}

/** The actions of one moment that hold for any clock; those of single clocks are kept beside the form. */
function actionFields(t: Translate, when: ClockMoment, rules: readonly ClockRule[]): FieldSpec[] {
  const acts = rules.filter((rule) => rule.when === when && rule.clocks.length === 0).map((rule) => rule.act);
  const find = <Kind extends ClockAction["kind"]>(kind: Kind) =>
    acts.find((act): act is Extract<ClockAction, { kind: Kind }> => act.kind === kind);
  const marks = acts.flatMap((act) => {
    if (act.kind === "notify") return [`notify_${act.who}`];
    return act.kind === "reassign" ? ["reassign"] : [];
  });
  return [
    { kind: "heading", name: when, label: t(`settings.act.${when}`), hint: t("settings.act.hint") },
    {
      kind: "checks",
      name: `${when}.do`,
      label: t("settings.act.do"),
      values: marks,
      options: (["notify_assignee", "notify_managers", "reassign"] as const).map((value) => ({
        value,
        label: t(`settings.act.${value}`),
      })),
    },
    {
      kind: "select",
      name: `${when}.priority`,
      label: t("settings.act.priority"),
      hint: t("settings.act.priorityHint"),
      value: find("raise_priority")?.to ?? "",
      options: [
        { value: "", label: t("settings.act.noPriority") },
        ...priorities.slice(1).map((value) => ({ value, label: t(`priority.${value}`) })),
      ],
    },
    {
      kind: "text",
      name: `${when}.tag`,
      label: t("settings.act.tag"),
      value: find("tag")?.tag ?? "",
      maxLength: 50,
    },
    {
      kind: "text",
      name: `${when}.url`,
      label: t("settings.act.url"),
      value: find("webhook")?.url ?? "",
      maxLength: 2000,
    },
  ];
}

export const applyField = (t: Translate): FieldSpec => ({
  kind: "select",
  name: "apply",
  label: t("settings.apply.label"),
  hint: t("settings.apply.hint"),
  value: "new",
  options: (["new", "open"] as const).map((value) => ({ value, label: t(`settings.apply.${value}`) })),
});

export function calendarFields(t: Translate, calendar: Calendar | undefined): FieldSpec[] {
  const spans =
    calendar?.spans ?? [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "18:00" }));
  const holidays = (calendar?.holidays ?? []).map(({ date, name, name_ko }) =>
    name_ko && name_ko !== name ? `${date} ${name} | ${name_ko}` : `${date} ${name}`,
  );
  return [
    {
      kind: "text",
      name: "name",
      label: t("settings.name"),
      value: calendar?.name ?? "",
      required: true,
      maxLength: 100,
    },
    {
      kind: "text",
      name: "timeZone",
      label: t("settings.clocks.timeZone"),
      value: calendar?.timeZone ?? "Asia/Seoul",
      required: true,
      maxLength: 64,
    },
    { kind: "check", name: "always", label: t("settings.clocks.always"), value: calendar?.always ?? false },
    {
      kind: "textarea",
      name: "spans",
      rows: 8,
      label: t("settings.clocks.spans"),
      hint: t("settings.clocks.spansHint"),
      value: spans.map(({ weekday, start, end }) => `${weekday} ${start} ${end}`).join("\n"),
    },
    {
      kind: "textarea",
      name: "holidays",
      rows: 8,
      label: t("settings.clocks.holidays"),
      hint: t("settings.clocks.holidaysHint"),
      value: holidays.join("\n"),
    },
    ...(calendar ? [applyField(t)] : []),
  ];
}

export function holidayFields(t: Translate, year: number): FieldSpec[] {
  const years = { kind: "number" as const, min: 2000, max: 2040 };
  return [
    {
      kind: "text",
      name: "country",
      label: t("settings.clocks.country"),
      hint: t("settings.clocks.countryHint"),
      value: "KR",
      maxLength: 8,
    },
    { kind: "file", name: "ical", label: t("settings.clocks.file"), accept: ".ics,text/calendar" },
    { ...years, name: "from", label: t("settings.clocks.from"), value: year },
    { ...years, name: "to", label: t("settings.clocks.to"), value: year + 2 },
    applyField(t),
  ];
}
