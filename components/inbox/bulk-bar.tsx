"use client";
import { Check, UserRoundPlus, X } from "lucide-react";
import { useState } from "react";
import type { ChangeTicket, TicketChange } from "../tickets/ticket-actions.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { useToast } from "../ui/toast.tsx";

export type BulkBarProps = {
  /** Ids of the picked tickets. */
  picked: readonly string[];
  agentId: string;
  change: ChangeTicket;
  onDone: () => void;
};

/** What can be done to several tickets at once, one after the other with a count. */
export function BulkBar({ picked, agentId, change, onDone }: BulkBarProps) {
  const { t } = useI18n();
  const toast = useToast();
  const [done, setDone] = useState<number | null>(null);

  async function all(what: TicketChange) {
    let failed = 0;
    for (const [index, ticketId] of picked.entries()) {
      setDone(index);
      const result = await change({ ticketId, ...what });
      if (!result.ok) failed += 1;
    }
    setDone(null);
    onDone();
    if (failed > 0) toast.show({ text: t("inbox.bulkFailed", { n: failed }), tone: "breach" });
    else toast.show({ text: t("inbox.bulkDone", { n: picked.length }) });
  }

  return (
    <div
      role="toolbar"
      aria-label={t("inbox.selected", { n: picked.length })}
      className="flex h-11 shrink-0 items-center gap-1 border-line border-t bg-raised px-2"
    >
      <IconButton label={t("inbox.clearSelection")} onClick={onDone}>
        <X />
      </IconButton>
      <span className="tabular flex-1 text-muted text-xs">
        {done === null
          ? t("inbox.selected", { n: picked.length })
          : t("inbox.bulkProgress", { done, total: picked.length })}
      </span>
      <Button size="sm" disabled={done !== null} onClick={() => all({ assigneeId: agentId })}>
        <UserRoundPlus /> {t("inbox.assignToMe")}
      </Button>
      <Button size="sm" disabled={done !== null} onClick={() => all({ status: "solved" })}>
        <Check /> {t("inbox.solve")}
      </Button>
    </div>
  );
}
