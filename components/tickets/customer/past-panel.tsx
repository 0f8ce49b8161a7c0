"use client";
import Link from "next/link";
import type { PastView } from "#lib/reads/customer-blocks.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { TimeAgo } from "../../ui/time-ago.tsx";
import { BlockSection } from "../blocks/block-section.tsx";
import { useBlock } from "../blocks/use-block.ts";

/** What they asked before: in a line what it was about and how it ended, then the newest. */
export function PastPanel({ ticket }: { ticket: TicketView }) {
  const { t } = useI18n();
  const block = useBlock(ticket, "past");
  return (
    <BlockSection
      title={t("customer.past")}
      block={block}
      aside={block.data && block.data.total > 0 && <span className="tabular">{block.data.total}</span>}
    >
      {(past) =>
        past.total === 0 ? (
          <p className="text-muted text-sm">{t("customer.noPast")}</p>
        ) : (
          <>
            <Digest past={past} />
            <ul className="-mx-2 flex flex-col">
              {past.tickets.map(({ number, subject, status, createdAt }) => (
                <li key={number}>
                  <Link
                    href={`/tickets/${number}` as never}
                    prefetch={false}
                    className="flex items-baseline gap-2 rounded-md px-2 py-1 text-sm hover:bg-hover pointer-coarse:min-h-11 pointer-coarse:items-center"
                  >
                    <bdi className="min-w-0 flex-1 truncate">{subject || t("inbox.noSubject")}</bdi>
                    <span className="shrink-0 text-faint text-xs">{t(`status.${status}`)}</span>
                    <TimeAgo at={createdAt} className="shrink-0 text-faint text-xs" />
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </BlockSection>
  );
}

function Digest({ past }: { past: PastView }) {
  const { t, locale } = useI18n();
  const kinds = past.byCategory.map(({ name, n }) => `${name?.[locale] ?? t("customer.uncategorised")} ${n}`);
  return (
    <p className="mb-1 text-faint text-xs">
      {[t("customer.solvedOf", { solved: past.solved, total: past.total }), ...kinds].join(" · ")}
    </p>
  );
}
