import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { I18nProvider } from "#components/ui/i18n-provider.tsx";
import { RememberZone } from "#components/ui/remember-zone.tsx";
import { sectionsOf } from "#lib/i18n/messages.ts";
import { getI18n } from "./_server/i18n.ts";
import { readPreferences } from "./_server/preferences.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: { default: t("app.name"), template: `%s · ${t("app.name")}` }, description: t("app.what") };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#121315" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme, timeZone } = await readPreferences();
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <I18nProvider
          locale={locale}
          timeZone={timeZone}
          now={Date.now()}
          messages={sectionsOf(locale, ["ui"])}
        >
          <RememberZone />
          {children}
        </I18nProvider>
      </body>
    </html>
  );
}
