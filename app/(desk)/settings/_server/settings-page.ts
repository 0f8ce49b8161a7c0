import "server-only";
import { forbidden } from "next/navigation";
import { getI18n } from "#app/_server/i18n.ts";
import { requireAgent } from "#app/_server/session.ts";
import { may, type Permission } from "#lib/domain/people/permissions.ts";

/** What every settings page begins with: who, which words, and what the address asks to edit. */
export async function openSettings(
  needs: Permission,
  searchParams: Promise<Record<string, string | string[] | undefined>>,
) {
  const ctx = await requireAgent();
  if (!may(ctx.actor, needs)) forbidden();
  const [{ t, locale, timeZone }, asked] = await Promise.all([getI18n(), searchParams]);
  return {
    ctx,
    t,
    locale,
    timeZone,
    /** "new", an id, or "". */
    edit: typeof asked.edit === "string" ? asked.edit : "",
    search: typeof asked.q === "string" ? asked.q.slice(0, 100) : "",
    list: {
      saved: asked.saved === "1",
      words: {
        add: t("settings.add"),
        edit: t("settings.edit"),
        empty: t("settings.empty"),
        saved: t("settings.saved"),
      },
    },
  };
}
