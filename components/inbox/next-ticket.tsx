"use client";
import { ListStart } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useShortcuts } from "../shell/shortcuts.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { useToast } from "../ui/toast.tsx";

export type NoTicket = "away" | "off_hours" | "full" | "nothing_fits" | "nothing_waits";
/** The number of the ticket that is mine now, or why there is none; null when it failed. */
export type ClaimNext = () => Promise<{ number: number } | { why: NoTicket } | null>;

/** Pull: the first in line that I may have becomes mine and opens. */
export function NextTicket({ claim }: { claim: ClaimNext }) {
  const { t } = useI18n();
  const router = useRouter();
  const toast = useToast();
  const [busy, startTransition] = useTransition();
  const take = () =>
    startTransition(async () => {
      const taken = await claim().catch(() => null);
      if (taken === null) toast.show({ text: t("ui.failed"), tone: "breach" });
      else if ("why" in taken) toast.show({ text: t(`routing.nextNone.${taken.why}`) });
      else router.push(`/tickets/${taken.number}?view=mine` as never);
    });
  useShortcuts([{ keys: "g n", label: t("keys.next"), group: "desk", run: () => !busy && take() }]);
  return (
    <IconButton label={t("routing.next")} shortcut="g n" aria-disabled={busy} onClick={() => !busy && take()}>
      <ListStart />
    </IconButton>
  );
}
