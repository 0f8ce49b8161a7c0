import { connection } from "next/server";
import type { ReactNode } from "react";
import { DeskShell } from "#components/shell/desk-shell.tsx";
import { I18nProvider } from "#components/ui/i18n-provider.tsx";
import { ToastProvider } from "#components/ui/toast.tsx";
import { sectionsOf } from "#lib/i18n/messages.ts";
import type { MessageSection } from "#lib/i18n/translate.ts";
import { deskBell } from "../_server/bell.ts";
import { readPreferences } from "../_server/preferences.ts";
import { requireAgent } from "../_server/session.ts";
import { currentShell } from "../_server/shell.ts";
import { setAvailabilityAction, setOwnLocaleAction } from "./_actions/me.ts";

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

/** What every page of the desk stands in. The customer's pages carry none of it. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  await connection();
  // Before anything is read: the live stream goes on from here.
  const from = deskBell().now();
  const ctx = await requireAgent();
  const [shell, { locale, timeZone }] = await Promise.all([currentShell(), readPreferences()]);
  return (
    <I18nProvider
      locale={locale}
      timeZone={timeZone}
      now={ctx.now.getTime()}
      messages={sectionsOf(locale, sections)}
    >
      <ToastProvider>
        <DeskShell shell={shell} setAvailability={setAvailabilityAction} setLocale={setOwnLocaleAction}>
          {children}
        </DeskShell>
        <data id="live-from" value={from} hidden />
      </ToastProvider>
    </I18nProvider>
  );
}
