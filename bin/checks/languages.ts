import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#bin/build.ts";
import type { Check } from "./check.ts";

type Catalogue = { [key: string]: string | Catalogue };

export const languages: Check = {
  name: "English and Korean",
  run: async () => compareCatalogues(read("en"), read("ko")),
};

function read(locale: string): Catalogue {
  return JSON.parse(readFileSync(join(root, `lib/i18n/${locale}.json`), "utf8"));
}

/** The same keys, and in each message the same placeholders; none is empty. */
export function compareCatalogues(en: Catalogue, ko: Catalogue): string[] {
  const english = flatten(en);
  const korean = flatten(ko);
  const problems: string[] = [];
  for (const key of english.keys()) if (!korean.has(key)) problems.push(`${key} is missing in ko.json`);
  for (const key of korean.keys()) if (!english.has(key)) problems.push(`${key} is missing in en.json`);
  for (const [key, text] of english) {
    const other = korean.get(key);
    if (other === undefined) continue;
    if (text.trim() === "" || other.trim() === "") problems.push(`${key} is empty`);
    const [wanted, found] = [placeholders(text), placeholders(other)];
    if (wanted !== found) problems.push(`${key}: English has {${wanted}}, Korean has {${found}}`);
  }
  return problems;
}

function flatten(catalogue: Catalogue, path = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === "string") flat.set(path + key, value);
    else for (const [below, text] of flatten(value, `${path}${key}.`)) flat.set(below, text);
  }
  return flat;
}

/** `{name}` and `{count, plural, …}` alike are known by their first word. */
function placeholders(text: string): string {
  const names = [...text.matchAll(/\{\s*([a-zA-Z]\w*)\s*[},]/g)].map(([, name]) => name);
  return [...new Set(names)].sort().join(", ");
}
