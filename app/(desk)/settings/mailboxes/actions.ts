"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Context } from "#lib/services/context.ts";
import { createMailbox, updateMailbox } from "#lib/services/settings/mailboxes.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

export async function saveMailbox(
  mailboxId: string | null,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { word, both, checked, lines } = readForm(form);
  const fields = {
    name: word("name"),
    senderName: word("senderName"),
    signature: both("signature"),
    defaultLocale: word("defaultLocale") as Locale,
    formRelays: lines("formRelays"),
  };
  const work = (ctx: Context): Promise<unknown> =>
    mailboxId
      ? updateMailbox(ctx, { mailboxId, ...fields, active: checked("active") })
      : createMailbox(ctx, { address: word("address"), ...fields });
  return save(form, work, { back: "/settings/mailboxes?saved=1" });
}
