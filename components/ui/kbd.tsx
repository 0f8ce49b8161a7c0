"use client";
import { useSyncExternalStore } from "react";
import { cx } from "./cx.ts";

/** `keys` is read as typed: "g i" is two strokes, "⌘ ↵" two keys. ⌘ is Ctrl where there is no such key. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  const isMac = useSyncExternalStore(neverChanges, readsMac, () => false);
  return (
    <span className={cx("inline-flex gap-0.5", className)}>
      {keys.split(" ").map((key, at) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed sequence, the same key may come twice
          key={at}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line bg-surface px-1 font-sans text-2xs text-muted"
        >
          {key === "⌘" && !isMac ? "Ctrl" : key}
        </kbd>
      ))}
    </span>
  );
}

const neverChanges = () => () => {};
const readsMac = () => /Mac|iPhone|iPad/.test(navigator.platform);
