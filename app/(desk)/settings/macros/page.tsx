import type { FieldSpec } from "#components/settings/field-spec.ts";
import { OrderButtons } from "#components/settings/order-buttons.tsx";
import { PressForm } from "#components/settings/press-form.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm, SettingsList } from "#components/settings/settings-list.tsx";
import { macroWords } from "#components/tickets/macro-words.ts";
import { placeholders } from "#lib/domain/macros/placeholders.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import { readDeskChoices } from "#lib/reads/desk-choices.ts";
import { readAllMacros } from "#lib/reads/macros.ts";
import { bothFields, named, noBoth, orderLabels } from "../_server/fields.ts";
import { openSettings } from "../_server/settings-page.ts";
import { moveMacro, removeMacro, saveMacro } from "./actions.ts";

const statuses = ["open", "pending", "on_hold", "solved"] as const;

export default async function MacrosPage({ searchParams }: PageProps<"/settings/macros">) {
  const { ctx, t, locale, edit, list } = await openSettings("macro.write", searchParams);
  const [macros, choices] = await Promise.all([readAllMacros(ctx), readDeskChoices(ctx)]);
  const macro = macros.find(({ id }) => id === edit);
  const { status, priority, queueId, categoryId, assignee, addTags, removeTags } = macro?.actions ?? {};
  const select = (name: string, label: string, value: string, options: { value: string; label: string }[]) =>
    ({
      kind: "select",
      name: `actions.${name}`,
      label,
      value,
      half: true,
      options: [{ value: "", label: t("macros.unchanged") }, ...options],
    }) satisfies FieldSpec;
  const fields: FieldSpec[] = [
    ...bothFields(t, "name", t("settings.name"), macro?.name ?? noBoth),
    ...(["en", "ko"] as const).map(
      (lang): FieldSpec => ({
        kind: "textarea",
        name: `body.${lang}`,
        label: `${t("macros.body")} · ${t(`settings.${lang}`)}`,
        hint: t("macros.bodyHint", { names: placeholders.map((name) => `{{${name}}}`).join(" ") }),
        rows: 5,
        value: macro?.body[lang] ?? "",
      }),
    ),
    { kind: "heading", name: "changes", label: t("macros.actions"), hint: t("macros.actionsHint") },
    select(
      "status",
      t("ticket.status"),
      status ?? "",
      statuses.map((value) => ({ value, label: t(`status.${value}`) })),
    ),
    select(
      "priority",
      t("ticket.priority"),
      priority ?? "",
      priorities.map((value) => ({ value, label: t(`priority.${value}`) })),
    ),
    select("queueId", t("ticket.queue"), queueId ?? "", named(locale, choices.queues)),
    select("categoryId", t("ticket.category"), categoryId ?? "", named(locale, choices.categories)),
    select(
      "assignee",
      t("ticket.assignee"),
      typeof assignee === "object" ? assignee.agentId : (assignee ?? ""),
      [
        { value: "me", label: t("macros.me") },
        ...choices.agents.map(({ id, name }) => ({ value: id, label: name })),
      ],
    ),
    ...(["addTags", "removeTags"] as const).map(
      (name): FieldSpec => ({
        kind: "text",
        name: `actions.${name}`,
        label: t(`macros.${name}`),
        hint: t("macros.tagsHint"),
        value: ((name === "addTags" ? addTags : removeTags) ?? []).join(", "),
      }),
    ),
  ];
  if (macro) fields.push({ kind: "check", name: "active", label: t("settings.active"), value: macro.active });
  return (
    <SettingsList
      {...list}
      title={t("macros.title")}
      lead={t("macros.lead")}
      addHref="/settings/macros?edit=new"
      header={[t("settings.name"), t("macros.body"), t("macros.actions")]}
      rows={macros.map((line, at) => ({
        key: line.id,
        editHref: `/settings/macros?edit=${line.id}`,
        order: (
          <OrderButtons
            move={moveMacro.bind(null, line.id)}
            labels={orderLabels(t, line.name[locale])}
            first={at === 0}
            last={at === macros.length - 1}
          />
        ),
        cells: [
          line.active ? line.name[locale] : `${line.name[locale]} (${t("settings.inactive")})`,
          <span key="body" className="line-clamp-1 max-w-80 text-muted">
            {line.body[locale]}
          </span>,
          macroWords(line.actions, { t, locale, choices }).join(" · "),
        ],
      }))}
    >
      {(macro || edit === "new") && (
        <OpenForm
          title={macro?.name[locale] ?? t("settings.add")}
          below={
            macro && (
              <PressForm
                action={removeMacro.bind(null, macro.id)}
                label={t("settings.delete")}
                sure={t("settings.deleteSure")}
              />
            )
          }
        >
          <SettingsForm
            key={edit}
            action={saveMacro.bind(null, macro?.id ?? null)}
            fields={fields}
            submit={t("settings.save")}
          />
        </OpenForm>
      )}
    </SettingsList>
  );
}
