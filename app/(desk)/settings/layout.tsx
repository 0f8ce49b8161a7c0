import type { ReactNode } from "react";
import { getI18n } from "#app/_server/i18n.ts";
import { requireAgent } from "#app/_server/session.ts";
import { SettingsNav } from "#components/settings/settings-nav.tsx";
import { DeskPage } from "#components/shell/desk-page.tsx";
import { settingsPlaces } from "./_server/settings-places.ts";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const ctx = await requireAgent();
  const { t } = await getI18n();
  const items = settingsPlaces(ctx.actor, t);
  return (
    <DeskPage>
      <div className="flex flex-col lg:flex-row lg:gap-10">
        <SettingsNav label={t("settings.nav")} items={items} />
        <div className="min-w-0 flex-1">{children}</div>
      </div>
    </DeskPage>
  );
}
