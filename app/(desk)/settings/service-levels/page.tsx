import { OrderButtons } from "#components/settings/order-buttons.tsx";
import { PressForm } from "#components/settings/press-form.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm, SettingsList } from "#components/settings/settings-list.tsx";
import { readServiceLevels } from "#lib/reads/settings.ts";
import { readWebhookNames } from "#lib/reads/webhooks.ts";
import { conditionFields, conditionWords, readNames } from "../_server/condition-fields.ts";
import { orderLabels } from "../_server/fields.ts";
import { openSettings } from "../_server/settings-page.ts";
import {
  importHolidaysForm,
  movePolicy,
  removeCalendar,
  removePolicy,
  saveCalendarForm,
  savePolicyForm,
} from "./actions.ts";
import { calendarFields, holidayFields, policyFields } from "./fields.ts";

export default async function ServiceLevelsPage({ searchParams }: PageProps<"/settings/service-levels">) {
  const { ctx, t, locale, edit, list } = await openSettings("sla.write", searchParams);
  const { policies, calendars } = await readServiceLevels(ctx);
  const [names, hooks] = await Promise.all([readNames(ctx, locale), readWebhookNames(ctx)]);
  const policy = policies.find(({ id }) => id === edit);
  const calendar = calendars.find(({ id }) => id === edit);
  const conditions = await conditionFields(ctx, { t, locale }, policy?.conditions ?? {}, { route: false });
  const here = "/settings/service-levels?edit=";
  return (
    <>
      <SettingsList
        {...list}
        title={t("settings.clocks.policies")}
        lead={t("settings.clocks.lead")}
        addHref={`${here}policy`}
        header={[
          t("settings.name"),
          t("settings.clocks.which"),
          t("settings.clocks.calendar"),
          t("settings.active"),
        ]}
        rows={policies.map((line, at) => ({
          key: line.id,
          editHref: here + line.id,
          order: (
            <OrderButtons
              move={movePolicy.bind(null, line.id)}
              labels={orderLabels(t, line.name)}
              first={at === 0}
              last={at === policies.length - 1}
            />
          ),
          cells: [
            line.name,
            conditionWords(line.conditions, { t, nameOf: (id) => names.get(id) ?? id }),
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
                conditions: policy?.conditions ?? {},
              })}
              fields={policyFields(t, policy, calendars, conditions, hooks)}
              submit={t("settings.save")}
              tryIt={t("settings.trial.button")}
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
                action={saveCalendarForm.bind(null, { calendarId: calendar?.id ?? null })}
                fields={calendarFields(t, calendar, locale)}
                submit={t("settings.save")}
                {...(calendar && { tryIt: t("settings.trial.button") })}
              />
              {calendar && (
                <details className="mt-4">
                  <summary className="cursor-pointer text-muted text-sm">
                    {t("settings.clocks.import")}
                  </summary>
                  <div className="pt-3">
                    <SettingsForm
                      key={`holidays ${edit}`}
                      action={importHolidaysForm.bind(null, calendar.id)}
                      fields={holidayFields(t, ctx.now.getFullYear())}
                      submit={t("settings.clocks.import")}
                    />
                  </div>
                </details>
              )}
            </OpenForm>
          )}
        </SettingsList>
      </div>
    </>
  );
}
