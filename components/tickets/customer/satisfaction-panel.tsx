"use client";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import Link from "next/link";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { TimeAgo } from "../../ui/time-ago.tsx";
import { BlockSection } from "../blocks/block-section.tsx";
import { useBlock } from "../blocks/use-block.ts";

/** How this customer found it until now, and what they last wrote about it. */
export function SatisfactionPanel({ ticket }: { ticket: TicketView }) {
  const { t } = useI18n();
  const block = useBlock(ticket, "satisfaction");
  return (
    <BlockSection title={t("customer.satisfaction.title")} block={block}>
      {({ good, rated, newest }) =>
        rated === 0 ? (
          <p className="text-muted text-sm">{t("customer.satisfaction.none")}</p>
        ) : (
          <>
            <p className="tabular text-sm">{t("customer.satisfaction.share", { good, rated })}</p>
            {newest && (
              <figure className="mt-1.5 text-xs">
                <blockquote className="line-clamp-4 whitespace-pre-wrap text-muted [overflow-wrap:anywhere]">
                  {newest.score === "good" ? (
                    <ThumbsUp aria-hidden className="mr-1.5 inline size-3.5" />
                  ) : (
                    <ThumbsDown aria-hidden className="mr-1.5 inline size-3.5 text-breach-text" />
                  )}
                  <span className="sr-only">{t(`customer.satisfaction.${newest.score}`)}: </span>
                  {newest.comment}
                </blockquote>
                <figcaption className="mt-1 flex items-baseline gap-2 text-faint">
                  <Link
                    href={`/tickets/${newest.number}` as never}
                    prefetch={false}
                    className="min-h-6 underline-offset-2 hover:underline"
                  >
                    {t("customer.satisfaction.on", { number: String(newest.number) })}
                  </Link>
                  <TimeAgo at={newest.at} />
                </figcaption>
              </figure>
            )}
          </>
        )
      }
    </BlockSection>
  );
}
