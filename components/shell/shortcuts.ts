"use client";
import { useEffect, useRef } from "react";

export interface Shortcut {
  /** "j", "g i", "mod+k", "?"; empty for what only the palette offers. */
  keys: string;
  run: () => void;
  /** With a label it also stands in the command palette. */
  label?: string;
  group?: "go" | "ticket" | "desk";
}

const layers: { current: readonly Shortcut[] }[] = [];
let firstStroke = "";
let forget: ReturnType<typeof setTimeout> | undefined;

/**
 * Keys that work while this component is on screen. A later layer wins over an earlier one. Typing in a field
 * or moving in a menu or dialog is never a shortcut; ⌘ combinations always are.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const layer = useRef(shortcuts);
  layer.current = shortcuts;
  useEffect(() => {
    if (layers.length === 0) document.addEventListener("keydown", onKeyDown);
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}

/** Everything with a label that can be done now, the innermost first. */
export function currentCommands(): Shortcut[] {
  return layers.toReversed().flatMap((layer) => layer.current.filter(({ label }) => label !== undefined));
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const key = keyOf(event);
  const withMod = event.metaKey || event.ctrlKey;
  if (!withMod && isBusy(event.target)) return;

  const stroke = withMod ? `mod+${key}` : key;
  const found = (firstStroke && find(`${firstStroke} ${stroke}`)) || find(stroke);
  clearTimeout(forget);
  firstStroke = "";
  if (found) {
    event.preventDefault();
    found.run();
  } else if (!withMod && layers.some((layer) => layer.current.some((s) => s.keys.startsWith(`${stroke} `)))) {
    firstStroke = stroke;
    forget = setTimeout(() => {
      firstStroke = "";
    }, 1_000);
  }
}

function find(keys: string): Shortcut | undefined {
  for (const layer of layers.toReversed()) {
    const found = layer.current.find((shortcut) => shortcut.keys === keys);
    if (found) return found;
  }
}

/** With a Korean input method on, the J key types ㅓ; the key that was pressed is what counts. */
function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  if (letter && !/^[a-z]$/i.test(key)) return letter;
  return key.length === 1 && !shiftKey ? key.toLowerCase() : key;
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  // In a dialog, even where nothing in it has the focus.
  if (document.querySelector("dialog:modal")) return true;
  return Boolean(target.closest('textarea, select, input:not([type="checkbox"]), [popover]'));
}
