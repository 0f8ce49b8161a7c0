"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import type { MailedNotice } from "#lib/domain/notices/notice.ts";
import { saveNoticePreferences } from "#lib/services/notices/save-notice-preferences.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

export async function saveNotificationsForm(_: SettingsState, form: FormData): Promise<SettingsState> {
  const { all, choice, word } = readForm(form);
  return save(
    form,
    (ctx) =>
      saveNoticePreferences(ctx, {
        mail: all("mail") as MailedNotice[],
        digestAt: choice("digestAt"),
        quietFrom: choice("quietFrom"),
        quietUntil: choice("quietUntil"),
        timeZone: word("timeZone"),
      }),
    { back: "/settings/notifications?saved=1" },
  );
}
