import "server-only";
import type { FieldSpec } from "#components/settings/field-spec.ts";
import { clockKinds } from "#lib/domain/sla/policy.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import type { readServiceLevels } from "#lib/reads/settings.ts";

type Levels = Awaited<ReturnType<typeof readServiceLevels>>;
type Policy = Levels["policies"][number];
type Calendar = Levels["calendars"][number];

export function policyFields(t: Translate, policy: Policy | undefined, calendars: Calendar[]): FieldSpec[] {
  return [
    {
      kind: "text",
      name: "name",
      label: t("settings.name"),
      value: policy?.name ?? "",
      required: true,
      maxLength: 100,
    },
    { kind: "check", name: "vip", label: t("settings.clocks.vip"), value: policy?.conditions.vip === true },
    ...priorities.toReversed().flatMap((priority) =>
      clockKinds.map(
        (clock): FieldSpec => ({
          kind: "number",
          name: `${priority}.${clock}`,
          label: `${t(`priority.${priority}`)} · ${t(`clock.${clock}`)}`,
          value: policy?.targets[priority]?.[clock] ?? null,
          min: 1,
          max: 525_600,
        }),
      ),
    ),
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
  ];
}

export function calendarFields(t: Translate, calendar: Calendar | undefined): FieldSpec[] {
  const spans =
    calendar?.spans ?? [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "18:00" }));
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
      value: (calendar?.holidays ?? []).map(({ date, name }) => `${date} ${name}`).join("\n"),
    },
  ];
}
