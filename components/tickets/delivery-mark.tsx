"use client";
import { Check, CircleAlert, Clock3 } from "lucide-react";
import type { MessageView } from "#lib/reads/ticket-view.ts";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";

/** Whether a mail left. Red only when it did not. */
export function DeliveryMark({ delivery }: { delivery: NonNullable<MessageView["delivery"]> }) {
  const { t } = useI18n();
  const { state, error, response } = delivery;
  const lost = delivery.reports.some(({ outcome }) => outcome === "bounced" || outcome === "refused");
  const failed = state === "failed" || state === "unknown" || lost;
  const kept = state === "sent" && response?.endsWith(".eml");
  const Icon = failed ? CircleAlert : state === "sent" ? Check : Clock3;
  return (
    <span
      title={error ?? response ?? undefined}
      className={cx("inline-flex items-center gap-1 text-xs", failed ? "text-breach-text" : "text-faint")}
    >
      <Icon aria-hidden className="size-3" />
      {lost ? t("delivery.notArrived") : kept ? t("ticket.delivery.kept") : t(`ticket.delivery.${state}`)}
    </span>
  );
}
