"use client";
import { useRouter } from "next/navigation";
import { useI18n } from "../ui/i18n-provider.tsx";
import { applyLocale, applyTheme } from "./preferences.ts";
import { type Shortcut, useShortcuts } from "./shortcuts.ts";
import type { UserMenuProps } from "./user-menu.tsx";

/** What the menu of one's account does, for the palette; nothing of it has a key of its own. */
export function useDeskCommands({
  setAvailability,
  setLocale,
}: Pick<UserMenuProps, "setAvailability" | "setLocale">): void {
  const { t, locale } = useI18n();
  const router = useRouter();
  const other = locale === "en" ? "ko" : "en";
  const command = (label: string, run: () => void): Shortcut => ({ keys: "", group: "desk", label, run });
  useShortcuts([
    ...(["online", "away", "offline"] as const).map((value) =>
      command(`${t("shell.availability")}: ${t(`shell.${value}`)}`, () => void setAvailability(value)),
    ),
    ...(["light", "dark", "system"] as const).map((theme) =>
      command(`${t("shell.theme")}: ${t(`shell.${theme}`)}`, () => applyTheme(theme)),
    ),
    command(other === "ko" ? "한국어" : "English", async () => {
      applyLocale(other);
      await setLocale(other);
      router.refresh();
    }),
    command(t("palette.help"), () => window.location.assign("/help")),
    command(t("shell.signOut"), () => window.location.assign("/sign-out")),
  ]);
}
