import { getI18n } from "#app/_server/i18n.ts";
import { currentSession, requireAgent } from "#app/_server/session.ts";
import { PressForm } from "#components/settings/press-form.tsx";
import { SavedNote } from "#components/settings/saved-note.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { formatDateTime } from "#lib/i18n/format.ts";
import { readOwnSessions } from "#lib/reads/settings.ts";
import { changeOwnPassword, endOtherSessions, endSession } from "./actions.ts";

export default async function ProfilePage({ searchParams }: PageProps<"/settings/profile">) {
  const ctx = await requireAgent();
  const [{ t, locale, timeZone }, here, own, asked] = await Promise.all([
    getI18n(),
    currentSession(),
    readOwnSessions(ctx),
    searchParams,
  ]);
  return (
    <>
      <PageHeader title={t("settings.profile.title")} description={t("settings.profile.lead")} />
      {asked.saved === "1" && <SavedNote>{t("settings.saved")}</SavedNote>}
      <section className="mb-8">
        <h2 className="mb-3 font-semibold">{t("settings.profile.password")}</h2>
        {own.hasPassword ? (
          <SettingsForm
            action={changeOwnPassword}
            submit={t("settings.save")}
            fields={[
              {
                kind: "password",
                name: "current",
                label: t("settings.profile.current"),
                value: "",
                required: true,
              },
              {
                kind: "password",
                name: "next",
                label: t("settings.profile.next"),
                hint: t("signIn.link.passwordHint"),
                value: "",
                required: true,
              },
            ]}
          />
        ) : (
          <p className="text-muted text-sm">{t("settings.profile.noPassword")}</p>
        )}
      </section>
      <section>
        <h2 className="mb-1 font-semibold">{t("settings.profile.sessions")}</h2>
        <ul className="mb-4 divide-y divide-line">
          {own.sessions.map(({ id, userAgent, lastSeenAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2 text-sm">
              <span className="min-w-0 flex-1">
                <span className="block truncate">{userAgent || "–"}</span>
                <span className="text-muted text-xs">
                  {id === here?.sessionId
                    ? t("settings.profile.thisOne")
                    : t("settings.profile.seen", { date: formatDateTime(locale, lastSeenAt, timeZone) })}
                </span>
              </span>
              {id !== here?.sessionId && (
                <PressForm action={endSession.bind(null, id)} label={t("settings.profile.end")} />
              )}
            </li>
          ))}
        </ul>
        {own.sessions.length > 1 && (
          <PressForm action={endOtherSessions} label={t("settings.profile.endOthers")} />
        )}
      </section>
    </>
  );
}
