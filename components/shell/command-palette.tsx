"use client";
import { useRouter } from "next/navigation";
import { type ComponentProps, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Shell } from "#lib/reads/shell.ts";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Modal } from "../ui/modal.tsx";
import { useActive } from "../ui/use-active.ts";
import { usePaletteFinds } from "./palette-finds.ts";
import { type PaletteItem, paletteGroups } from "./palette-groups.ts";
import { currentCommands } from "./shortcuts.ts";

export type CommandPaletteProps = { shell: Shell; onClose: () => void };

/** ⌘K: every action that is possible here, every place, and the way to a search. */
export function CommandPalette({ shell, onClose }: CommandPaletteProps) {
  const { t, locale } = useI18n();
  const router = useRouter();
  const [q, setQ] = useState("");
  const field = useRef<HTMLInputElement>(null);
  // With a finger as well: whoever opens it wants to type.
  useEffect(() => field.current?.focus(), []);
  const [commands] = useState(currentCommands);
  const finds = usePaletteFinds(q.trim());
  const groups = paletteGroups({ q: q.trim(), shell, commands, finds, t, locale });
  const items = groups.flatMap((group) => group.items);
  const choose = (key: string) => {
    const item = items.find((one) => one.key === key);
    if (!item) return;
    onClose();
    // After the dialog gave focus back, so that a command may take it.
    setTimeout(() => ("run" in item ? item.run() : router.push(item.href as never)), 60);
  };
  const active = useActive({ keys: items.map(({ key }) => key), onChoose: choose });
  return (
    <Modal
      onClose={onClose}
      aria-label={t("shell.palette")}
      className="floating fixed inset-x-2 top-[8vh] bottom-auto mx-auto h-auto w-auto max-w-xl overflow-hidden rounded-lg bg-raised shadow-float"
    >
      <input
        ref={field}
        {...active.box}
        value={q}
        onChange={(event) => {
          setQ(event.target.value);
          active.reset();
        }}
        aria-label={t("shell.palette")}
        placeholder={t("palette.placeholder")}
        className="h-12 w-full border-line border-b bg-transparent px-4 text-md outline-none"
      />
      <div
        role="listbox"
        {...active.list}
        aria-label={t("shell.palette")}
        className="max-h-[min(26rem,60dvh)] overflow-y-auto overscroll-contain p-1"
      >
        {groups.map(({ title, items: own }) => (
          <Group key={title ?? ""} title={title}>
            {own.map((item) => (
              <Item
                key={item.key}
                item={item}
                active={active.isActive(item.key)}
                {...active.option(item.key)}
              />
            ))}
          </Group>
        ))}
      </div>
    </Modal>
  );
}

function Group({ title, children }: { title: string | null; children: ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a list of options
    <div role="group" aria-labelledby={title ? id : undefined}>
      {title && (
        <div id={id} className="px-3 pt-3 pb-1 text-faint text-xs">
          {title}
        </div>
      )}
      {children}
    </div>
  );
}

type ItemProps = { item: PaletteItem; active: boolean } & ComponentProps<"div">;

function Item({ item: { label, before, after, icon: Icon, keys }, active, ...rest }: ItemProps) {
  return (
    <div
      role="option"
      tabIndex={-1}
      {...rest}
      aria-selected={active}
      className={cx(
        "flex h-9 cursor-default items-center gap-3 rounded-md px-3 text-sm pointer-coarse:h-11",
        active && "bg-hover",
      )}
    >
      {Icon === "dot" && (
        <span
          aria-hidden
          className="flex size-4 items-center justify-center before:size-1.5 before:rounded-full before:bg-line-strong"
        />
      )}
      {Icon && Icon !== "dot" && <Icon aria-hidden className="size-4 text-faint" />}
      {before && <span className="tabular shrink-0 text-faint">{before}</span>}
      <span className="min-w-0 flex-1 truncate" dir="auto">
        {label}
      </span>
      {after && <span className="max-w-32 truncate text-faint text-xs">{after}</span>}
      {keys && <Kbd keys={keys} />}
    </div>
  );
}
