"use client";
import { CalmPage } from "#components/help/calm-page.tsx";
import { Button } from "#components/ui/button.tsx";
import { useI18n } from "#components/ui/i18n-provider.tsx";

/** Its words are in the section that every page has. */
export default function FailedPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const { t } = useI18n();
  return (
    <CalmPage
      title={t("ui.errorTitle")}
      actions={
        <Button look="primary" size="lg" onClick={reset}>
          {t("ui.retry")}
        </Button>
      }
    >
      <p>{t("ui.errorBody")}</p>
      {error.digest && (
        <code className="mt-2 block select-all font-mono text-faint text-sm">{error.digest}</code>
      )}
    </CalmPage>
  );
}
