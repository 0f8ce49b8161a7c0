"use client";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { useI18n } from "#components/ui/i18n-provider.tsx";

export default function DeskError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const { t } = useI18n();
  return (
    <ErrorState
      headline
      title={t("ui.errorTitle")}
      id={error.digest ? t("ui.errorId", { id: error.digest }) : undefined}
      action={<Button onClick={retry}>{t("ui.retry")}</Button>}
      className="flex h-full items-center justify-center"
    >
      {t("ui.errorBody")}
    </ErrorState>
  );
}
