import Link from "next/link";
import { getI18n } from "#app/_server/i18n.ts";
import { CalmPage } from "#components/help/calm-page.tsx";
import { buttonClass } from "#components/ui/button.tsx";

/** Mistyped, expired, withdrawn and forged links all look like this. */
export default async function GonePage() {
  const { t } = await getI18n();
  return (
    <CalmPage
      title={t("help.gone.title")}
      actions={
        <>
          <Link href="/help" prefetch={false} className={buttonClass("primary", "lg")}>
            {t("help.gone.home")}
          </Link>
          <Link href="/help/new" prefetch={false} className={buttonClass("secondary", "lg")}>
            {t("help.gone.write")}
          </Link>
        </>
      }
    >
      <p>{t("help.gone.body")}</p>
    </CalmPage>
  );
}
