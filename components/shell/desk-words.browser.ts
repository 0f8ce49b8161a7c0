"use client";
import { use } from "react";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Messages } from "#lib/i18n/translate.ts";

const againMs = 2_000;
const asked = new Map<string, Promise<Messages>>();

/** The desk's words from the browser's cache, or from `href`; what is on screen waits for them. */
export function useDeskWords(_locale: Locale, href: string): Messages {
  const words = asked.get(href) ?? read(href);
  asked.set(href, words);
  return use(words);
}

async function read(href: string): Promise<Messages> {
  for (;;) {
    const answer = await fetch(href).catch(() => null);
    if (answer?.ok) return answer.json();
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}
