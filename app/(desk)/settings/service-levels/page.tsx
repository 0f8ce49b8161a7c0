import { PressForm } from "#components/settings/press-form.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm, SettingsList } from "#components/settings/settings-list.tsx";
import { readServiceLevels } from "#lib/reads/settings.ts";
import { openSettings } from "../_server/settings-page.ts";
import { removeCalendar, removePolicy, saveCalendarForm, savePolicyForm } from "./actions.ts";
import { calendarFields, policyFields } from "./fields.ts";

export default async function ServiceLevelsPage({ searchParams }: PageProps<"/settings/service-levels">) {
  const { ctx, t, edit, list } = await openSettings("sla.write", searchParams);
  const { policies, calendars } = await readServiceLevels(ctx);
  const policy = policies.find(({ id }) => id === edit);
  const calendar = calendars.find(({ id }) => id === edit);
  const here = "/settings/service-levels?edit=";
  return (
    <>
      <SettingsList
        {...list}
        title={t("settings.clocks.policies")}
        lead={t("settings.clocks.lead")}
        addHref={`${here}policy`}
        header={[t("settings.name"), t("settings.clocks.calendar"), t("settings.active")]}
        rows={policies.map((line) => ({
          key: line.id,
          editHref: here + line.id,
          cells: [
            line.conditions.vip ? `${line.name} · ${t("settings.clocks.vip")}` : line.name,
            calendars.find(({ id }) => id === line.calendarId)?.name ?? t("settings.queues.always"),
            t(line.active ? "settings.yes" : "settings.no"),
          ],
        }))}
      >
        {(policy || edit === "policy") && (
          <OpenForm
            title={policy?.name ?? t("settings.add")}
            below={
              policy && (
                <PressForm
                  action={removePolicy.bind(null, policy.id)}
                  label={t("settings.delete")}
                  sure={t("settings.deleteSure")}
                />
              )
            }
          >
            <SettingsForm
              key={edit}
              action={savePolicyForm.bind(null, {
                policyId: policy?.id,
                conditions: (policy?.conditions ?? {}) as Parameters<typeof savePolicyForm>[0]["conditions"],
              })}
              fields={policyFields(t, policy, calendars)}
              submit={t("settings.save")}
            />
          </OpenForm>
        )}
      </SettingsList>
      <div className="mt-10">
        <SettingsList
          {...list}
          saved={false}
          title={t("settings.clocks.calendars")}
          lead=""
          addHref={`${here}calendar`}
          header={[t("settings.name"), t("settings.clocks.timeZone")]}
          rows={calendars.map((line) => ({
            key: line.id,
            editHref: here + line.id,
            cells: [line.name, line.timeZone],
          }))}
        >
          {(calendar || edit === "calendar") && (
            <OpenForm
              title={calendar?.name ?? t("settings.add")}
              below={
                calendar && (
                  <PressForm
                    action={removeCalendar.bind(null, calendar.id)}
                    label={t("settings.delete")}
                    sure={t("settings.deleteSure")}
                  />
                )
              }
            >
              <SettingsForm
                key={edit}
                action={saveCalendarForm.bind(null, calendar?.id ?? null)}
                fields={calendarFields(t, calendar)}
                submit={t("settings.save")}
              />
            </OpenForm>
          )}
        </SettingsList>
      </div>
    </>
  );
}
