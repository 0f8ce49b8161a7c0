"use client";
import { Search } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import type { Shell } from "#lib/reads/shell.ts";
import { inboxHref } from "../inbox/inbox-href.ts";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { CountText } from "./count-text.tsx";
import { allowedTo, deskItems, inboxItems, isCurrent, type NavItem, viewItems } from "./nav-items.ts";
import { UserMenu, type UserMenuProps } from "./user-menu.tsx";

export type SidebarProps = {
  shell: Shell;
  onSearch: () => void;
  onHelp: () => void;
} & Pick<UserMenuProps, "setAvailability" | "setLocale">;

/** All of it, 220 px wide: at the left of a wide screen, in a drawer elsewhere. */
export function Sidebar({ shell, onSearch, onHelp, ...me }: SidebarProps) {
  const { t, locale } = useI18n();
  const allowed = deskItems.filter(allowedTo(shell.me.role));
  return (
    <div className="flex h-full w-(--sidebar-width) flex-col bg-surface">
      <div className="flex h-12 shrink-0 items-center gap-2 px-3">
        <Link
          href="/inbox"
          className="flex items-center gap-2 rounded-md px-1 font-semibold text-base tracking-tight"
        >
          <BatonMark />
          Baton
        </Link>
      </div>
      <button
        type="button"
        onClick={onSearch}
        className="mx-3 mb-2 flex h-8 shrink-0 items-center gap-2 rounded-md border border-line bg-canvas px-2 text-faint text-sm hover:border-line-strong pointer-coarse:h-11"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 truncate text-left">{t("ui.search")}</span>
        <Kbd keys="⌘ K" />
      </button>
      <nav aria-label={t("shell.nav")} className="flex min-h-0 flex-1 flex-col">
        <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
          <Section title={t("shell.inbox")}>
            {inboxItems.filter(allowedTo(shell.me.role)).map((item) => (
              <Item key={item.href} item={item} count={item.count && shell.counts[item.count]} />
            ))}
          </Section>
          <Section title={t("shell.queues")}>
            {shell.queues.length === 0 && (
              <li className="px-2 py-1 text-faint text-xs">{t("shell.noQueues")}</li>
            )}
            {shell.queues.map((queue) => (
              <NavLink
                key={queue.id}
                href={`/inbox?queue=${encodeURIComponent(queue.key)}`}
                count={queue.count}
              >
                {queue.name[locale]}
              </NavLink>
            ))}
          </Section>
          {shell.views.length > 0 && (
            <Section title={t("shell.myViews")}>
              {shell.views.map((view) => (
                <NavLink
                  key={view.id}
                  href={inboxHref({ ...view.filter, saved: view.id })}
                  count={view.count ?? undefined}
                >
                  {view.name}
                </NavLink>
              ))}
            </Section>
          )}
          <Section title={t("shell.views")}>
            {viewItems.map((item) => (
              <Item key={item.href} item={item} count={item.count && shell.counts[item.count]} />
            ))}
          </Section>
        </div>
        {allowed.length > 0 && (
          <ul className="flex shrink-0 flex-col gap-px border-line border-t p-2">
            {allowed.map((item) => (
              <Item key={item.href} item={item} />
            ))}
          </ul>
        )}
      </nav>
      <div className="shrink-0 border-line border-t p-2">
        <UserMenu me={shell.me} onHelp={onHelp} {...me} />
      </div>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-3 first:mt-0">
      <h2 className="px-2 pb-1 font-medium text-faint text-xs">{title}</h2>
      <ul className="flex flex-col gap-px">{children}</ul>
    </section>
  );
}

function Item({ item, count }: { item: NavItem; count?: number | undefined }) {
  const { t } = useI18n();
  const Icon = item.icon;
  return (
    <NavLink
      href={item.href}
      count={count}
      icon={<Icon aria-hidden className={cx("size-4", item.assistant ? "text-assistant" : "text-faint")} />}
    >
      {t(item.label)}
    </NavLink>
  );
}

function NavLink({
  href,
  count,
  icon,
  children,
}: {
  href: string;
  count?: number | undefined;
  icon?: ReactNode;
  children: ReactNode;
}) {
  const current = isCurrent(href, usePathname(), useSearchParams());
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        aria-current={current ? "page" : undefined}
        className={cx(
          "flex h-7 items-center gap-2 rounded-md px-2 text-muted text-sm transition-colors duration-75 hover:bg-hover hover:text-ink pointer-coarse:h-11",
          current && "bg-pressed font-medium text-ink hover:bg-pressed",
        )}
      >
        {icon ?? (
          <span
            aria-hidden
            className="flex size-4 items-center justify-center before:size-1.5 before:rounded-full before:bg-line-strong"
          />
        )}
        <span className="min-w-0 flex-1 truncate">{children}</span>
        {count !== undefined && count > 0 && (
          <span className={cx("tabular text-xs", current ? "text-muted" : "text-faint")}>
            <CountText n={count} />
          </span>
        )}
      </Link>
    </li>
  );
}

export function BatonMark() {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className="size-5">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path d="M8 23 21.5 9.5" strokeWidth="5" strokeLinecap="round" className="stroke-accent-ink" />
      <circle cx="24" cy="23" r="2.6" className="fill-accent-ink opacity-70" />
    </svg>
  );
}
