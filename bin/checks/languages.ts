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

/** The names of a message's arguments, those inside plural branches too: `{count, plural, one {# of {all}} …}`. */
function placeholders(text: string): string {
  return [...new Set(argumentsOf(text))].sort().join(", ");
}

function argumentsOf(text: string): string[] {
  return bracedParts(text).flatMap((part) => {
    const comma = part.indexOf(",");
    if (comma < 0) return [part.trim()];
    return [part.slice(0, comma).trim(), ...bracedParts(part.slice(comma)).flatMap(argumentsOf)];
  });
}

/** What stands between the outermost braces. */
function bracedParts(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "{" && depth++ === 0) start = at + 1;
    if (text[at] === "}" && --depth === 0) parts.push(text.slice(start, at));
  }
  return parts;
}
