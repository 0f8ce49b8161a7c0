"use client";
import { Menu as MenuIcon, Search } from "lucide-react";
import dynamic from "next/dynamic";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import type { Shell } from "#lib/reads/shell.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { CommandPalette } from "./command-palette.tsx";
import { Drawer } from "./drawer.tsx";
import { LiveRefresh } from "./live-refresh.tsx";
import { Rail } from "./rail.tsx";
import { keepRouterReads } from "./router-reads.ts";
import { useShortcuts } from "./shortcuts.ts";
import { BatonMark, Sidebar } from "./sidebar.tsx";
import { useDeskCommands } from "./use-desk-commands.ts";
import type { UserMenuProps } from "./user-menu.tsx";

const ShortcutHelp = dynamic(() => import("./shortcut-help.tsx").then((m) => m.ShortcutHelp), { ssr: false });

export type DeskShellProps = {
  shell: Shell;
  children: ReactNode;
} & Pick<UserMenuProps, "setAvailability" | "setLocale">;

/** Around every page of the desk: a sidebar from 1280 px, a rail from 768 px, a drawer on a phone. */
export function DeskShell({ shell, setAvailability, setLocale, children }: DeskShellProps) {
  const { t } = useI18n();
  const router = useRouter();
  const pathname = usePathname();
  const query = useSearchParams();
  const whole = useHydrated();
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const [drawer, setDrawer] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere closes the drawer
  useEffect(() => setDrawer(false), [pathname, query]);

  useEffect(() => keepRouterReads((href) => router.push(href as never)), [router]);
  useDeskCommands({ setAvailability, setLocale });
  useShortcuts([
    { keys: "mod+k", run: () => setPalette(true) },
    { keys: "?", label: t("shell.shortcuts"), group: "desk", run: () => setHelp(true) },
    { keys: "g i", run: () => router.push("/inbox") },
    { keys: "g m", run: () => router.push("/inbox?view=mine") },
    { keys: "g d", run: () => router.push("/dashboard" as never) },
  ]);

  const bar = {
    shell,
    setAvailability,
    setLocale,
    onSearch: () => setPalette(true),
    onHelp: () => setHelp(true),
  };
  return (
    <>
      <a
        href="#content"
        className="sr-only z-60 rounded-md bg-ink px-3 py-2 text-canvas focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("shell.skip")}
      </a>
      <div className="group/desk flex h-dvh flex-col md:flex-row">
        <header className="flex h-12 shrink-0 group-has-[[data-ticket]]/desk:hidden items-center gap-1 border-line border-b bg-surface px-2 md:hidden">
          <IconButton label={t("shell.openMenu")} onClick={() => setDrawer(true)}>
            <MenuIcon />
          </IconButton>
          <span className="flex flex-1 items-center gap-2 font-semibold">
            <BatonMark /> Baton
          </span>
          <IconButton label={t("ui.search")} onClick={() => setPalette(true)}>
            <Search />
          </IconButton>
        </header>
        <aside className="hidden shrink-0 border-line border-r md:block xl:hidden">
          <div className="h-full w-13 bg-surface">
            {whole && <Rail {...bar} onOpen={() => setDrawer(true)} />}
          </div>
        </aside>
        <aside className="hidden shrink-0 border-line border-r xl:block">
          <Sidebar {...bar} />
        </aside>
        {drawer && (
          <Drawer onClose={() => setDrawer(false)}>
            <Sidebar {...bar} />
          </Drawer>
        )}
        <main id="content" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-y-auto outline-none">
          {children}
        </main>
      </div>
      <LiveRefresh agentId={shell.me.id} />
      {palette && <CommandPalette shell={shell} onClose={() => setPalette(false)} />}
      {help && <ShortcutHelp open onOpenChange={setHelp} />}
    </>
  );
}
