import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { deskContext } from "#app/_server/desk.ts";
import { getI18n } from "#app/_server/i18n.ts";
import { CalmPage } from "#components/help/calm-page.tsx";
import { ChoosePassword } from "#components/sign-in/choose-password.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { type LinkPurpose, readLink } from "#lib/services/people/one-time-link.ts";
import { choosePassword } from "./actions.ts";

export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

const kinds: Record<string, { purpose: LinkPurpose; key: "setUp" | "welcome" | "reset" }> = {
  "set-up": { purpose: "set_up", key: "setUp" },
  welcome: { purpose: "invite", key: "welcome" },
  reset: { purpose: "reset", key: "reset" },
};

/** Behind a link that works once: opening it changes nothing, the form does. */
export default async function LinkPage({ params }: PageProps<"/sign-in/[kind]/[token]">) {
  const { kind, token } = await params;
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!known) notFound();
  const { t } = await getI18n();
  const link = await readLink(deskContext(), { token, purposes: [known.purpose] });
  if (!link) {
    return (
      <CalmPage
        title={t("signIn.link.gone")}
        actions={
          <a href="/sign-in" className={buttonClass("secondary", "lg")}>
            {t("signIn.reset.back")}
          </a>
        }
      >
        <p>{t("signIn.link.goneBody")}</p>
      </CalmPage>
    );
  }
  const { email } = link.agent;
  return (
    <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center gap-6 px-4 py-12">
      <header>
        <h1 className="font-semibold text-2xl tracking-tight">{t(`signIn.link.${known.key}Title`)}</h1>
        <p className="mt-2 text-pretty text-muted">{t(`signIn.link.${known.key}Lead`, { email })}</p>
      </header>
      <ChoosePassword
        action={choosePassword.bind(null, token)}
        asksWho={known.purpose === "set_up"}
        words={{
          name: t("signIn.link.name"),
          email: t("signIn.email"),
          password: t("signIn.link.password"),
          passwordHint: t("signIn.link.passwordHint"),
          submit: t("signIn.link.submit"),
        }}
      />
    </div>
  );
}
