import type { FieldSpec } from "#components/settings/field-spec.ts";
import { OrderButtons } from "#components/settings/order-buttons.tsx";
import { PressForm } from "#components/settings/press-form.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm, SettingsList } from "#components/settings/settings-list.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { fieldKinds } from "#lib/domain/tickets/custom-fields.ts";
import { readTicketFields } from "#lib/reads/ticket-fields.ts";
import { bothFields, keyField, noBoth, orderLabels } from "../_server/fields.ts";
import { openSettings } from "../_server/settings-page.ts";
import { moveField, removeField, saveField } from "./actions.ts";

export default async function TicketFieldsPage({ searchParams }: PageProps<"/settings/fields">) {
  const { ctx, t, locale, edit, list } = await openSettings("queue.write", searchParams);
  const asked = await readTicketFields(ctx);
  const field = asked.find(({ id }) => id === edit);
  const form: FieldSpec[] = [
    keyField(t, field?.key, t("settings.keyHint")),
    ...bothFields(t, "name", t("settings.name"), field?.name ?? noBoth),
  ];
  if (!field) {
    form.push({
      kind: "select",
      name: "kind",
      label: t("settings.fields.kind"),
      hint: t("settings.fields.kindHint"),
      value: "text",
      options: fieldKinds.map((value) => ({ value, label: t(`settings.fields.kinds.${value}`) })),
    });
  }
  if (!field || field.kind === "choice") {
    form.push({
      kind: "textarea",
      name: "choices",
      label: t("settings.fields.choices"),
      hint: t("settings.fields.choicesHint"),
      rows: 5,
      value: (field?.choices ?? []).map(({ key, name }) => `${key} | ${name.en} | ${name.ko}`).join("\n"),
    });
  }
  form.push({
    kind: "check",
    name: "requiredOnSolve",
    label: t("settings.fields.requiredOnSolve"),
    value: field?.requiredOnSolve ?? false,
  });
  if (field)
    form.push({ kind: "check", name: "active", label: t("settings.fields.active"), value: field.active });
  return (
    <SettingsList
      {...list}
      title={t("settings.fields.title")}
      lead={t("settings.fields.lead")}
      addHref="/settings/fields?edit=new"
      header={[t("settings.name"), t("settings.key"), t("settings.fields.kind")]}
      rows={asked.map((one, at) => ({
        key: one.id,
        editHref: `/settings/fields?edit=${one.id}`,
        order: (
          <OrderButtons
            move={moveField.bind(null, one.id)}
            labels={orderLabels(t, one.name[locale])}
            first={at === 0}
            last={at === asked.length - 1}
          />
        ),
        cells: [
          <span key="name" className="flex flex-wrap items-center gap-2">
            {one.name[locale]}
            {one.requiredOnSolve && <Badge>{t("settings.fields.required")}</Badge>}
            {!one.active && <Badge>{t("settings.fields.retired")}</Badge>}
          </span>,
          <code key="key" className="text-muted text-xs">
            {one.key}
          </code>,
          t(`settings.fields.kinds.${one.kind}`),
        ],
      }))}
    >
      {(field || edit === "new") && (
        <OpenForm
          title={field?.name[locale] ?? t("settings.add")}
          below={
            field && (
              <PressForm
                action={removeField.bind(null, field.id)}
                label={t("settings.delete")}
                sure={t("settings.fields.sure")}
              />
            )
          }
        >
          <SettingsForm
            key={edit}
            action={saveField.bind(null, field?.id ?? null)}
            fields={form}
            submit={t("settings.save")}
          />
        </OpenForm>
      )}
    </SettingsList>
  );
}
