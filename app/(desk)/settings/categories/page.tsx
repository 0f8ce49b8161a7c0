import type { FieldSpec } from "#components/settings/field-spec.ts";
import { OrderButtons } from "#components/settings/order-buttons.tsx";
import { PressForm } from "#components/settings/press-form.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm, SettingsList } from "#components/settings/settings-list.tsx";
import { type StandardTopic, standardTopics, topicsByName } from "#lib/domain/triage/standard-topics.ts";
import { readCategories, readQueues, readSkills } from "#lib/reads/settings.ts";
import { bothFields, keyField, levelChoices, named, noBoth, orderLabels } from "../_server/fields.ts";
import { openSettings } from "../_server/settings-page.ts";
import { confirmTopics, moveCategory, removeCategory, saveCategory } from "./actions.ts";

const modes = ["off", "draft", "hold", "auto"] as const;

export default async function CategoriesPage({ searchParams }: PageProps<"/settings/categories">) {
  const { ctx, t, locale, edit, list } = await openSettings("assistant.write", searchParams);
  const [categories, queues, skills] = await Promise.all([
    readCategories(ctx),
    readQueues(ctx),
    readSkills(ctx),
  ]);
  const category = categories.find(({ id }) => id === edit);
  const suggestedFor = ({ name, key }: (typeof categories)[number]) => topicsByName(Object.values(name), key);
  const topicNames = (topics: readonly string[]) =>
    topics.length === 0
      ? t("settings.categories.noTopic")
      : topics.map((topic) => t(`topics.${topic as StandardTopic}`)).join(", ");
  const open = categories.filter(({ topics, active }) => topics === null && active);
  const fields: FieldSpec[] = [
    keyField(t, category?.key, t("settings.keyHint")),
    ...bothFields(t, "name", t("settings.name"), category?.name ?? noBoth),
    ...bothFields(
      t,
      "description",
      t("settings.categories.description"),
      category?.description ?? noBoth,
      "textarea",
    ),
    {
      kind: "textarea",
      name: "examples",
      rows: 6,
      label: t("settings.categories.examples"),
      hint: t("settings.categories.examplesHint"),
      value: (category?.examples ?? []).join("\n"),
    },
    {
      kind: "checks",
      name: "topics",
      label: t("settings.categories.topics"),
      hint: t("settings.categories.topicsHint"),
      values: category ? (category.topics ?? suggestedFor(category)) : [],
      options: standardTopics.map((topic) => ({ value: topic, label: t(`topics.${topic}`) })),
    },
    {
      kind: "select",
      name: "queueId",
      label: t("settings.categories.queue"),
      value: category?.queueId ?? "",
      options: [{ value: "", label: t("settings.categories.defaultQueue") }, ...named(locale, queues)],
    },
    {
      kind: "select",
      name: "mode",
      label: t("settings.categories.mode"),
      value: category?.mode ?? "draft",
      options: modes.map((mode) => ({
        value: mode,
        label: `${t(`insights.modes.${mode}`)} · ${t(`insights.modeHint.${mode}`)}`,
      })),
    },
    {
      kind: "number",
      name: "threshold",
      label: t("settings.categories.threshold"),
      // The column is a 32-bit float.
      value: Math.round((category?.threshold ?? 0.95) * 1000) / 1000,
      min: 0.5,
      max: 1,
      step: 0.01,
    },
    {
      kind: "levels",
      name: "skills",
      label: t("settings.categories.skills"),
      values: Object.fromEntries(
        (category?.skills ?? []).map((need) => [need.skillId, String(need.minLevel)]),
      ),
      options: named(locale, skills),
      choices: levelChoices(t),
    },
  ];
  if (category)
    fields.push({ kind: "check", name: "active", label: t("settings.active"), value: category.active });
  return (
    <SettingsList
      {...list}
      title={t("settings.categories.title")}
      lead={t("settings.categories.lead")}
      addHref="/settings/categories?edit=new"
      header={[
        t("settings.name"),
        t("settings.key"),
        t("settings.categories.topicsConfirmed"),
        t("settings.categories.queue"),
        t("insights.mode"),
      ]}
      rows={categories.map((line, at) => ({
        key: line.id,
        editHref: `/settings/categories?edit=${line.id}`,
        order: (
          <OrderButtons
            move={moveCategory.bind(null, line.id)}
            labels={orderLabels(t, line.name[locale])}
            first={at === 0}
            last={at === categories.length - 1}
          />
        ),
        cells: [
          line.active ? line.name[locale] : `${line.name[locale]} (${t("settings.inactive")})`,
          <code key="key" className="text-muted text-xs">
            {line.key}
          </code>,
          line.topics ? (
            topicNames(line.topics)
          ) : (
            <div key="topics" className="flex flex-wrap items-center gap-2">
              <span className="text-muted">
                {t("settings.categories.suggested", { topics: topicNames(suggestedFor(line)) })}
              </span>
              <PressForm
                action={confirmTopics.bind(null, line.id, suggestedFor(line))}
                label={t("settings.categories.confirm")}
                name={t("settings.categories.confirmNamed", { name: line.name[locale] })}
                size="sm"
              />
            </div>
          ),
          queues.find(({ id }) => id === line.queueId)?.name[locale] ?? t("settings.categories.defaultQueue"),
          t(`insights.modes.${line.mode}`),
        ],
      }))}
    >
      {!category && edit !== "new" && open.length > 1 && (
        <div className="mb-4">
          <PressForm
            action={confirmTopics.bind(null, null, [])}
            label={t("settings.categories.confirmAll")}
          />
        </div>
      )}
      {(category || edit === "new") && (
        <OpenForm
          title={category?.name[locale] ?? t("settings.add")}
          below={
            category && (
              <PressForm
                action={removeCategory.bind(null, category.id)}
                label={t("settings.delete")}
                sure={t("settings.deleteSure")}
              />
            )
          }
        >
          <SettingsForm
            key={edit}
            action={saveCategory.bind(null, category?.id ?? null)}
            fields={fields}
            submit={t("settings.save")}
          />
        </OpenForm>
      )}
    </SettingsList>
  );
}
