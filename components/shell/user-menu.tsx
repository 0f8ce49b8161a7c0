"use client";
import { ChevronsUpDown, Clock, Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useOptimistic, useState, useTransition } from "react";
import { formatDateTime } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Shell } from "#lib/reads/shell.ts";
import { Avatar } from "../ui/avatar.tsx";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Menu, MenuItem, MenuLabel, MenuRadio, MenuSeparator } from "../ui/menu.tsx";
import { useToast } from "../ui/toast.tsx";
import { useReaderZone } from "../ui/use-reader-zone.ts";
import { applyLocale, applyTheme, currentTheme, type Theme } from "./preferences.ts";

type Availability = Shell["me"]["availability"];

export type UserMenuProps = {
  me: Shell["me"];
  onHelp: () => void;
  /** False when it was refused. */
  setAvailability: (availability: Availability, backAt?: string | null) => Promise<boolean>;
  /** Keeps the language with the account, for other devices; this one has it in a cookie. */
  setLocale: (locale: Locale) => Promise<boolean>;
  compact?: boolean;
};

const backChoices = ["half_hour", "hour", "two_hours", "tomorrow"] as const;

const dots: Record<Availability, string> = {
  online: "bg-accent",
  away: "bg-soon",
  offline: "bg-line-control",
};

/** Tomorrow is nine in the morning where the reader is. */
function backTime(choice: (typeof backChoices)[number], now: Date): Date {
  const minutes = { half_hour: 30, hour: 60, two_hours: 120 };
  if (choice !== "tomorrow") return new Date(now.getTime() + minutes[choice] * 60_000);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 9);
}

export function UserMenu({ me, onHelp, setAvailability, setLocale, compact }: UserMenuProps) {
  const { t, locale } = useI18n();
  const router = useRouter();
  const toast = useToast();
  const timeZone = useReaderZone();
  const [availability, setShown] = useOptimistic(me.availability);
  const [, startTransition] = useTransition();
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme(currentTheme()), []);

  const change = (next: Availability, backAt: string | null = null) =>
    startTransition(async () => {
      setShown(next);
      const isSet = await setAvailability(next, backAt).catch(() => false);
      if (!isSet) toast.show({ text: t("ui.failed"), tone: "breach" });
    });

  return (
    <Menu
      side="top"
      className="w-60"
      trigger={
        <button
          type="button"
          aria-label={compact ? t("shell.account") : undefined}
          className={cx(
            "flex items-center gap-2 rounded-md text-left hover:bg-hover data-[popup-open]:bg-hover",
            compact ? "p-1" : "w-full px-2 py-1.5",
          )}
        >
          <span className="relative">
            <Avatar name={me.name} />
            <span
              className={cx(
                "absolute -right-0.5 -bottom-0.5 size-2.5 rounded-full border-2 border-surface",
                dots[availability],
              )}
            />
          </span>
          {!compact && (
            <>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium text-sm leading-4">{me.name}</span>
                <span className="block truncate text-faint text-xs leading-4">
                  {t(`shell.${availability}`)}
                </span>
              </span>
              <ChevronsUpDown aria-hidden className="size-3.5 text-faint" />
            </>
          )}
        </button>
      }
    >
      <div className="px-2 pt-1 pb-2">
        <p className="truncate font-medium text-sm">{me.name}</p>
        <p className="truncate text-faint text-xs">
          {me.email} · {t(`shell.role.${me.role}`)}
        </p>
      </div>
      <MenuLabel>{t("shell.availability")}</MenuLabel>
      <MenuRadio
        value={availability}
        onValueChange={(next) => change(next)}
        options={(["online", "away", "offline"] as const).map((value) => ({
          value,
          label: t(`shell.${value}`),
          icon: (
            <span className="flex size-4 items-center justify-center">
              <span className={cx("size-2 rounded-full", dots[value])} />
            </span>
          ),
        }))}
      />
      {availability === "away" && (
        <>
          <MenuLabel>
            {me.backAt
              ? t("shell.awayUntil", { at: formatDateTime(locale, me.backAt, timeZone) })
              : t("shell.backWhen")}
          </MenuLabel>
          <MenuRadio
            value={null}
            onValueChange={(choice) => change("away", backTime(choice, new Date()).toISOString())}
            options={backChoices.map((value) => ({
              value,
              label: t(`shell.back.${value}`),
              icon: <Clock />,
            }))}
          />
        </>
      )}
      <MenuSeparator />
      <MenuLabel>{t("shell.theme")}</MenuLabel>
      <MenuRadio
        value={theme}
        onValueChange={(next) => {
          applyTheme(next);
          setTheme(next);
        }}
        options={[
          { value: "system", label: t("shell.system"), icon: <Monitor /> },
          { value: "light", label: t("shell.light"), icon: <Sun /> },
          { value: "dark", label: t("shell.dark"), icon: <Moon /> },
        ]}
      />
      <MenuSeparator />
      <MenuLabel>{t("shell.language")}</MenuLabel>
      <MenuRadio
        value={locale}
        onValueChange={(next) => {
          applyLocale(next);
          startTransition(async () => {
            const failed = () => toast.show({ text: t("ui.failed"), tone: "breach" });
            await setLocale(next).then(router.refresh, failed);
          });
        }}
        options={[
          { value: "en", label: <span lang="en">English</span> },
          { value: "ko", label: <span lang="ko">한국어</span> },
        ]}
      />
      <MenuSeparator />
      <MenuItem icon={<Keyboard />} shortcut="?" onSelect={onHelp}>
        {t("shell.shortcuts")}
      </MenuItem>
      <MenuItem icon={<LogOut />} onSelect={() => window.location.assign("/sign-out")}>
        {t("shell.signOut")}
      </MenuItem>
    </Menu>
  );
}
