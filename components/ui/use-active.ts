"use client";
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useState } from "react";

export type ActiveOptions = {
  /** Every option that is shown, in order. */
  keys: readonly string[];
  first?: string | null;
  onChoose: (key: string) => void;
};

/** A search box that moves through a list while the focus stays in it: arrows move, Enter chooses. */
export function useActive({ keys, first = null, onChoose }: ActiveOptions) {
  const id = useId();
  const [active, setActive] = useState(first);
  const at = Math.max(0, keys.indexOf(active ?? ""));
  const idOf = (key: string) => `${id}-${key}`;
  const seek = (key: string) => document.getElementById(idOf(key))?.scrollIntoView({ block: "nearest" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    if (first) seek(first);
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const current = keys[at];
    if (step) {
      const next = keys.at((at + step) % keys.length);
      setActive(next ?? null);
      if (next !== undefined) seek(next);
    } else if (event.key === "Enter") {
      if (current !== undefined) onChoose(current);
    } else return;
    event.preventDefault();
  }

  return {
    /** Begins at the top again: the words have changed. */
    reset: () => setActive(null),
    isActive: (key: string) => keys[at] === key,
    box: {
      role: "combobox",
      "aria-expanded": true,
      "aria-autocomplete": "list",
      "aria-controls": id,
      "aria-activedescendant": keys[at] === undefined ? undefined : idOf(keys[at]),
      autoComplete: "off",
      spellCheck: false,
      onKeyDown,
    } as const,
    list: { id, tabIndex: -1 },
    option: (key: string) => ({
      id: idOf(key),
      onClick: () => onChoose(key),
      // The focus stays in the search box.
      onMouseDown: (event: MouseEvent) => event.preventDefault(),
      onPointerMove: () => setActive(key),
    }),
  };
}
