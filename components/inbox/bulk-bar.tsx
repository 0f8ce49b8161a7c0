"use client";
import { Check, RotateCcw, ShieldAlert, Trash2, UserRoundPlus, X } from "lucide-react";
import { useTransition } from "react";
import type { BulkChange } from "#lib/domain/lists/bulk-change.ts";
import type { InboxFilter } from "#lib/reads/inbox-filter.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { useToast } from "../ui/toast.tsx";
import { listFilterOf } from "./inbox-href.ts";
import { type ListActions, unreached } from "./list-actions.ts";

export type BulkBarProps = {
  /** Ids of the picked tickets. */
  picked: readonly string[];
  filter: InboxFilter;
  /** Every ticket of the list is meant, not only the picked ones. */
  all: boolean;
  /** Whether the list goes on beyond what can be picked. */
  hasMore: boolean;
  onAll: () => void;
  agentId: string;
  startBulk: ListActions["startBulk"];
  onDone: () => void;
};

/** What can be done to several tickets at once. The change goes on when nobody looks; the strip above tells how far it is. */
export function BulkBar({ picked, filter, all, hasMore, onAll, agentId, startBulk, onDone }: BulkBarProps) {
  const { t } = useI18n();
  const toast = useToast();
  const [busy, startTransition] = useTransition();
  const isTrash = filter.view === "trash";

  const start = (change: BulkChange) =>
    startTransition(async () => {
      const tickets = all ? { filter: listFilterOf(filter) } : { ids: [...picked] };
      const result = await startBulk({ tickets, change }).catch(unreached);
      if (!result.ok) {
        const tooMany = result.fields?.includes("tickets");
        toast.show({ text: t(tooMany ? "inbox.bulkTooMany" : "ui.failed"), tone: "breach" });
      } else onDone();
    });

  return (
    <div
      role="toolbar"
      aria-label={all ? t("inbox.allSelected") : t("inbox.selected", { n: picked.length })}
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-1 border-line border-t bg-raised px-2 py-1"
    >
      <IconButton label={t("inbox.clearSelection")} onClick={onDone}>
        <X />
      </IconButton>
      <span className="tabular min-w-0 flex-1 truncate text-muted text-xs">
        {!all && t("inbox.selected", { n: picked.length })}
      </span>
      {isTrash ? (
        <Button size="sm" disabled={busy} onClick={() => start({ trashed: false })}>
          <RotateCcw /> {t("inbox.restore")}
        </Button>
      ) : (
        <>
          <Button size="sm" disabled={busy} onClick={() => start({ assigneeId: agentId })}>
            <UserRoundPlus /> {t("inbox.assignToMe")}
          </Button>
          <Button size="sm" disabled={busy} onClick={() => start({ status: "solved" })}>
            <Check /> {t("inbox.solve")}
          </Button>
          <IconButton
            label={t(filter.view === "spam" ? "inbox.notSpam" : "inbox.markSpam")}
            disabled={busy}
            onClick={() => start({ isSpam: filter.view !== "spam" })}
          >
            <ShieldAlert />
          </IconButton>
          <IconButton label={t("inbox.moveToTrash")} disabled={busy} onClick={() => start({ trashed: true })}>
            <Trash2 />
          </IconButton>
        </>
      )}
      {all && <p className="basis-full px-2 pb-1 text-muted text-xs">{t("inbox.allSelected")}</p>}
      {!all && hasMore && (
        <button
          type="button"
          onClick={onAll}
          className="basis-full px-2 pb-1 text-left text-accent-text text-xs underline underline-offset-2 pointer-coarse:min-h-11"
        >
          {t("inbox.selectAll")}
        </button>
      )}
    </div>
  );
}
