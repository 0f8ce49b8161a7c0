"use client";
import { Undo2, X } from "lucide-react";
import { useState, useTransition } from "react";
import type { BulkView } from "#lib/reads/bulk-change.ts";
import { useShortcuts } from "../shell/shortcuts.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { useToast } from "../ui/toast.tsx";
import { type ListActions, unreached } from "./list-actions.ts";

/** How far a change of many tickets is, what became of it, and the way back. */
export function BulkStrip({ bulk, undo }: { bulk: BulkView; undo: ListActions["undoBulk"] }) {
  const { t } = useI18n();
  const toast = useToast();
  const [seen, setSeen] = useState<string | null>(null);
  const [busy, startTransition] = useTransition();
  const mayUndo = bulk.state === "running" || (bulk.state === "done" && bulk.changed > 0);
  const takeBack = () =>
    startTransition(async () => {
      const result = await undo(bulk.id).catch(unreached);
      if (!result.ok) toast.show({ text: t("ui.failed"), tone: "breach" });
    });
  const isHidden = seen === `${bulk.id} ${bulk.state}`;
  useShortcuts(
    mayUndo && !isHidden
      ? [{ keys: "z", label: t("keys.undo"), group: "desk", run: () => !busy && takeBack() }]
      : [],
  );
  if (isHidden) return null;

  const done = bulk.total - bulk.waiting;
  const isRunning = bulk.state === "running" || bulk.state === "undoing";
  return (
    <div
      role="status"
      className="relative shrink-0 border-line border-b bg-raised px-4 py-1.5 text-muted text-xs"
    >
      <div className="flex min-h-7 items-center gap-2">
        <span className="tabular min-w-0 flex-1">
          {t(`inbox.bulk.${bulk.state}`, { done, total: bulk.total, n: bulk.changed })}
          {bulk.refused > 0 && (
            <span className="text-breach-text">
              {" "}
              {t(
                bulk.state === "undone" || bulk.state === "undoing" ? "inbox.bulk.kept" : "inbox.bulkFailed",
                {
                  n: bulk.refused,
                },
              )}
            </span>
          )}
        </span>
        {mayUndo && (
          <Button size="sm" look="quiet" disabled={busy} onClick={takeBack}>
            <Undo2 /> {t("inbox.bulk.undo")}
          </Button>
        )}
        {!isRunning && (
          <IconButton label={t("ui.close")} onClick={() => setSeen(`${bulk.id} ${bulk.state}`)}>
            <X />
          </IconButton>
        )}
      </div>
      {isRunning && (
        <div aria-hidden className="absolute inset-x-0 bottom-0 h-0.5 bg-line">
          <div className="h-full bg-accent" style={{ width: `${(100 * done) / Math.max(1, bulk.total)}%` }} />
        </div>
      )}
    </div>
  );
}
