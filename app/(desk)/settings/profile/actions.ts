"use server";
import { currentSession } from "#app/_server/session.ts";
import type { SettingsState } from "#components/settings/field-spec.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { revokeSession, revokeSessions } from "#lib/services/people/revoke-sessions.ts";
import { changePassword } from "#lib/services/people/set-password.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

const back = "/settings/profile?saved=1";

export async function changeOwnPassword(_: SettingsState, form: FormData): Promise<SettingsState> {
  const { word } = readForm(form);
  const session = await currentSession();
  return save(
    form,
    (ctx) =>
      changePassword(ctx, { current: word("current"), next: word("next"), sessionId: session?.sessionId }),
    { back },
  );
}

/** Only one's own: another person's session is not there. */
export async function endSession(
  sessionId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  return save(form, (ctx) => revokeSession(ctx, { sessionId }), { back });
}

export async function endOtherSessions(_: SettingsState, form: FormData): Promise<SettingsState> {
  const session = await currentSession();
  return save(
    form,
    (ctx) => {
      if (ctx.actor.kind !== "agent") throw new ServiceError("forbidden", "Only people have sessions.");
      return revokeSessions(ctx, { agentId: ctx.actor.id, except: session?.sessionId });
    },
    { back },
  );
}
