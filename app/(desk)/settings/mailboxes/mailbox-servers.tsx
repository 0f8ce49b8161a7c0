import "server-only";
import { PressForm } from "#components/settings/press-form.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { OpenForm } from "#components/settings/settings-list.tsx";
import type { Translate } from "#lib/i18n/translate.ts";
import type { readMailboxConnection } from "#lib/reads/mailbox-connection.ts";
import { makeKey, retryAside, saveServers, signIn, tryServer } from "./connection-actions.ts";
import { connectionFields } from "./connection-fields.ts";

export type MailboxServersProps = {
  mailbox: { id: string; address: string };
  connection: Awaited<ReturnType<typeof readMailboxConnection>>;
  hasAside: boolean;
  t: Translate;
};

/** Servers, tests and the signing key of one mailbox. The page refetches when a test ends. */
export function MailboxServers({ mailbox, connection, hasAside, t }: MailboxServersProps) {
  const { id, address } = mailbox;
  const domain = address.slice(address.lastIndexOf("@") + 1);
  return (
    <>
      <OpenForm title={t("settings.mailboxes.connection")}>
        <SettingsForm
          key={`servers-${id}-${connection?.version ?? 0}`}
          action={saveServers.bind(null, id)}
          fields={connectionFields(t, connection)}
          submit={t("settings.save")}
        />
        {connection?.signIn && (
          <div className="mt-4 flex flex-col gap-2 text-sm">
            <p role="status">
              {t(`settings.mailboxes.signIn.${connection.signIn.state}`, { error: connection.signIn.error })}
            </p>
            <p className="text-muted">
              {t("settings.mailboxes.redirectUri")}
              <code className="mt-1 block select-all break-all rounded-md bg-sunken p-2 font-mono">
                {connection.redirectUri}
              </code>
            </p>
          </div>
        )}
        <div className="mt-4 flex flex-wrap gap-3">
          {connection?.signIn && (
            <PressForm
              action={signIn.bind(null, id)}
              label={t("settings.mailboxes.signIn.begin")}
              look="primary"
            />
          )}
          {connection?.imap && (
            <PressForm action={tryServer.bind(null, id, "imap")} label={t("settings.mailboxes.testImap")} />
          )}
          {connection?.smtp && (
            <PressForm action={tryServer.bind(null, id, "smtp")} label={t("settings.mailboxes.testSmtp")} />
          )}
          {hasAside && <PressForm action={retryAside.bind(null, id)} label={t("settings.mailboxes.retry")} />}
        </div>
        <div role="status" className="mt-3 flex flex-col gap-1 text-sm">
          {[connection?.tests.imap, connection?.tests.smtp].map(
            (test) =>
              test && (
                <p key={test.direction}>
                  {t(`settings.mailboxes.test.${test.state}`, {
                    direction: test.direction.toUpperCase(),
                    result: test.result ?? "",
                  })}
                </p>
              ),
          )}
        </div>
      </OpenForm>
      <OpenForm title={t("settings.mailboxes.dkim")}>
        {connection?.dkimSelector ? (
          <div className="mb-4 text-sm">
            <p>{t("settings.mailboxes.dkimRecord")}</p>
            <code className="mt-1 block select-all break-all rounded-md bg-sunken p-2 font-mono">
              {`${connection.dkimSelector}._domainkey.${domain} TXT "v=DKIM1; k=rsa; p=${connection.dkimPublicKey}"`}
            </code>
          </div>
        ) : (
          <p className="mb-4 text-sm">{t("settings.mailboxes.dkimNone")}</p>
        )}
        <PressForm
          action={makeKey.bind(null, id)}
          label={t(connection?.dkimSelector ? "settings.mailboxes.dkimAgain" : "settings.mailboxes.dkimMake")}
          {...(connection?.dkimSelector && { sure: t("settings.mailboxes.dkimSure") })}
        />
      </OpenForm>
    </>
  );
}
