"use client";
import { PanelLeftOpen, Search } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Tooltip } from "../ui/tooltip.tsx";
import { CountText } from "./count-text.tsx";
import { allowedTo, deskItems, inboxItems, isCurrent } from "./nav-items.ts";
import { BatonMark, type SidebarProps } from "./sidebar.tsx";
import { UserMenu } from "./user-menu.tsx";

/** The sidebar where it is narrow: icons with their names on hover, and a button for the whole. */
export function Rail({ shell, onSearch, onHelp, onOpen, ...me }: SidebarProps & { onOpen: () => void }) {
  const { t } = useI18n();
  const pathname = usePathname();
  const query = useSearchParams();
  const allowed = deskItems.filter(({ roles }) => !roles || roles.includes(shell.me.role));
  return (
    <div className="flex h-full flex-col items-center gap-1 py-3">
      <Link href="/inbox" aria-label="Baton" className="mb-2 rounded-md">
        <BatonMark />
      </Link>
      <IconButton label={t("shell.openMenu")} onClick={onOpen}>
        <PanelLeftOpen />
      </IconButton>
      <IconButton label={t("ui.search")} shortcut="⌘ K" onClick={onSearch}>
        <Search />
      </IconButton>
      <nav aria-label={t("shell.nav")} className="mt-2 min-h-0 flex-1 overflow-y-auto">
        <ul className="flex flex-col gap-1">
          {[...inboxItems.filter(allowedTo(shell.me.role)), ...allowed].map((item) => {
            const Icon = item.icon;
            const count = item.count && shell.counts[item.count];
            const current = isCurrent(item.href, pathname, query);
            return (
              <li key={item.href}>
                <Tooltip
                  label={
                    count ? (
                      <>
                        {t(item.label)} · <CountText n={count} />
                      </>
                    ) : (
                      t(item.label)
                    )
                  }
                  side="right"
                >
                  <Link
                    href={item.href}
                    prefetch={false}
                    aria-label={t(item.label)}
                    aria-current={current ? "page" : undefined}
                    className={cx(
                      "relative flex size-9 items-center justify-center rounded-md text-faint hover:bg-hover hover:text-ink",
                      current && "bg-pressed text-ink",
                      item.assistant && "text-assistant",
                    )}
                  >
                    <Icon aria-hidden className="size-4.5" />
                  </Link>
                </Tooltip>
              </li>
            );
          })}
        </ul>
      </nav>
      <UserMenu me={shell.me} onHelp={onHelp} {...me} compact />
    </div>
  );
}
