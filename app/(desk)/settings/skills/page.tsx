import { PressForm } from "#components/settings/press-form.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm, SettingsList } from "#components/settings/settings-list.tsx";
import { readSkills } from "#lib/reads/settings.ts";
import { bothFields, keyField, noBoth } from "../_server/fields.ts";
import { openSettings } from "../_server/settings-page.ts";
import { removeSkill, saveSkill } from "./actions.ts";

export default async function SkillsPage({ searchParams }: PageProps<"/settings/skills">) {
  const { ctx, t, locale, edit, list } = await openSettings("queue.write", searchParams);
  const skills = await readSkills(ctx);
  const skill = skills.find(({ id }) => id === edit);
  return (
    <SettingsList
      {...list}
      title={t("settings.skills.title")}
      lead={t("settings.skills.lead")}
      addHref="/settings/skills?edit=new"
      header={[t("settings.name"), t("settings.key"), t("settings.skills.people")]}
      rows={skills.map(({ id, key, name, people }) => ({
        key: id,
        editHref: `/settings/skills?edit=${id}`,
        cells: [
          name[locale],
          <code key="key" className="text-muted text-xs">
            {key}
          </code>,
          String(people),
        ],
      }))}
    >
      {(skill || edit === "new") && (
        <OpenForm
          title={skill?.name[locale] ?? t("settings.add")}
          below={
            skill && (
              <PressForm
                action={removeSkill.bind(null, skill.id)}
                label={t("settings.delete")}
                sure={t("settings.deleteSure")}
              />
            )
          }
        >
          <SettingsForm
            key={edit}
            action={saveSkill.bind(null, skill?.id ?? null)}
            fields={[
              keyField(t, skill?.key, t("settings.skills.keyHint")),
              ...bothFields(t, "name", t("settings.name"), skill?.name ?? noBoth),
            ]}
            submit={t("settings.save")}
          />
        </OpenForm>
      )}
    </SettingsList>
  );
}
