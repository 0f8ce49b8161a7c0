import "server-only";
import type { FieldSpec } from "#components/settings/field-spec.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import type { readMailboxConnection } from "#lib/reads/mailbox-connection.ts";

type Connection = Awaited<ReturnType<typeof readMailboxConnection>>;

/** Everything that is asked about a mailbox's servers. Secrets are never shown again. */
export function connectionFields(t: Translate, connection: Connection): FieldSpec[] {
  const imap = connection?.imap;
  const smtp = connection?.smtp;
  const oauth = connection?.oauth;
  const said = (name: string) => t(`settings.mailboxes.${name}` as Parameters<Translate>[0]);
  const text = (name: string, value: string, maxLength = 320): FieldSpec => ({
    kind: "text",
    name,
    label: said(name),
    value,
    maxLength,
  });
  const secret = (name: string): FieldSpec => ({
    kind: "password",
    name,
    label: said(name),
    value: "",
    hint: said("keptSecret"),
    maxLength: 10_000,
  });
  const port = (name: string, value: number): FieldSpec => ({
    kind: "number",
    name,
    label: said(name),
    value,
    min: 1,
    max: 65_535,
  });
  const choice = (name: string, label: string, value: string, options: [string, string][]): FieldSpec => ({
    kind: "select",
    name,
    label: said(label),
    value,
    options: options.map(([one, word]) => ({ value: one, label: word })),
  });
  const lines = (name: string, value: readonly string[], hint?: string): FieldSpec => ({
    kind: "textarea",
    name,
    label: said(name),
    value: value.join("\n"),
    ...(hint && { hint: said(hint) }),
  });
  const securities: [string, string][] = [
    ["tls", said("tls")],
    ["starttls", said("starttls")],
    ["none", said("plain")],
  ];
  return [
    choice("door", "door", imap ? "imap" : "own", [
      ["own", said("doorOwn")],
      ["imap", said("doorImap")],
    ]),
    text("imapHost", imap?.host ?? "", 255),
    port("imapPort", imap?.port ?? 993),
    choice("imapSecurity", "security", imap?.security ?? "tls", securities),
    text("imapUser", imap?.user ?? ""),
    lines("folders", imap?.folders ?? ["INBOX"], "foldersHint"),
    choice("afterwards", "afterwards", imap?.afterwards ?? "seen", [
      ["seen", said("markSeen")],
      ["move", said("moveAway")],
    ]),
    text("moveTo", imap?.moveTo ?? "", 255),
    { kind: "check", name: "takeOld", label: said("takeOld"), value: imap?.takeOld ?? false },
    choice("auth", "auth", connection?.auth ?? "password", [
      ["password", said("withPassword")],
      ["google", "Google"],
      ["microsoft", "Microsoft"],
      ["other", said("withOther")],
    ]),
    secret("imapPassword"),
    text("clientId", oauth?.clientId ?? "", 500),
    secret("clientSecret"),
    text("tenant", oauth?.tenant ?? "", 100),
    text("authorizeUrl", oauth?.authorizeUrl ?? "", 2000),
    text("tokenUrl", oauth?.tokenUrl ?? "", 2000),
    text("scope", oauth?.scope ?? "", 1000),
    secret("refreshToken"),
    choice("out", "out", smtp ? "smtp" : "own", [
      ["own", said("outOwn")],
      ["smtp", said("outSmtp")],
    ]),
    text("smtpHost", smtp?.host ?? "", 255),
    port("smtpPort", smtp?.port ?? 587),
    choice("smtpSecurity", "security", smtp?.security ?? "starttls", securities),
    text("smtpUser", smtp?.user ?? ""),
    secret("smtpPassword"),
    lines("authservIds", connection?.authservIds ?? [], "authservIdsHint"),
    lines("trustedSealers", connection?.trustedSealers ?? []),
  ];
}
