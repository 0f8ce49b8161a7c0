import type { FieldSpec } from "#components/settings/field-spec.ts";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readAgents, readRoutingRules, readSkills } from "#lib/reads/settings.ts";
import { conditionWords, readNames } from "../_server/condition-fields.ts";
import { levelChoices } from "../_server/fields.ts";
import { openSettings } from "../_server/settings-page.ts";
import { simulateForm } from "./actions.ts";

/** Before people, skills or rules are changed: what the last arrivals would have made of it. */
export default async function SimulationPage({ searchParams }: PageProps<"/settings/simulation">) {
  const { ctx, t, locale } = await openSettings("queue.write", searchParams);
  const [people, skills, rules, names] = await Promise.all([
    readAgents(ctx),
    readSkills(ctx),
    readRoutingRules(ctx),
    readNames(ctx, locale),
  ]);
  const agents = people.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
  const somebody = [{ value: "", label: t("settings.simulation.nobody") }, ...agents];
  const words = (when: Parameters<typeof conditionWords>[0]) =>
    conditionWords(when, { t, nameOf: (id) => names.get(id) ?? id });
  const label = (
    name: "days" | "without" | "likeId" | "count" | "skill" | "level" | "withoutRules" | "noRelax",
  ) => t(`settings.simulation.${name}`);
  const fields: FieldSpec[] = [
    { kind: "number", name: "days", label: label("days"), value: 30, min: 1, max: 92 },
    {
      kind: "number",
      name: "handleMinutes",
      label: t("settings.simulation.handle"),
      hint: t("settings.simulation.handleHint"),
      value: 10,
      min: 1,
      max: 480,
    },
    { kind: "checks", name: "without", label: label("without"), values: [], options: agents },
    { kind: "select", half: true, name: "likeId", label: label("likeId"), value: "", options: somebody },
    { kind: "number", half: true, name: "count", label: label("count"), value: 1, min: 1, max: 50 },
    {
      kind: "number",
      name: "capacity",
      label: t("settings.simulation.capacity"),
      hint: t("settings.simulation.capacityHint"),
      value: null,
      min: 1,
      max: 500,
    },
    { kind: "select", name: "teach", label: t("settings.simulation.teach"), value: "", options: somebody },
    {
      kind: "select",
      name: "skill",
      label: label("skill"),
      value: skills[0]?.key ?? "",
      options: skills.map(({ key, name }) => ({ value: key, label: name[locale] })),
    },
    { kind: "select", name: "level", label: label("level"), value: "2", options: levelChoices(t).slice(1) },
    {
      kind: "checks",
      name: "withoutRules",
      label: label("withoutRules"),
      values: [],
      options: [...rules.skillRules, ...rules.priorityRules].map(({ id, conditions, ...rule }) => ({
        value: id,
        label: `${words(conditions)} → ${"priority" in rule ? t(`priority.${rule.priority}`) : t("settings.agents.level", { level: rule.minLevel })}`,
      })),
    },
    { kind: "check", name: "noRelax", label: label("noRelax"), value: false },
  ];
  return (
    <>
      <PageHeader title={t("settings.simulation.title")} description={t("settings.simulation.lead")} />
      <SettingsForm action={simulateForm} fields={fields} submit={t("settings.simulation.run")} />
    </>
  );
}
