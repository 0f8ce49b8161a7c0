import Link from "next/link";
import { cx } from "../ui/cx.ts";

export type SettingsNavItem = { href: string; label: string };

export function SettingsNav({
  label,
  items,
  path,
}: {
  label: string;
  items: readonly SettingsNavItem[];
  path: string;
}) {
  return (
    <nav
      aria-label={label}
      className="-mx-1 flex gap-1 overflow-x-auto pb-4 lg:mx-0 lg:w-44 lg:shrink-0 lg:flex-col lg:pb-0"
    >
      {items.map(({ href, label: name }) => {
        const here = path.split("?")[0] === href;
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
