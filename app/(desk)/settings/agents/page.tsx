import type { FieldSpec } from "#components/settings/field-spec.ts";
import { PressForm } from "#components/settings/press-form.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm, SettingsList } from "#components/settings/settings-list.tsx";
import { roles } from "#lib/domain/people/permissions.ts";
import { formatDateTime } from "#lib/i18n/format.ts";
import { readAgents, readQueues, readServiceLevels, readSkills } from "#lib/reads/settings.ts";
import { levelChoices, named } from "../_server/fields.ts";
import { openSettings } from "../_server/settings-page.ts";
import { makeLinkFor, saveAgent, signOutAgent } from "./actions.ts";

export default async function AgentsPage({ searchParams }: PageProps<"/settings/agents">) {
  const { ctx, t, locale, timeZone, edit, list } = await openSettings("agent.write", searchParams);
  const [people, skills, queues, { calendars }] = await Promise.all([
    readAgents(ctx),
    readSkills(ctx),
    readQueues(ctx),
    readServiceLevels(ctx),
  ]);
  const agent = people.find(({ id }) => id === edit);
  const fields: FieldSpec[] = [
    {
      kind: "text",
      name: "name",
      label: t("settings.name"),
      value: agent?.name ?? "",
      required: true,
      maxLength: 200,
    },
    {
      kind: "email",
      name: "email",
      label: t("settings.agents.email"),
      value: agent?.email ?? "",
      required: true,
      maxLength: 320,
    },
    {
      kind: "select",
      name: "role",
      label: t("settings.agents.role"),
      value: agent?.role ?? "agent",
      options: roles.map((role) => ({ value: role, label: t(`shell.role.${role}`) })),
    },
    {
      kind: "select",
      name: "locale",
      label: t("settings.agents.locale"),
      value: agent?.locale ?? locale,
      options: [
        { value: "en", label: t("settings.en") },
        { value: "ko", label: t("settings.ko") },
      ],
    },
    {
      kind: "text",
      name: "timeZone",
      label: t("settings.agents.timeZone"),
      value: agent?.timeZone ?? "Asia/Seoul",
      required: true,
      maxLength: 64,
    },
    {
      kind: "number",
      name: "capacity",
      label: t("settings.agents.capacity"),
      value: agent?.capacity ?? 8,
      min: 0,
      max: 500,
    },
    {
      kind: "select",
      name: "calendarId",
      label: t("settings.agents.hours"),
      hint: t("settings.agents.hoursHint"),
      value: agent?.calendarId ?? "",
      options: [
        { value: "", label: t("settings.queues.always") },
        ...calendars.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    {
      kind: "levels",
      name: "skills",
      label: t("settings.agents.skills"),
      values: Object.fromEntries((agent?.skills ?? []).map((skill) => [skill.skillId, String(skill.level)])),
      options: named(locale, skills),
      choices: levelChoices(t),
    },
    {
      kind: "checks",
      name: "queues",
      label: t("settings.agents.queues"),
      values: agent?.queueIds ?? queues.filter(({ isDefault }) => isDefault).map(({ id }) => id),
      options: named(locale, queues),
    },
  ];
  if (agent) fields.push({ kind: "check", name: "active", label: t("settings.active"), value: agent.active });
  return (
    <SettingsList
      {...list}
      title={t("settings.agents.title")}
      lead={t("settings.agents.lead")}
      addHref="/settings/agents?edit=new"
      header={[
        t("settings.name"),
        t("settings.agents.email"),
        t("settings.agents.role"),
        t("settings.agents.availability"),
        t("settings.agents.skills"),
      ]}
      rows={people.map((line) => ({
        key: line.id,
        editHref: `/settings/agents?edit=${line.id}`,
        cells: [
          line.active ? line.name : `${line.name} (${t("settings.inactive")})`,
          <span key="email" className="text-muted">
            {line.email}
            {!line.hasPassword && ` · ${t("settings.agents.noPassword")}`}
          </span>,
          t(`shell.role.${line.role}`),
          line.availability === "away" && line.backAt
            ? t("shell.awayUntil", { at: formatDateTime(locale, line.backAt, timeZone) })
            : t(`shell.${line.availability}`),
          skills
            .filter(({ id }) => line.skills.some((skill) => skill.skillId === id))
            .map(({ name }) => name[locale])
            .join(", "),
        ],
      }))}
    >
      {(agent || edit === "new") && (
        <OpenForm
          title={agent?.name ?? t("settings.add")}
          below={
            agent && (
              <>
                <PressForm
                  action={makeLinkFor.bind(null, { id: agent.id, name: agent.name })}
                  label={t("settings.agents.invite")}
                />
                <PressForm
                  action={signOutAgent.bind(null, agent.id)}
                  label={t("settings.agents.signOutAll")}
                />
              </>
            )
          }
        >
          <SettingsForm
            key={edit}
            action={saveAgent.bind(null, agent?.id ?? null)}
            fields={fields}
            submit={t("settings.save")}
          />
        </OpenForm>
      )}
    </SettingsList>
  );
}
