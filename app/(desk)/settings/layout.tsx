import type { ReactNode } from "react";
import { getI18n } from "#app/_server/i18n.ts";
import { requireAgent } from "#app/_server/session.ts";
import { readVisitor } from "#app/_server/visitor.ts";
import { SettingsNav } from "#components/settings/settings-nav.tsx";
import { DeskPage } from "#components/shell/desk-page.tsx";
import { may, type Permission } from "#lib/domain/people/permissions.ts";
import type { MessageKey } from "#lib/i18n/translate.ts";

const pages: [path: string, label: MessageKey, needs: Permission | null][] = [
  ["queues", "settings.queues.title", "queue.write"],
  ["routing", "settings.routing.title", "queue.write"],
  ["simulation", "settings.simulation.title", "queue.write"],
  ["skills", "settings.skills.title", "queue.write"],
  ["fields", "settings.fields.title", "queue.write"],
  ["categories", "settings.categories.title", "assistant.write"],
  ["articles", "settings.articles.title", "article.write"],
  ["service-levels", "settings.clocks.title", "sla.write"],
  ["what-if", "settings.whatIf.title", "sla.write"],
  ["agents", "settings.agents.title", "agent.write"],
  ["mailboxes", "settings.mailboxes.title", "mailbox.write"],
  ["tokens", "settings.tokens.title", "token.write"],
  ["webhooks", "settings.webhooks.title", "setting.write"],
  ["desk", "settings.desk.title", "setting.write"],
  ["notifications", "settings.notify.title", null],
  ["profile", "settings.profile.title", null],
];

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const ctx = await requireAgent();
  const [{ t }, { path }] = await Promise.all([getI18n(), readVisitor()]);
  const items = pages
    .filter(([, , needs]) => needs === null || may(ctx.actor, needs))
    .map(([page, label]) => ({ href: `/settings/${page}`, label: t(label) }));
  return (
    <DeskPage>
      <div className="flex flex-col lg:flex-row lg:gap-10">
        <SettingsNav label={t("settings.nav")} items={items} path={path} />
        <div className="min-w-0 flex-1">{children}</div>
      </div>
    </DeskPage>
  );
}
