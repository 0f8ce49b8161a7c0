"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "../ui/cx.ts";

export type SettingsNavItem = { href: string; label: string };

/** The layout around it is kept when one place follows another: where one is, the browser says. */
export function SettingsNav({ label, items }: { label: string; items: readonly SettingsNavItem[] }) {
  const path = usePathname();
  return (
    <nav
      aria-label={label}
      className="-mx-1 flex gap-1 overflow-x-auto pb-4 lg:mx-0 lg:w-44 lg:shrink-0 lg:flex-col lg:pb-0"
    >
      {items.map(({ href, label: name }) => {
        const here = path === href;
        return (
          <Link
            key={href}
            href={href}
            prefetch={false}
            aria-current={here ? "page" : undefined}
            className={cx(
              "whitespace-nowrap rounded-md px-2.5 py-1.5 text-sm pointer-coarse:py-2.5",
              here ? "bg-pressed font-medium text-ink" : "text-muted hover:bg-hover hover:text-ink",
            )}
          >
            {name}
          </Link>
        );
      })}
    </nav>
  );
}
