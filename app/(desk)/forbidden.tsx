import { Lock } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { getI18n } from "../_server/i18n.ts";

export default async function DeskForbidden() {
  const { t } = await getI18n();
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
