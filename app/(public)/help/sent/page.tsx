import type { Metadata } from "next";
import Link from "next/link";
import { getI18n } from "#app/_server/i18n.ts";
import { CalmPage } from "#components/help/calm-page.tsx";
import { buttonClass } from "#components/ui/button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("help.sent.title") };
}

/** The same words for everybody: nothing here depends on what was sent. */
export default async function SentPage() {
  const { t } = await getI18n();
  return (
    <CalmPage
      title={t("help.sent.title")}
      actions={
        <Link href="/help" prefetch={false} className={buttonClass("secondary", "lg")}>
          {t("help.sent.home")}
        </Link>
      }
    >
      <p>{t("help.sent.body")}</p>
    </CalmPage>
  );
}
