import type { FieldSpec } from "#components/settings/field-spec.ts";
import { PressForm } from "#components/settings/press-form.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm, SettingsList } from "#components/settings/settings-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { priorities } from "#lib/domain/tickets/status.ts";
import { readRoutingRules, readSkills } from "#lib/reads/settings.ts";
import { conditionFields, conditionWords, readNames } from "../_server/condition-fields.ts";
import { openSettings } from "../_server/settings-page.ts";
import { removeRule, savePriorityRuleForm, saveRoutingForm, saveSkillRuleForm } from "./actions.ts";

/** Which tickets ask for which skills, which come first, and when they go on to somebody else. */
export default async function RoutingPage({ searchParams }: PageProps<"/settings/routing">) {
  const { ctx, t, locale, edit, list } = await openSettings("queue.write", searchParams);
  const [{ skillRules, priorityRules, settings }, skills, names] = await Promise.all([
    readRoutingRules(ctx),
    readSkills(ctx),
    readNames(ctx, locale),
  ]);
  const skillRule = skillRules.find(({ id }) => id === edit);
  const priorityRule = priorityRules.find(({ id }) => id === edit);
  const kept = (skillRule ?? priorityRule)?.conditions ?? {};
  const conditions: FieldSpec[] = [
    { kind: "heading", name: "when", label: t("settings.when.title"), hint: t("settings.when.hint") },
    ...(await conditionFields(ctx, { t, locale }, kept, { route: true })),
  ];
  const words = (when: typeof kept) => conditionWords(when, { t, nameOf: (id) => names.get(id) ?? id });
  const skillName = (key: string) =>
    key === "*"
      ? t("settings.routing.everySkill")
      : (skills.find((one) => one.key === key)?.name[locale] ?? key);
  const position = (value: number): FieldSpec => ({
    kind: "number",
    name: "position",
    label: t("settings.routing.position"),
    value,
    min: 0,
    max: 10_000,
  });
  const below = (id: string) => (
    <PressForm
      action={removeRule.bind(null, id)}
      label={t("settings.delete")}
      sure={t("settings.deleteSure")}
    />
  );
  const here = "/settings/routing?edit=";
  return (
    <>
      <SettingsList
        {...list}
        title={t("settings.routing.skillRules")}
        lead={t("settings.routing.skillLead")}
        addHref={`${here}skill`}
        header={[t("settings.when.title"), t("settings.routing.skill"), t("settings.routing.level")]}
        rows={skillRules.map((rule) => ({
          key: rule.id,
          editHref: here + rule.id,
          cells: [words(rule.conditions), skillName(rule.skill), String(rule.minLevel)],
        }))}
      >
        {(skillRule || edit === "skill") && (
          <OpenForm title={t("settings.routing.skillRules")} below={skillRule && below(skillRule.id)}>
            <SettingsForm
              key={edit}
              action={saveSkillRuleForm.bind(null, { ruleId: skillRule?.id, conditions: kept })}
              fields={[
                {
                  kind: "select",
                  name: "skill",
                  label: t("settings.routing.skill"),
                  value: skillRule?.skill ?? "*",
                  options: [
                    { value: "*", label: skillName("*") },
                    ...skills.map(({ key, name }) => ({ value: key, label: name[locale] })),
                  ],
                },
                {
                  kind: "number",
                  name: "minLevel",
                  label: t("settings.routing.level"),
                  value: skillRule?.minLevel ?? 2,
                  min: 1,
                  max: 3,
                },
                position(skillRule?.position ?? skillRules.length * 10),
                ...conditions,
              ]}
              submit={t("settings.save")}
            />
          </OpenForm>
        )}
      </SettingsList>
      <div className="mt-10">
        <SettingsList
          {...list}
          saved={false}
          title={t("settings.routing.priorityRules")}
          lead={t("settings.routing.priorityLead")}
          addHref={`${here}priority`}
          header={[t("settings.when.title"), t("settings.routing.priority")]}
          rows={priorityRules.map((rule) => ({
            key: rule.id,
            editHref: here + rule.id,
            cells: [words(rule.conditions), t(`priority.${rule.priority}`)],
          }))}
        >
          {(priorityRule || edit === "priority") && (
            <OpenForm
              title={t("settings.routing.priorityRules")}
              below={priorityRule && below(priorityRule.id)}
            >
              <SettingsForm
                key={edit}
                action={savePriorityRuleForm.bind(null, { ruleId: priorityRule?.id, conditions: kept })}
                fields={[
                  {
                    kind: "select",
                    name: "priority",
                    label: t("settings.routing.priority"),
                    value: priorityRule?.priority ?? "high",
                    options: priorities.map((value) => ({ value, label: t(`priority.${value}`) })),
                  },
                  position(priorityRule?.position ?? priorityRules.length * 10),
                  ...conditions,
                ]}
                submit={t("settings.save")}
              />
            </OpenForm>
          )}
        </SettingsList>
      </div>
      <div className="mt-10">
        <PageHeader title={t("settings.routing.again")} description={t("settings.routing.againLead")} />
        <SettingsForm
          action={saveRoutingForm}
          fields={(["awayMinutes", "waitMinutes"] as const).map((name) => ({
            kind: "number",
            name,
            label: t(`settings.routing.${name}`),
            hint: t("settings.routing.neverHint"),
            value: settings[name],
            min: 1,
            max: 10_080,
          }))}
          submit={t("settings.save")}
        />
      </div>
    </>
  );
}
