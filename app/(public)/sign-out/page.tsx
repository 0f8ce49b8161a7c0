import type { Metadata } from "next";
import { getI18n } from "#app/_server/i18n.ts";
import { CalmPage } from "#components/help/calm-page.tsx";
import { Button } from "#components/ui/button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("signIn.signOut"), robots: { index: false } };
}

/** Opening an address changes nothing; the button does. */
export default async function SignOutPage() {
  const { t } = await getI18n();
  return (
    <CalmPage
      title={t("signIn.signOut")}
      actions={
        <form action="/api/auth/sign-out" method="post">
          <Button type="submit" look="primary" size="lg">
            {t("signIn.signOut")}
          </Button>
        </form>
      }
    >
      <p>{t("signIn.signOutBody")}</p>
    </CalmPage>
  );
}
