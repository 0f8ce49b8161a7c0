import { Bookmark, type LucideIcon, Settings } from "lucide-react";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import type { Shell } from "#lib/reads/shell.ts";
import { inboxHref } from "../inbox/inbox-href.ts";
import { folded } from "../ui/folded.ts";
import { allowedTo, deskItems, inboxItems, viewItems } from "./nav-items.ts";
import type { PaletteFinds } from "./palette-finds.ts";
import type { Shortcut } from "./shortcuts.ts";

export type PaletteItem = {
  key: string;
  label: string;
  /** What it is found by besides its label; null when it always stands there. */
  words: string | null;
  before?: string;
  after?: string;
  icon?: LucideIcon | "dot";
  keys?: string;
} & ({ href: string } | { run: () => void });

export type PaletteGroup = { title: string | null; items: PaletteItem[] };

export type PaletteInput = {
  q: string;
  shell: Shell;
  commands: readonly Shortcut[];
  finds: PaletteFinds;
  t: Translate;
  locale: Locale;
};

/** Everything that can be done or gone to from here and has each of the words. */
export function paletteGroups({ q, shell, commands, finds, t, locale }: PaletteInput): PaletteGroup[] {
  const words = folded(q).split(/\s+/).filter(Boolean);
  const number = /^#?(\d{1,12})$/.exec(q)?.[1];
  const doing = (group: Shortcut["group"]): PaletteItem[] =>
    commands
      .filter((command) => command.group === group)
      .map(({ label = "", keys, run }) => ({
        key: `do ${label}`,
        label,
        words: "",
        run,
        ...(keys && { keys: keys.replace("mod+", "⌘ ") }),
      }));
  const asked: PaletteItem[] = q
    ? [
        ...(number
          ? [{ key: "open", label: t("palette.open", { number }), words: null, href: `/tickets/${number}` }]
          : []),
        ...finds.tickets.map((found) => ({
          key: `ticket ${found.number}`,
          before: `#${found.number}`,
          label: found.subject,
          after: found.customer,
          words: null,
          href: `/tickets/${found.number}`,
        })),
        {
          key: "search",
          label: t("palette.search", { q }),
          words: null,
          href: `/inbox?q=${encodeURIComponent(q)}`,
        },
      ]
    : [];
  const places: PaletteItem[] = [
    ...[...inboxItems, ...viewItems, ...deskItems]
      .filter(allowedTo(shell.me.role))
      .map(({ href, label, icon }) => ({ key: href, label: t(label), words: href, icon, href })),
    ...finds.places.map(({ href, label }) => ({
      key: href,
      before: t("shell.settings"),
      label,
      words: `${t("shell.settings")} ${href}`,
      icon: Settings,
      href,
    })),
    ...shell.views.map(({ id, name, filter }) => ({
      key: id,
      label: name,
      words: t("shell.views"),
      icon: Bookmark,
      href: inboxHref({ ...filter, saved: id }),
    })),
    ...shell.queues.map(({ id, key, name }) => ({
      key: id,
      label: name[locale],
      words: `${name.en} ${name.ko} ${key}`,
      icon: "dot" as const,
      href: `/inbox?queue=${encodeURIComponent(key)}`,
    })),
  ];
  const has = (item: PaletteItem) => {
    if (item.words === null) return true;
    const own = folded(`${item.label} ${item.words}`);
    return words.every((word) => own.includes(word));
  };
  return [
    { title: t("palette.ticket"), items: doing("ticket") },
    { title: null, items: asked },
    { title: t("palette.go"), items: places },
    { title: t("palette.desk"), items: doing("desk") },
  ]
    .map(({ title, items }) => ({ title, items: items.filter(has) }))
    .filter(({ items }) => items.length > 0);
}
