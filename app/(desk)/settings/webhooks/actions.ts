"use server";
import { getI18n } from "#app/_server/i18n.ts";
import type { SettingsState } from "#components/settings/field-spec.ts";
import {
  createWebhook,
  deleteWebhook,
  renewWebhookSecret,
  testWebhook,
  updateWebhook,
} from "#lib/services/webhooks/save-webhook.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

const back = "/settings/webhooks?saved=1";

export async function saveWebhookForm(
  webhookId: string | null,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { word, checked } = readForm(form);
  const { t } = await getI18n();
  const fields = { name: word("name"), url: word("url") };
  return save(
    form,
    async (ctx) => {
      if (webhookId) return updateWebhook(ctx, { webhookId, ...fields, active: checked("active") });
      const { secret } = await createWebhook(ctx, fields);
      return { secret: { label: t("settings.webhooks.secretOnce"), value: secret } };
    },
    { back },
  );
}

export async function renewSecretForm(
  webhookId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { t } = await getI18n();
  const work = async (ctx: Parameters<typeof renewWebhookSecret>[0]) => {
    const { secret } = await renewWebhookSecret(ctx, { webhookId });
    return { secret: { label: t("settings.webhooks.secretOnce"), value: secret } };
  };
  return save(form, work, { back });
}

export async function testWebhookForm(
  webhookId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  return save(form, (ctx) => testWebhook(ctx, { webhookId }), {});
}

export async function removeWebhookForm(
  webhookId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  return save(form, (ctx) => deleteWebhook(ctx, { webhookId }), {
    back,
    conflict: "settings.webhooks.inUse",
  });
}
