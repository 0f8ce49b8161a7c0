"use server";
import { redirect } from "next/navigation";
import { currentSession } from "#app/_server/session.ts";
import type { SettingsState } from "#components/settings/field-spec.ts";
import { beginConsent } from "#lib/services/mailboxes/consent.ts";
import {
  makeDkimKey,
  retryQuarantined,
  type SaveConnection,
  saveConnection,
  testConnection,
} from "#lib/services/settings/mailbox-connection.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

const backTo = (mailboxId: string) => `/settings/mailboxes?edit=${mailboxId}`;

export async function saveServers(
  mailboxId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { word, number, checked, lines, choice } = readForm(form);
  const server = (which: "imap" | "smtp") => ({
    host: word(`${which}Host`).trim(),
    port: number(`${which}Port`),
    security: word(`${which}Security`) as "tls",
    user: word(`${which}User`).trim(),
  });
  const input: SaveConnection = {
    mailboxId,
    imap:
      word("door") === "imap"
        ? {
            ...server("imap"),
            folders: lines("folders"),
            afterwards: word("afterwards") as "seen",
            moveTo: choice("moveTo"),
            takeOld: checked("takeOld"),
          }
        : null,
    smtp: word("out") === "smtp" ? server("smtp") : null,
    auth: word("auth") as "password",
    oauth: word("clientId")
      ? {
          clientId: word("clientId").trim(),
          tenant: word("tenant").trim(),
          ...(word("auth") === "other" && {
            authorizeUrl: word("authorizeUrl").trim(),
            tokenUrl: word("tokenUrl").trim(),
            scope: word("scope").trim(),
          }),
        }
      : null,
    secrets: {
      imapPassword: word("imapPassword"),
      smtpPassword: word("smtpPassword"),
      clientSecret: word("clientSecret"),
      refreshToken: word("refreshToken").trim(),
    },
    authservIds: lines("authservIds"),
    trustedSealers: lines("trustedSealers"),
  };
  return save(form, (ctx) => saveConnection(ctx, input), { back: `${backTo(mailboxId)}&saved=1` });
}

export async function tryServer(
  mailboxId: string,
  direction: "imap" | "smtp",
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  return save(form, (ctx) => testConnection(ctx, { mailboxId, direction }), { back: backTo(mailboxId) });
}

/** To the provider, which sends the browser back to `consent/route.ts`. */
export async function signIn(mailboxId: string, _: SettingsState, form: FormData): Promise<SettingsState> {
  const sessionId = (await currentSession())?.sessionId ?? "";
  let provider = "";
  const state = await save(
    form,
    async (ctx) => {
      provider = (await beginConsent(ctx, { mailboxId, sessionId })).url;
    },
    {},
  );
  if (provider) redirect(provider as never);
  return state;
}

export async function makeKey(mailboxId: string, _: SettingsState, form: FormData): Promise<SettingsState> {
  return save(form, (ctx) => makeDkimKey(ctx, { mailboxId }), { back: backTo(mailboxId) });
}

export async function retryAside(
  mailboxId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  return save(form, (ctx) => retryQuarantined(ctx, { mailboxId }), { back: backTo(mailboxId) });
}
