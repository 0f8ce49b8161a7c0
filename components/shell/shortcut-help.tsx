"use client";
import type { MessageKey } from "#lib/i18n/translate.ts";
import { Dialog } from "../ui/dialog.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { currentCommands } from "./shortcuts.ts";

const groups: readonly { title: MessageKey; keys: readonly (readonly [string, MessageKey])[] }[] = [
  {
    title: "keys.list",
    keys: [
      ["j k", "keys.move"],
      ["o ↵", "keys.open"],
      ["x", "keys.select"],
      ["h", "keys.snooze"],
      ["v", "keys.view"],
      ["/", "keys.search"],
    ],
  },
  {
    title: "keys.ticket",
    keys: [
      ["r", "keys.reply"],
      ["n", "keys.note"],
      ["⌘ ↵", "keys.send"],
      ["u", "keys.useDraft"],
      ["w", "keys.why"],
      ["a", "keys.assign"],
      ["i", "ticket.assignMe"],
      ["s", "keys.status"],
      ["p", "keys.priority"],
      ["t", "keys.tag"],
      ["e", "keys.solve"],
      ["m", "merge.menu"],
      ["Esc", "keys.back"],
    ],
  },
  {
    title: "keys.anywhere",
    keys: [
      ["⌘ K", "keys.palette"],
      ["g n", "keys.next"],
      ["g i", "keys.goInbox"],
      ["g m", "keys.goMine"],
      ["g d", "keys.goDashboard"],
      ["z", "keys.undo"],
      ["F6", "keys.notice"],
      ["?", "keys.help"],
    ],
  },
];

/** The keys of the table, and whatever else this screen listens to: no key works that is not told. */
export function ShortcutHelp({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { t } = useI18n();
  const told = new Set(groups.flatMap(({ keys }) => keys.map(([key]) => key)));
  const others = (open ? currentCommands() : []).filter(
    ({ keys }) => keys && !told.has(keys.replace("mod+", "⌘ ")),
  );
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("keys.title")} size="lg">
      <div className="grid gap-x-8 gap-y-5 pb-2 sm:grid-cols-3">
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="mb-2 font-medium text-faint text-xs">{t(group.title)}</h3>
            <dl className="flex flex-col gap-1.5 text-sm">
              {group.keys.map(([keys, label]) => (
                <div key={keys} className="flex items-start justify-between gap-3">
                  <dt className="text-muted">{t(label)}</dt>
                  <dd className="shrink-0">
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
            {group.title === "keys.ticket" && others.length > 0 && (
              <dl className="mt-1.5 flex flex-col gap-1.5 text-sm">
                {others.map(({ keys, label }) => (
                  <div key={keys} className="flex items-start justify-between gap-3">
                    <dt className="text-muted">{label}</dt>
                    <dd className="shrink-0">
                      <Kbd keys={keys.replace("mod+", "⌘ ")} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </section>
        ))}
      </div>
    </Dialog>
  );
}
