import { pluralRules } from "./formats.ts";
import type { Locale } from "./locale.ts";

export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Fills one message. Two forms, a small part of ICU MessageFormat:
 * `{name}` and `{count, plural, =0 {…} one {…} other {…}}`, where `#` is the number in the reader's digits.
 * Branches are whole sentences and may hold `{name}`, not another plural.
 * A missing value shows as `{name}`: visible in a screenshot, harmless to a reader.
 */
export function formatMessage(locale: Locale, message: string, values: MessageValues = {}): string {
  if (!message.includes("{")) return message;
  return split(message)
    .map((part) => (part.kind === "text" ? part.text : fill(locale, part.text, values)))
    .join("");
}

/** The names a message asks for; used to check that translations ask for the same. */
export function placeholders(message: string): string[] {
  const names = split(message).flatMap((part) => {
    if (part.kind === "text") return [];
    const plural = parsePlural(part.text);
    return plural
      ? [plural.name, ...Object.values(plural.branches).flatMap(placeholders)]
      : [part.text.trim()];
  });
  return [...new Set(names)].sort();
}

function fill(locale: Locale, inside: string, values: MessageValues): string {
  const plural = parsePlural(inside);
  if (!plural) {
    const value = values[inside.trim()];
    if (value === undefined) return `{${inside}}`;
    return typeof value === "number" ? value.toLocaleString(locale) : value;
  }
  const count = Number(values[plural.name] ?? 0);
  const rule = pluralRules(locale, {}).select(count);
  const branch = plural.branches[`=${count}`] ?? plural.branches[rule] ?? plural.branches.other ?? "";
  return formatMessage(locale, branch.replaceAll("#", count.toLocaleString(locale)), values);
}

interface Plural {
  name: string;
  branches: Record<string, string>;
}

function parsePlural(inside: string): Plural | undefined {
  const head = /^\s*(\w+)\s*,\s*plural\s*,/.exec(inside);
  if (!head?.[1]) return;
  const branches: Record<string, string> = {};
  let selector = "";
  for (const part of split(inside.slice(head[0].length))) {
    if (part.kind === "text") selector = part.text.trim();
    else branches[selector] = part.text;
  }
  return { name: head[1], branches };
}

type Part = { kind: "text" | "slot"; text: string };

/** Cuts at the outermost braces. */
function split(message: string): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= message.length; at++) {
    const char = message[at];
    if (char === "{" && depth++ === 0) {
      if (at > from) parts.push({ kind: "text", text: message.slice(from, at) });
      from = at + 1;
    } else if (char === "}" && depth > 0 && --depth === 0) {
      parts.push({ kind: "slot", text: message.slice(from, at) });
      from = at + 1;
    } else if (char === undefined && at > from) {
      parts.push({ kind: "text", text: message.slice(from) });
    }
  }
  return parts;
}
