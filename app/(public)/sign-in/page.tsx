import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { deskContext } from "#app/_server/desk.ts";
import { getI18n } from "#app/_server/i18n.ts";
import { currentSession } from "#app/_server/session.ts";
import { readVisitor } from "#app/_server/visitor.ts";
import { DemoEntry } from "#components/sign-in/demo-entry.tsx";
import { SignInForm } from "#components/sign-in/sign-in-form.tsx";
import { I18nProvider } from "#components/ui/i18n-provider.tsx";
import { safePath } from "#lib/domain/links/safe-path.ts";
import { sectionsOf } from "#lib/i18n/messages.ts";
import { readDeskBrand } from "#lib/reads/desk-brand.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("signIn.title"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const asked = await searchParams;
  const to = safePath(asked.callbackUrl);
  if (await currentSession()) redirect(to);
  const [{ t, locale, timeZone }, brand, { sameMachine }] = await Promise.all([
    getI18n(),
    readDeskBrand(deskContext()),
    readVisitor(),
  ]);
  return (
    <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center gap-8 px-4 py-12">
      <h1 className="font-semibold text-2xl tracking-tight">{t("signIn.title")}</h1>
      {asked.done === "1" && (
        <p role="status" className="rounded-md bg-accent-soft px-3 py-2 text-base">
          {t("signIn.link.done")}
        </p>
      )}
      {brand.demo && <DemoEntry t={t} here={sameMachine} />}
      <I18nProvider
        locale={locale}
        timeZone={timeZone}
        now={Date.now()}
        messages={sectionsOf(locale, ["signIn"])}
      >
        <SignInForm to={to} />
      </I18nProvider>
      <noscript>
        <p className="text-base text-muted">{t("signIn.needsScript")}</p>
      </noscript>
      <p className="flex flex-col gap-1 text-base">
        <Link href="/sign-in/reset" prefetch={false} className="py-1 text-accent-text hover:underline">
          {t("signIn.forgot")}
        </Link>
        <Link href="/help" prefetch={false} className="py-1 text-muted hover:underline">
          {t("signIn.toHelp")}
        </Link>
      </p>
    </div>
  );
}
