"use client";
import { useTransition } from "react";
import type { ComparedFolder } from "#lib/reads/mailbox-comparison.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";

/** Mailboxes on other servers: what is there, beside what is in the ledger. */
export function ComparedFolders({
  folders,
  compare,
  mayCompare,
}: {
  folders: ComparedFolder[];
  compare: (mailboxId: string) => Promise<void>;
  mayCompare: boolean;
}) {
  const { t } = useI18n();
  const [busy, start] = useTransition();
  if (folders.length === 0) return null;
  return (
    <section aria-label={t("ledger.servers")} className="mb-4 rounded-md border border-line">
      <h2 className="border-line border-b px-3 py-2 font-medium text-sm">{t("ledger.servers")}</h2>
      <ul className="divide-y divide-line">
        {folders.map((one, n) => (
          <li
            key={`${one.mailboxId} ${one.folder}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-sm"
          >
            <span className="min-w-0 flex-1 basis-56 truncate">
              <bdi>{one.address}</bdi> · <bdi>{one.folder}</bdi>
              <span className="block text-muted text-xs">{words(one, t)}</span>
            </span>
            {one.missingMails > 0 && (
              <Badge tone="breach">{t("ledger.missing", { n: one.missingMails })}</Badge>
            )}
            {one.quarantined > 0 && <Badge tone="soon">{t("ledger.aside", { n: one.quarantined })}</Badge>}
            {one.comparedAt && <TimeAgo at={one.comparedAt} className="text-faint text-xs" />}
            {mayCompare && one.mailboxId !== folders[n - 1]?.mailboxId && (
              <Button
                size="sm"
                disabled={busy || one.waiting}
                onClick={() => start(() => compare(one.mailboxId))}
              >
                {t(one.waiting ? "ledger.comparing" : "ledger.compare")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function words(one: ComparedFolder, t: ReturnType<typeof useI18n>["t"]): string {
  if (!one.comparedAt) return t("ledger.neverCompared");
  const there = t(one.missingMails > 0 ? "ledger.thereWithGaps" : "ledger.allThere", { n: one.serverMails });
  return one.backfilledMails > 0 ? `${there} ${t("ledger.backfilled", { n: one.backfilledMails })}` : there;
}
