import Link from "next/link";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { cx } from "#components/ui/cx.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readServiceLevels } from "#lib/reads/settings.ts";
import { readWebhookNames } from "#lib/reads/webhooks.ts";
import { conditionFields } from "../_server/condition-fields.ts";
import { openSettings } from "../_server/settings-page.ts";
import { saveCalendarForm, savePolicyForm } from "../service-levels/actions.ts";
import { calendarFields, policyFields } from "../service-levels/fields.ts";

/** Another policy or other hours, replayed over the last quarter before anybody is bound by them. */
export default async function WhatIfPage({ searchParams }: PageProps<"/settings/what-if">) {
  const { ctx, t, locale, edit } = await openSettings("sla.write", searchParams);
  const [{ policies, calendars }, hooks] = await Promise.all([readServiceLevels(ctx), readWebhookNames(ctx)]);
  const policy = policies.find(({ id }) => id === edit);
  const calendar = calendars.find(({ id }) => id === edit);
  const conditions = await conditionFields(ctx, { t, locale }, policy?.conditions ?? {}, { route: false });
  const form = { submit: t("settings.whatIf.run"), saveIt: t("settings.whatIf.save") };
  return (
    <>
      <PageHeader title={t("settings.whatIf.title")} description={t("settings.whatIf.lead")} />
      <div className="mb-8 flex flex-col gap-4">
        <Choices
          title={t("settings.whatIf.policies")}
          items={[...policies, { id: "policy", name: t("settings.whatIf.newPolicy") }]}
          chosen={edit}
        />
        <Choices title={t("settings.whatIf.calendars")} items={calendars} chosen={edit} />
      </div>
      {policy || edit === "policy" ? (
        <SettingsForm
          {...form}
          key={edit}
          action={savePolicyForm.bind(null, {
            policyId: policy?.id,
            conditions: policy?.conditions ?? {},
            replay: true,
          })}
          fields={policyFields(t, policy, calendars, conditions, hooks)}
        />
      ) : calendar ? (
        <SettingsForm
          {...form}
          key={edit}
          action={saveCalendarForm.bind(null, { calendarId: calendar.id, replay: true })}
          fields={calendarFields(t, calendar, locale)}
        />
      ) : (
        <p className="text-muted text-sm">{t("settings.whatIf.pick")}</p>
      )}
    </>
  );
}

function Choices({
  title,
  items,
  chosen,
}: {
  title: string;
  items: readonly { id: string; name: string }[];
  chosen: string;
}) {
  return (
    <nav aria-label={title}>
      <h2 className="mb-2 font-medium text-faint text-xs">{title}</h2>
      <ul className="flex flex-wrap gap-2">
        {items.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={`/settings/what-if?edit=${id}`}
              prefetch={false}
              aria-current={id === chosen ? "page" : undefined}
              className={cx(
                "inline-flex h-8 items-center rounded-md border px-3 text-sm pointer-coarse:h-11",
                id === chosen
                  ? "border-accent bg-accent-soft font-medium text-accent-text"
                  : "border-line-strong hover:bg-hover",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
