"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { Bookmark, Settings } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Shell } from "#lib/reads/shell.ts";
import { inboxHref } from "../inbox/inbox-href.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { deskItems, inboxItems, viewItems } from "./nav-items.ts";
import { usePaletteFinds } from "./palette-finds.ts";
import { currentCommands, type Shortcut } from "./shortcuts.ts";

export type CommandPaletteProps = { shell: Shell; open: boolean; onOpenChange: (open: boolean) => void };

const itemClass =
  "flex h-9 cursor-default items-center gap-3 rounded-md px-3 text-sm data-[selected=true]:bg-hover pointer-coarse:h-11";
const groupClass =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs";

/** ⌘K: every action that is possible here, every place, and the way to a search. */
export function CommandPalette({ shell, open, onOpenChange }: CommandPaletteProps) {
  const { t, locale } = useI18n();
  const router = useRouter();
  const [q, setQ] = useState("");
  const run = (action: () => void) => {
    onOpenChange(false);
    setQ("");
    // After the dialog gave focus back, so that a command may take it.
    setTimeout(action, 60);
  };
  const go = (href: string) => run(() => router.push(href as never));
  const number = /^#?(\d{1,12})$/.exec(q.trim())?.[1];
  const commands = open ? currentCommands() : [];
  const finds = usePaletteFinds(open, q.trim());
  const places = [...inboxItems, ...viewItems, ...deskItems].filter(
    ({ roles }) => !roles || roles.includes(shell.me.role),
  );
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-50 bg-shade transition-opacity duration-100 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Base.Popup className="floating fixed inset-x-2 top-[8vh] z-50 mx-auto max-w-xl overflow-hidden rounded-lg bg-raised shadow-float outline-none">
          <Base.Title className="sr-only">{t("shell.palette")}</Base.Title>
          <Command label={t("shell.palette")} loop>
            <Command.Input
              value={q}
              onValueChange={setQ}
              placeholder={t("palette.placeholder")}
              className="h-12 w-full border-line border-b bg-transparent px-4 text-md outline-none"
            />
            <Command.List className="max-h-[min(26rem,60dvh)] overflow-y-auto p-1">
              <Command.Empty className="px-3 py-6 text-center text-muted text-sm">
                {t("palette.empty")}
              </Command.Empty>
              <Group
                title={t("palette.ticket")}
                commands={commands.filter((c) => c.group === "ticket")}
                run={run}
              />
              {q.trim() && (
                <Command.Group forceMount className={groupClass}>
                  {number && (
                    <Command.Item
                      forceMount
                      value={`open ${q}`}
                      className={itemClass}
                      onSelect={() => go(`/tickets/${number}`)}
                    >
                      {t("palette.open", { number })}
                    </Command.Item>
                  )}
                  {finds.tickets.map(({ number: found, subject, customer }) => (
                    <Command.Item
                      key={found}
                      forceMount
                      value={`ticket ${found} ${q}`}
                      className={itemClass}
                      onSelect={() => go(`/tickets/${found}`)}
                    >
                      <span className="tabular shrink-0 text-faint">#{found}</span>
                      <span className="min-w-0 flex-1 truncate" dir="auto">
                        {subject}
                      </span>
                      <span className="max-w-32 truncate text-faint text-xs">{customer}</span>
                    </Command.Item>
                  ))}
                  <Command.Item
                    forceMount
                    value={`search ${q}`}
                    className={itemClass}
                    onSelect={() => go(`/inbox?q=${encodeURIComponent(q.trim())}`)}
                  >
                    {t("palette.search", { q: q.trim() })}
                  </Command.Item>
                </Command.Group>
              )}
              <Command.Group heading={t("palette.go")} className={groupClass}>
                {places.map(({ href, label, icon: Icon }) => (
                  <Command.Item
                    key={href}
                    value={`${t(label)} ${href}`}
                    className={itemClass}
                    onSelect={() => go(href)}
                  >
                    <Icon aria-hidden className="size-4 text-faint" />
                    {t(label)}
                  </Command.Item>
                ))}
                {finds.places.map(({ href, label }) => (
                  <Command.Item
                    key={href}
                    value={`${t("shell.settings")} ${label} ${href}`}
                    className={itemClass}
                    onSelect={() => go(href)}
                  >
                    <Settings aria-hidden className="size-4 text-faint" />
                    <span className="text-faint">{t("shell.settings")}</span>
                    {label}
                  </Command.Item>
                ))}
                {shell.views.map(({ id, name, filter }) => (
                  <Command.Item
                    key={id}
                    value={`${name} ${t("shell.views")} ${id}`}
                    className={itemClass}
                    onSelect={() => go(inboxHref({ ...filter, saved: id }))}
                  >
                    <Bookmark aria-hidden className="size-4 text-faint" />
                    {name}
                  </Command.Item>
                ))}
                {shell.queues.map((queue) => (
                  <Command.Item
                    key={queue.id}
                    value={`${queue.name.en} ${queue.name.ko} ${queue.key}`}
                    className={itemClass}
                    onSelect={() => go(`/inbox?queue=${encodeURIComponent(queue.key)}`)}
                  >
                    <span
                      aria-hidden
                      className="flex size-4 items-center justify-center before:size-1.5 before:rounded-full before:bg-line-strong"
                    />
                    {queue.name[locale]}
                  </Command.Item>
                ))}
              </Command.Group>
              <Group
                title={t("palette.desk")}
                commands={commands.filter((c) => c.group === "desk")}
                run={run}
              />
            </Command.List>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function Group({
  title,
  commands,
  run,
}: {
  title: string;
  commands: Shortcut[];
  run: (action: () => void) => void;
}) {
  if (commands.length === 0) return null;
  return (
    <Command.Group heading={title} className={groupClass}>
      {commands.map((command) => (
        <Command.Item
          key={command.label}
          value={command.label}
          className={itemClass}
          onSelect={() => run(command.run)}
        >
          <span className="flex-1">{command.label}</span>
          {command.keys && <Kbd keys={command.keys.replace("mod+", "⌘ ")} />}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
