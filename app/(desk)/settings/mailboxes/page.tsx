import { MailNotice } from "#components/mail/mail-notices.tsx";
import type { FieldSpec } from "#components/settings/field-spec.ts";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm, SettingsList } from "#components/settings/settings-list.tsx";
import { readMailboxAlarms, readMailboxConnection } from "#lib/reads/mailbox-connection.ts";
import { readMailboxes } from "#lib/reads/settings.ts";
import { bothFields, noBoth } from "../_server/fields.ts";
import { openSettings } from "../_server/settings-page.ts";
import { saveMailbox } from "./actions.ts";
import { MailboxServers } from "./mailbox-servers.tsx";

export default async function MailboxesPage({ searchParams }: PageProps<"/settings/mailboxes">) {
  const { ctx, t, edit, list } = await openSettings("mailbox.write", searchParams);
  const mailboxes = await readMailboxes(ctx);
  const mailbox = mailboxes.find(({ id }) => id === edit);
  const alarms = await readMailboxAlarms(ctx);
  const connection = mailbox ? await readMailboxConnection(ctx, mailbox.id) : null;
  const fields: FieldSpec[] = [
    {
      kind: "email",
      name: "address",
      label: t("settings.mailboxes.address"),
      value: mailbox?.address ?? "",
      required: true,
      readOnly: mailbox !== undefined,
      maxLength: 320,
    },
    {
      kind: "text",
      name: "name",
      label: t("settings.name"),
      value: mailbox?.name ?? "",
      required: true,
      maxLength: 100,
    },
    {
      kind: "text",
      name: "senderName",
      label: t("settings.mailboxes.senderName"),
      value: mailbox?.senderName ?? "",
      required: true,
      maxLength: 100,
    },
    ...bothFields(
      t,
      "signature",
      t("settings.mailboxes.signature"),
      mailbox?.signature ?? noBoth,
      "textarea",
    ),
    {
      kind: "select",
      name: "defaultLocale",
      label: t("settings.mailboxes.defaultLocale"),
      value: mailbox?.defaultLocale ?? "en",
      options: [
        { value: "en", label: t("settings.en") },
        { value: "ko", label: t("settings.ko") },
      ],
    },
    {
      kind: "textarea",
      name: "formRelays",
      label: t("settings.mailboxes.formRelays"),
      hint: t("settings.mailboxes.formRelaysHint"),
      value: mailbox?.formRelays.join("\n") ?? "",
      rows: 2,
      maxLength: 6000,
    },
  ];
  if (mailbox)
    fields.push({ kind: "check", name: "active", label: t("settings.active"), value: mailbox.active });
  return (
    <SettingsList
      {...list}
      title={t("settings.mailboxes.title")}
      lead={`${t("settings.mailboxes.lead")} ${t("settings.mailboxes.outgoing")}`}
      addHref="/settings/mailboxes?edit=new"
      header={[
        t("settings.mailboxes.address"),
        t("settings.mailboxes.senderName"),
        t("settings.active"),
        t("settings.mailboxes.state"),
      ]}
      rows={mailboxes.map((line) => ({
        key: line.id,
        editHref: `/settings/mailboxes?edit=${line.id}`,
        cells: [
          line.address,
          line.senderName,
          t(line.active ? "settings.yes" : "settings.no"),
          t(`settings.mailboxes.alarm.${alarms.get(line.id) ?? "none"}`),
        ],
      }))}
    >
      {(await searchParams).problem === "consent" && (
        <MailNotice alarm>{t("settings.mailboxes.consentProblem")}</MailNotice>
      )}
      {(mailbox || edit === "new") && (
        <OpenForm title={mailbox?.address ?? t("settings.add")}>
          <SettingsForm
            key={edit}
            action={saveMailbox.bind(null, mailbox?.id ?? null)}
            fields={fields}
            submit={t("settings.save")}
          />
        </OpenForm>
      )}
      {mailbox && (
        <MailboxServers
          mailbox={mailbox}
          connection={connection}
          hasAside={alarms.get(mailbox.id) === "quarantine"}
          t={t}
        />
      )}
    </SettingsList>
  );
}
