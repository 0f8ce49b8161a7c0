"use server";
import { getI18n } from "#app/_server/i18n.ts";
import type { SettingsState } from "#components/settings/field-spec.ts";
import type { Role } from "#lib/domain/people/permissions.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import { createAgent, inviteAgent } from "#lib/services/people/create-agent.ts";
import { revokeSessions } from "#lib/services/people/revoke-sessions.ts";
import { updateAgent } from "#lib/services/people/update-agent.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

const back = "/settings/agents?saved=1";
const conflict = "settings.agents.lastAdmin" as const;

export async function saveAgent(
  agentId: string | null,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { word, choice, number, all, levels, checked } = readForm(form);
  const { t } = await getI18n();
  const fields = {
    email: word("email"),
    name: word("name"),
    role: word("role") as Role,
    locale: word("locale") as Locale,
    timeZone: word("timeZone"),
    capacity: number("capacity"),
    calendarId: choice("calendarId"),
    skills: levels("skills").map(({ id, level }) => ({ skillId: id, level })),
    queueIds: all("queues"),
  };
  return save(
    form,
    async (ctx) => {
      if (agentId) return updateAgent(ctx, { agentId, ...fields, active: checked("active") });
      const { invitation } = await createAgent(ctx, fields);
      const label = t("settings.agents.inviteHint", { name: fields.name });
      return invitation && { secret: { label, value: invitation.url } };
    },
    { back, conflict },
  );
}

export async function makeLinkFor(
  agent: { id: string; name: string },
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { t } = await getI18n();
  return save(
    form,
    async (ctx) => {
      const { url } = await inviteAgent(ctx, { agentId: agent.id });
      return { secret: { label: t("settings.agents.inviteHint", { name: agent.name }), value: url } };
    },
    { back },
  );
}

export async function signOutAgent(
  agentId: string,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  return save(form, (ctx) => revokeSessions(ctx, { agentId }), { back });
}
