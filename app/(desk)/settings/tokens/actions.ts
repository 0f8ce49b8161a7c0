"use server";
import { getI18n } from "#app/_server/i18n.ts";
import type { SettingsState } from "#components/settings/field-spec.ts";
import type { Scope } from "#lib/domain/people/permissions.ts";
import { createApiToken, revokeApiToken } from "#lib/services/people/api-tokens.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

const back = "/settings/tokens?saved=1";

export async function makeToken(_: SettingsState, form: FormData): Promise<SettingsState> {
  const { word, all } = readForm(form);
  const { t } = await getI18n();
  return save(
    form,
    async (ctx) => {
      const { token } = await createApiToken(ctx, { name: word("name"), scopes: all("scopes") as Scope[] });
      return { secret: { label: t("settings.tokens.shownOnce"), value: token } };
    },
    { back },
  );
}

export async function revokeToken(tokenId: string, _: SettingsState, form: FormData): Promise<SettingsState> {
  return save(form, (ctx) => revokeApiToken(ctx, { tokenId }), { back });
}
