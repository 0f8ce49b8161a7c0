import { connection } from "next/server";
import type { ReactNode } from "react";
import { DeskShell } from "#components/shell/desk-shell.tsx";
import { DeskWords } from "#components/shell/desk-words.tsx";
import { ToastProvider } from "#components/ui/toast.tsx";
import { deskWordsHref } from "#lib/i18n/desk-words.ts";
import { deskBell } from "../_server/bell.ts";
import { readPreferences } from "../_server/preferences.ts";
import { requireAgent } from "../_server/session.ts";
import { currentShell } from "../_server/shell.ts";
import { setAvailabilityAction, setOwnLocaleAction } from "./_actions/me.ts";

/** What every page of the desk stands in. The customer's pages carry none of it. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  await connection();
  // Before anything is read: the live stream goes on from here.
  const from = deskBell().now();
  const ctx = await requireAgent();
  const [shell, { locale, timeZone }] = await Promise.all([currentShell(), readPreferences()]);
  const words = deskWordsHref(locale);
  return (
    <DeskWords locale={locale} timeZone={timeZone} now={ctx.now.getTime()} href={words}>
      <ToastProvider>
        <DeskShell shell={shell} setAvailability={setAvailabilityAction} setLocale={setOwnLocaleAction}>
          {children}
        </DeskShell>
        <link rel="preload" href={words} as="fetch" crossOrigin="anonymous" />
        <data id="live-from" value={from} hidden />
      </ToastProvider>
    </DeskWords>
  );
}
