import { PressForm } from "#components/settings/press-form.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm, SettingsList } from "#components/settings/settings-list.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { TimeAgo } from "#components/ui/time-ago.tsx";
import { readWebhookCalls, readWebhooks } from "#lib/reads/webhooks.ts";
import { openSettings } from "../_server/settings-page.ts";
import { removeWebhookForm, renewSecretForm, saveWebhookForm, testWebhookForm } from "./actions.ts";

const tones = { queued: "neutral", sent: "accent", failed: "breach" } as const;

/** Other systems that are called when something happens; each signs with its own secret. */
export default async function WebhooksPage({ searchParams }: PageProps<"/settings/webhooks">) {
  const { ctx, t, edit, list } = await openSettings("setting.write", searchParams);
  const all = await readWebhooks(ctx);
  const webhook = all.find(({ id }) => id === edit);
  const calls = webhook ? await readWebhookCalls(ctx, webhook.id) : [];
  return (
    <SettingsList
      {...list}
      title={t("settings.webhooks.title")}
      lead={t("settings.webhooks.lead")}
      addHref="/settings/webhooks?edit=new"
      header={[t("settings.name"), t("settings.webhooks.url"), t("settings.active")]}
      rows={all.map((line) => ({
        key: line.id,
        editHref: `/settings/webhooks?edit=${line.id}`,
        cells: [
          line.name,
          <span key="url" className="block truncate text-muted">
            {line.url}
          </span>,
          t(line.active ? "settings.yes" : "settings.no"),
        ],
      }))}
    >
      {(webhook || edit === "new") && (
        <OpenForm
          title={webhook?.name ?? t("settings.add")}
          below={
            webhook && (
              <>
                <PressForm
                  action={testWebhookForm.bind(null, webhook.id)}
                  label={t("settings.webhooks.test")}
                />
                <PressForm
                  action={renewSecretForm.bind(null, webhook.id)}
                  label={t("settings.webhooks.renew")}
                  sure={t("settings.webhooks.renewSure")}
                />
                <PressForm
                  action={removeWebhookForm.bind(null, webhook.id)}
                  label={t("settings.delete")}
                  sure={t("settings.deleteSure")}
                />
              </>
            )
          }
        >
          <SettingsForm
            key={edit}
            action={saveWebhookForm.bind(null, webhook?.id ?? null)}
            submit={t("settings.save")}
            fields={[
              {
                kind: "text",
                name: "name",
                label: t("settings.name"),
                value: webhook?.name ?? "",
                required: true,
                maxLength: 100,
              },
              {
                kind: "text",
                name: "url",
                label: t("settings.webhooks.url"),
                hint: t("settings.webhooks.urlHint"),
                value: webhook?.url ?? "https://",
                required: true,
                maxLength: 2000,
              },
              ...(webhook
                ? ([
                    { kind: "check", name: "active", label: t("settings.active"), value: webhook.active },
                  ] as const)
                : []),
            ]}
          />
          <p className="mt-4 max-w-2xl text-muted text-xs">{t("settings.webhooks.signature")}</p>
          {calls.length > 0 && (
            <section className="mt-5">
              <h3 className="mb-2 font-semibold text-sm">{t("settings.webhooks.calls")}</h3>
              <ul className="divide-y divide-line text-sm">
                {calls.map(({ id, event, state, attempts, error, at }) => (
                  <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
                    <Badge tone={tones[state]}>{t(`settings.webhooks.state.${state}`)}</Badge>
                    <code className="text-xs">{event}</code>
                    <span className="min-w-0 flex-1 truncate text-muted text-xs">
                      {error ?? ""}
                      {attempts > 1 && ` · ${t("settings.webhooks.attempts", { count: attempts })}`}
                    </span>
                    <TimeAgo at={at.toISOString()} className="text-faint text-xs" />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </OpenForm>
      )}
    </SettingsList>
  );
}
