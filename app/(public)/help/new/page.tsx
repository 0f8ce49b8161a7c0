import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getI18n } from "#app/_server/i18n.ts";
import { ContactForm } from "#components/help/contact-form.tsx";
import { sendForm } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("help.form.title") };
}

export default async function NewPage({ searchParams }: PageProps<"/help/new">) {
  const { body } = await searchParams;
  const { t, locale } = await getI18n();
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-8 px-4 py-10">
      <header>
        <h1 className="font-semibold text-2xl tracking-tight">{t("help.form.title")}</h1>
        <p className="mt-1 text-muted">{t("help.form.lead")}</p>
      </header>
      <ContactForm
        action={sendForm}
        formId={randomUUID()}
        lang={locale}
        body={typeof body === "string" ? body.slice(0, 1000) : ""}
        words={{
          name: t("help.form.name"),
          optional: t("help.form.optional"),
          email: t("help.form.email"),
          emailHint: t("help.form.emailHint"),
          subject: t("help.form.subject"),
          body: t("help.form.body"),
          bodyHint: t("help.form.bodyHint"),
          files: t("help.form.files"),
          filesHint: t("help.form.filesHint"),
          suggestions: t("help.form.suggestions"),
          send: t("help.form.send"),
          sending: t("help.form.sending"),
          trap: t("help.form.trap"),
        }}
      />
    </div>
  );
}
