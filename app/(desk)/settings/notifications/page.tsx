import { getI18n } from "#app/_server/i18n.ts";
import { requireAgent } from "#app/_server/session.ts";
import { DesktopSwitch } from "#components/settings/desktop-switch.tsx";
import { SavedNote } from "#components/settings/saved-note.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { type MailedNotice, mailedNotices } from "#lib/domain/notices/notice.ts";
import { may } from "#lib/domain/people/permissions.ts";
import { readNoticePreferences } from "#lib/reads/notices.ts";
import { saveNotificationsForm } from "./actions.ts";

/** Nobody else is told of these. */
const ofManagers = new Set<MailedNotice>(["nobody_fits", "mailbox_alarm"]);

/** What reaches a person who is not looking: on the desktop of this browser, by mail, once a day; never in quiet hours. */
export default async function NotificationsPage({ searchParams }: PageProps<"/settings/notifications">) {
  const ctx = await requireAgent();
  const [{ t }, mine, asked] = await Promise.all([getI18n(), readNoticePreferences(ctx), searchParams]);
  const choices = mailedNotices.filter((kind) => !ofManagers.has(kind) || may(ctx.actor, "queue.write"));
  return (
    <>
      <PageHeader title={t("settings.notify.title")} description={t("settings.notify.lead")} />
      {asked.saved === "1" && <SavedNote>{t("settings.saved")}</SavedNote>}
      <section className="mb-8">
        <h2 className="mb-1 font-semibold">{t("settings.notify.desktop")}</h2>
        <p className="mb-3 max-w-2xl text-muted text-sm">{t("settings.notify.desktopHint")}</p>
        <DesktopSwitch
          words={{
            turnOn: t("settings.notify.turnOn"),
            turnOff: t("settings.notify.turnOff"),
            on: t("settings.notify.on"),
            off: t("settings.notify.off"),
            denied: t("settings.notify.denied"),
            unsupported: t("settings.notify.unsupported"),
          }}
        />
      </section>
      <section>
        <h2 className="mb-1 font-semibold">{t("settings.notify.mail")}</h2>
        <p className="mb-3 max-w-2xl text-muted text-sm">
          {t("settings.notify.mailHint", { address: mine.email })}
        </p>
        <SettingsForm
          action={saveNotificationsForm}
          submit={t("settings.save")}
          fields={[
            {
              kind: "checks",
              name: "mail",
              label: t("settings.notify.which"),
              values: mine.mail,
              options: choices.map((value) => ({ value, label: t(`settings.notify.kind.${value}`) })),
            },
            {
              kind: "time",
              name: "digestAt",
              label: t("settings.notify.digest"),
              hint: t("settings.notify.digestHint"),
              value: mine.digestAt ?? "",
            },
            {
              kind: "time",
              half: true,
              name: "quietFrom",
              label: t("settings.notify.quietFrom"),
              hint: t("settings.notify.quietHint"),
              value: mine.quietFrom ?? "",
            },
            {
              kind: "time",
              half: true,
              name: "quietUntil",
              label: t("settings.notify.quietUntil"),
              value: mine.quietUntil ?? "",
            },
            {
              kind: "text",
              name: "timeZone",
              label: t("settings.agents.timeZone"),
              hint: t("settings.notify.zoneHint"),
              value: mine.timeZone,
              required: true,
              maxLength: 64,
            },
          ]}
        />
      </section>
    </>
  );
}
