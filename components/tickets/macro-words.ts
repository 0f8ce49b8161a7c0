import type { MacroActions } from "#lib/domain/macros/macro.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import type { DeskChoices } from "#lib/reads/desk-choices.ts";

type Words = { t: Translate; locale: Locale; choices: Pick<DeskChoices, "agents" | "queues" | "categories"> };

/** What a macro changes, one short phrase a change. */
export function macroWords(actions: MacroActions, { t, locale, choices }: Words): string[] {
  const { status, priority, queueId, categoryId, assignee, addTags = [], removeTags = [] } = actions;
  const queue = choices.queues.find(({ id }) => id === queueId)?.name[locale];
  const category = choices.categories.find(({ id }) => id === categoryId)?.name[locale];
  const person =
    typeof assignee === "object"
      ? choices.agents.find(({ id }) => id === assignee.agentId)?.name
      : assignee && t("macros.me");
  const named = (label: string, value: string | undefined) =>
    value ? [t("macros.sets", { what: label, value })] : [];
  return [
    ...named(t("ticket.status"), status && t(`status.${status}`)),
    ...named(t("ticket.priority"), priority && t(`priority.${priority}`)),
    ...named(t("ticket.queue"), queue),
    ...named(t("ticket.category"), category),
    ...named(t("ticket.assignee"), person),
    ...addTags.map((tag) => `+${tag}`),
    ...removeTags.map((tag) => `−${tag}`),
  ];
}
