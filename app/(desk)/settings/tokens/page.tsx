import { PressForm } from "#components/settings/press-form.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm, SettingsList } from "#components/settings/settings-list.tsx";
import { scopes } from "#lib/domain/people/permissions.ts";
import { formatDate } from "#lib/i18n/format.ts";
import { readApiTokens } from "#lib/reads/settings.ts";
import { openSettings } from "../_server/settings-page.ts";
import { makeToken, revokeToken } from "./actions.ts";

export default async function TokensPage({ searchParams }: PageProps<"/settings/tokens">) {
  const { ctx, t, locale, timeZone, edit, list } = await openSettings("token.write", searchParams);
  const tokens = await readApiTokens(ctx);
  return (
    <SettingsList
      {...list}
      title={t("settings.tokens.title")}
      lead={t("settings.tokens.lead")}
      addHref="/settings/tokens?edit=new"
      header={[
        t("settings.name"),
        t("settings.tokens.scopes"),
        t("settings.tokens.made"),
        t("settings.tokens.lastUsed"),
        t("settings.tokens.revoke"),
      ]}
      rows={tokens.map((token) => ({
        key: token.id,
        cells: [
          <span key="name">
            {token.name} <code className="text-faint text-xs">{token.prefix}…</code>
          </span>,
          token.scopes.map((scope) => t(`settings.tokens.scope.${scope}`)).join(", "),
          formatDate(locale, token.createdAt, timeZone),
          token.lastUsedAt ? formatDate(locale, token.lastUsedAt, timeZone) : t("settings.tokens.never"),
          token.revokedAt ? (
            t("settings.tokens.revoked")
          ) : (
            <PressForm
              key="revoke"
              action={revokeToken.bind(null, token.id)}
              label={t("settings.tokens.revoke")}
              sure={t("settings.tokens.revoke")}
            />
          ),
        ],
      }))}
    >
      {edit === "new" && (
        <OpenForm title={t("settings.add")}>
          <SettingsForm
            action={makeToken}
            submit={t("settings.save")}
            fields={[
              {
                kind: "text",
                name: "name",
                label: t("settings.name"),
                value: "",
                required: true,
                maxLength: 200,
              },
              {
                kind: "checks",
                name: "scopes",
                label: t("settings.tokens.scopes"),
                values: ["read"],
                options: scopes.map((scope) => ({
                  value: scope,
                  label: t(`settings.tokens.scope.${scope}`),
                })),
              },
            ]}
          />
        </OpenForm>
      )}
    </SettingsList>
  );
}
