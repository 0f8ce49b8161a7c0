import "server-only";
import type { Actor } from "#lib/domain/people/actor.ts";
import { may, type Permission } from "#lib/domain/people/permissions.ts";
import type { MessageKey, Translate } from "#lib/i18n/translate.ts";

const pages: [path: string, label: MessageKey, needs: Permission | null][] = [
  ["queues", "settings.queues.title", "queue.write"],
  ["routing", "settings.routing.title", "queue.write"],
  ["simulation", "settings.simulation.title", "queue.write"],
  ["skills", "settings.skills.title", "queue.write"],
  ["fields", "settings.fields.title", "queue.write"],
  ["categories", "settings.categories.title", "assistant.write"],
  ["articles", "settings.articles.title", "article.write"],
  ["macros", "macros.title", "macro.write"],
  ["service-levels", "settings.clocks.title", "sla.write"],
  ["what-if", "settings.whatIf.title", "sla.write"],
  ["agents", "settings.agents.title", "agent.write"],
  ["mailboxes", "settings.mailboxes.title", "mailbox.write"],
  ["tokens", "settings.tokens.title", "token.write"],
  ["webhooks", "settings.webhooks.title", "setting.write"],
  ["desk", "settings.desk.title", "setting.write"],
  ["satisfaction", "settings.ratings.title", "setting.write"],
  ["notifications", "settings.notify.title", null],
  ["profile", "settings.profile.title", null],
];

/** The settings pages that somebody may open, in their language: for the pages' own navigation and the palette. */
export function settingsPlaces(actor: Actor, t: Translate): { href: string; label: string }[] {
  return pages
    .filter(([, , needs]) => needs === null || may(actor, needs))
    .map(([page, label]) => ({ href: `/settings/${page}`, label: t(label) }));
}
