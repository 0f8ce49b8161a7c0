import type { FieldSpec } from "#components/settings/field-spec.ts";
import { OrderButtons } from "#components/settings/order-buttons.tsx";
import { PressForm } from "#components/settings/press-form.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm, SettingsList } from "#components/settings/settings-list.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { readAgents, readQueues, readServiceLevels, readSkills } from "#lib/reads/settings.ts";
import { conditionFields } from "../_server/condition-fields.ts";
import { bothFields, keyField, levelChoices, named, noBoth, orderLabels } from "../_server/fields.ts";
import { openSettings } from "../_server/settings-page.ts";
import { moveQueue, removeQueue, saveQueue } from "./actions.ts";
import { relaxationFields } from "./relaxation-fields.ts";

export default async function QueuesPage({ searchParams }: PageProps<"/settings/queues">) {
  const { ctx, t, locale, edit, list } = await openSettings("queue.write", searchParams);
  const [queues, skills, people, { calendars }] = await Promise.all([
    readQueues(ctx),
    readSkills(ctx),
    readAgents(ctx),
    readServiceLevels(ctx),
  ]);
  const queue = queues.find(({ id }) => id === edit);
  const active = people.filter((agent) => agent.active);
  const fields: FieldSpec[] = [
    keyField(t, queue?.key, t("settings.keyHint")),
    ...bothFields(t, "name", t("settings.name"), queue?.name ?? noBoth),
    {
      kind: "checks",
      name: "members",
      label: t("settings.queues.members"),
      values: queue?.memberIds ?? [],
      options: active.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: "levels",
      name: "skills",
      label: t("settings.queues.skills"),
      values: Object.fromEntries((queue?.skills ?? []).map((need) => [need.skillId, String(need.minLevel)])),
      options: named(locale, skills),
      choices: levelChoices(t),
    },
  ];
  if (queue) {
    fields.push({
      kind: "select",
      name: "calendar",
      label: t("settings.queues.calendar"),
      value: queue.calendarId ?? "",
      options: [
        { value: "", label: t("settings.queues.always") },
        ...calendars.map(({ id, name }) => ({ value: id, label: name })),
      ],
    });
    fields.push({
      kind: "select",
      name: "order",
      label: t("settings.queues.order"),
      value: queue.order,
      options: (["priority", "oldest", "deadline"] as const).map((value) => ({
        value,
        label: t(`settings.queues.orders.${value}`),
      })),
    });
    const abilities = skills.map(({ key, name }) => ({ value: key, label: name[locale] }));
    fields.push(...relaxationFields(t, queue.relaxations, abilities));
    if (!queue.isDefault) {
      fields.push(
        { kind: "heading", name: "own", label: t("settings.when.title"), hint: t("settings.when.hint") },
        {
          kind: "check",
          name: "hasConditions",
          label: t("settings.queues.own"),
          hint: t("settings.queues.ownHint"),
          value: queue.conditions !== null,
        },
        ...(await conditionFields(ctx, { t, locale }, queue.conditions ?? {}, { route: true })),
      );
      fields.push({ kind: "check", name: "isDefault", label: t("settings.queues.default"), value: false });
    }
  }
  return (
    <SettingsList
      {...list}
      title={t("settings.queues.title")}
      lead={t("settings.queues.lead")}
      addHref="/settings/queues?edit=new"
      header={[
        t("settings.name"),
        t("settings.key"),
        t("settings.queues.members"),
        t("settings.queues.skills"),
      ]}
      rows={queues.map((line, at) => ({
        key: line.id,
        editHref: `/settings/queues?edit=${line.id}`,
        order: (
          <OrderButtons
            move={moveQueue.bind(null, line.id)}
            labels={orderLabels(t, line.name[locale])}
            first={at === 0}
            last={at === queues.length - 1}
          />
        ),
        cells: [
          <span key="name" className="flex items-center gap-2">
            {line.name[locale]}
            {line.isDefault && <Badge>{t("settings.queues.isDefault")}</Badge>}
          </span>,
          <code key="key" className="text-muted text-xs">
            {line.key}
          </code>,
          String(line.memberIds.length),
          skills
            .filter(({ id }) => line.skills.some((need) => need.skillId === id))
            .map(({ name }) => name[locale])
            .join(", "),
        ],
      }))}
    >
      {(queue || edit === "new") && (
        <OpenForm
          title={queue?.name[locale] ?? t("settings.add")}
          below={
            queue &&
            !queue.isDefault && (
              <PressForm
                action={removeQueue.bind(null, queue.id)}
                label={t("settings.delete")}
                sure={t("settings.deleteSure")}
              />
            )
          }
        >
          <SettingsForm
            key={edit}
            action={saveQueue.bind(
              null,
              queue ? { id: queue.id, isDefault: queue.isDefault, conditions: queue.conditions } : null,
            )}
            fields={fields}
            submit={t("settings.save")}
          />
        </OpenForm>
      )}
    </SettingsList>
  );
}
