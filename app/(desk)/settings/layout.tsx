import type { ReactNode } from "react";
import { getI18n } from "#app/_server/i18n.ts";
import { requireAgent } from "#app/_server/session.ts";
import { readVisitor } from "#app/_server/visitor.ts";
import { SettingsNav } from "#components/settings/settings-nav.tsx";
import { DeskPage } from "#components/shell/desk-page.tsx";
import { settingsPlaces } from "./_server/settings-places.ts";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const ctx = await requireAgent();
  const [{ t }, { path }] = await Promise.all([getI18n(), readVisitor()]);
  const items = settingsPlaces(ctx.actor, t);
  return (
    <DeskPage>
      <div className="flex flex-col lg:flex-row lg:gap-10">
        <SettingsNav label={t("settings.nav")} items={items} path={path} />
        <div className="min-w-0 flex-1">{children}</div>
      </div>
    </DeskPage>
  );
}
