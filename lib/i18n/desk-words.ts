import { createHash } from "node:crypto";
import type { Locale } from "./locale.ts";
import { sectionsOf } from "./messages.ts";
import type { MessageSection, Messages } from "./translate.ts";

/** What the desk's islands say; the pages' own words stay on the server. */
const sections: readonly MessageSection[] = [
  "ui",
  "shell",
  "palette",
  "keys",
  "status",
  "priority",
  "inbox",
  "snooze",
  "views",
  "mark",
  "ticket",
  "composer",
  "together",
  "macros",
  "assistant",
  "gate",
  "gateSaw",
  "translation",
  "replay",
  "nextStep",
  "clock",
  "routing",
  "customer",
  "activity",
  "event",
  "error",
  "fields",
  "links",
  "side",
  "block",
  "cue",
  "duplicate",
  "merge",
  "split",
  "delivery",
  "ledger",
  "insights",
];

const of = (locale: Locale) => {
  const messages = sectionsOf(locale, sections);
  const json = JSON.stringify(messages);
  return { messages, json, version: createHash("sha256").update(json).digest("base64url").slice(0, 12) };
};

const words: Record<Locale, { messages: Messages; json: string; version: string }> = {
  en: of("en"),
  ko: of("ko"),
};

/** The desk's words in one language, once a version: a browser keeps them, so that no page has to carry them. */
export function deskWords(locale: Locale) {
  return words[locale];
}

/** Where a browser reads them. */
export function deskWordsHref(locale: Locale): string {
  return `/words/${locale}?v=${words[locale].version}`;
}
