import "server-only";
import type { FieldSpec, Option } from "#components/settings/field-spec.ts";
import type { ClockAction, ClockRule } from "#lib/domain/sla/actions.ts";
import { clockKinds } from "#lib/domain/sla/policy.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import type { Locale } from "#lib/i18n/locale.ts";
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
  hooks: readonly Option[],
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
    {
      kind: "heading",
      name: "acts",
      label: t("settings.act.title"),
      hint: t("settings.act.hint"),
    },
    rulesField(t, policy?.actions ?? [], hooks),
    applyField(t),
  ];
}

/** What is done by itself, one rule a line: at which moment of which clock. */
function rulesField(t: Translate, rules: readonly ClockRule[], hooks: readonly Option[]): FieldSpec {
  const doings = [
    ...(["notify_assignee", "notify_managers", "reassign", "tag"] as const).map((value) => ({
      value,
      label: t(`settings.act.${value}`),
    })),
    ...priorities.slice(1).map((value) => ({
      value: `priority:${value}`,
      label: t("settings.act.raise", { priority: t(`priority.${value}`) }),
    })),
    ...hooks.map(({ value, label }) => ({
      value: `webhook:${value}`,
      label: t("settings.act.webhook", { name: label }),
    })),
  ];
  return {
    kind: "lines",
    name: "rules",
    label: t("settings.act.rules"),
    hint: t("settings.act.rulesHint"),
    blank: 3,
    columns: [
      {
        name: "when",
        label: t("settings.act.when"),
        options: [
          { value: "", label: "–" },
          { value: "warning", label: t("settings.act.warning") },
          { value: "breach", label: t("settings.act.breach") },
        ],
      },
      {
        name: "clock",
        label: t("settings.trial.clock"),
        options: [
          { value: "", label: t("settings.act.anyClock") },
          ...clockKinds.map((value) => ({ value, label: t(`clock.${value}`) })),
        ],
      },
      { name: "act", label: t("settings.act.do"), options: doings, wide: true },
      { name: "tag", label: t("settings.act.tagName"), maxLength: 50 },
    ],
    // A rule of several clocks is as many lines.
    rows: rules.flatMap(({ when, clocks, act }) =>
      (clocks.length > 0 ? clocks : [""]).map((clock) => ({
        when,
        clock,
        act: doingOf(act),
        tag: act.kind === "tag" ? act.tag : "",
      })),
    ),
  };
}

function doingOf(act: ClockAction): string {
  switch (act.kind) {
    case "notify":
      return act.who === "managers" ? "notify_managers" : "notify_assignee";
    case "raise_priority":
      return `priority:${act.to}`;
    case "webhook":
      return `webhook:${act.webhookId}`;
    default:
      return act.kind;
  }
}

export const applyField = (t: Translate): FieldSpec => ({
  kind: "select",
  name: "apply",
  label: t("settings.apply.label"),
  hint: t("settings.apply.hint"),
  value: "new",
  options: (["new", "open"] as const).map((value) => ({ value, label: t(`settings.apply.${value}`) })),
});

export function calendarFields(t: Translate, calendar: Calendar | undefined, locale: Locale): FieldSpec[] {
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
      kind: "lines",
      name: "spans",
      label: t("settings.clocks.spans"),
      hint: t("settings.clocks.spansHint"),
      blank: 3,
      columns: [
        {
          name: "weekday",
          label: t("settings.clocks.weekday"),
          options: [{ value: "", label: "–" }, ...weekdayOptions(locale)],
        },
        { name: "start", label: t("settings.clocks.opens"), maxLength: 5 },
        { name: "end", label: t("settings.clocks.closes"), maxLength: 5 },
      ],
      rows: spans.map(({ weekday, start, end }) => ({ weekday: String(weekday), start, end })),
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

/** Monday first; the value is the number that calendars count by, Sunday 0. */
function weekdayOptions(locale: Locale): Option[] {
  const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  // The first of March 2026 is a Sunday.
  return [1, 2, 3, 4, 5, 6, 0].map((weekday) => ({
    value: String(weekday),
    label: name.format(Date.UTC(2026, 2, 1 + weekday)),
  }));
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
