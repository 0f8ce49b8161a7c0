"use client";
import { Lock } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useI18n } from "#components/ui/i18n-provider.tsx";

export default function DeskForbidden() {
  const { t } = useI18n();
  return (
    <EmptyState
      icon={<Lock />}
      title={t("ui.forbiddenTitle")}
      headline
      className="h-full"
      action={
        <Link href="/inbox" className={buttonClass()}>
          {t("ui.toInbox")}
        </Link>
      }
    >
      {t("ui.forbiddenBody")}
    </EmptyState>
  );
}
