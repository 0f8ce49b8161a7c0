import type { Metadata } from "next";
import Link from "next/link";
import { getI18n } from "#app/_server/i18n.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { sendReset } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("signIn.reset.title"), robots: { index: false } };
}

export default async function ResetPage({ searchParams }: PageProps<"/sign-in/reset">) {
  const { sent } = await searchParams;
  const { t } = await getI18n();
  return (
    <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center gap-6 px-4 py-12">
      <h1 className="font-semibold text-2xl tracking-tight">{t("signIn.reset.title")}</h1>
      {sent === "1" ? (
        <p role="status">{t("signIn.reset.sent")}</p>
      ) : (
        <form action={sendReset} className="flex flex-col gap-4">
          <p className="text-muted">{t("signIn.reset.lead")}</p>
          <Field label={t("signIn.email")}>
            <Input size="lg" type="email" name="email" autoComplete="username" required maxLength={320} />
          </Field>
          <Button type="submit" look="primary" size="lg">
            {t("signIn.reset.submit")}
          </Button>
        </form>
      )}
      <Link href="/sign-in" prefetch={false} className="py-1 text-accent-text text-base hover:underline">
        {t("signIn.reset.back")}
      </Link>
    </div>
  );
}
