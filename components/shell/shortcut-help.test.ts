import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sources = globSync("{components,app}/**/*.{ts,tsx}").map((path) => readFileSync(path, "utf8"));
const listened = new Set(
  sources.flatMap((text) => [...text.matchAll(/\bkeys: "([^"]+)"/g)].map((match) => match[1]!)),
);
/** Keys of the help as they are typed: "j k" and "o ↵" are two keys, "g i" is two strokes of one. */
const help = readFileSync("components/shell/shortcut-help.tsx", "utf8");
const told = [...help.matchAll(/\["([^"]+)", "[\w.]+"\]/g)].flatMap(([, keys]) => {
  if (keys!.startsWith("⌘ ")) return [`mod+${keys!.slice(2)}`];
  return keys!.startsWith("g ") ? [keys!] : keys!.split(" ");
});
const named: Record<string, string> = { "↵": "Enter", Esc: "Escape", "mod+K": "mod+k" };

/** The composer sends by itself while one types in it; the shelf of toasts takes its key only when it has one. */
const byThemselves = ["mod+↵", "F6"];

test("the help tells no key that nothing listens to", () => {
  const lies = told
    .filter((key) => !byThemselves.includes(key))
    .map((key) => named[key] ?? key)
    .filter((key) => !listened.has(key));
  expect(lies).toEqual([]);
});
