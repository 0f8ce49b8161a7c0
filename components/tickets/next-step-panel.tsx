"use client";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { formatPercent } from "#lib/i18n/format.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useBlock } from "./blocks/use-block.ts";
import { SideSection } from "./side-section.tsx";

/** What was done on similar solved tickets, with those tickets; a suggestion and nothing more. */
export function NextStepPanel({ ticket, onUse }: { ticket: TicketView; onUse: (text: string) => void }) {
  const { t, locale } = useI18n();
  const step = useBlock(ticket, "nextStep").data?.step;
  const [all, setAll] = useState(false);
  if (!step) return null;
  const { path, queue, tags, article, reply, basis } = step;
  return (
    <SideSection title={t("nextStep.title")}>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
        {path && path.length > 0 && (
          <Line name={t("nextStep.path")}>
            {path.map((status) => t(`status.${status as "open"}`)).join(" → ")}
          </Line>
        )}
        {queue && <Line name={t("nextStep.queue")}>{queue[locale]}</Line>}
        {article && <Line name={t("nextStep.article")}>{article.title}</Line>}
        {tags.length > 0 && (
          <Line name={t("nextStep.tags")}>
            <span className="flex flex-wrap gap-1">
              {tags.map((tag) => (
                <Badge key={tag}>{tag}</Badge>
              ))}
            </span>
          </Line>
        )}
      </dl>
      {reply && (
        <div className="mt-2 rounded-md border border-line bg-canvas px-2.5 py-2">
          <p
            dir="auto"
            className={all ? "keep-words text-muted text-xs" : "keep-words line-clamp-3 text-muted text-xs"}
          >
            {reply.text}
          </p>
          <p className="-ml-2 mt-1 flex flex-wrap gap-1">
            <Button look="quiet" size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
              {t(all ? "ticket.hideQuoted" : "nextStep.more")}
            </Button>
            <Button look="quiet" size="sm" onClick={() => onUse(reply.text)}>
              {t("nextStep.use")}
            </Button>
          </p>
        </div>
      )}
      <p className="mt-2 text-faint text-xs">{t("nextStep.basis", { count: basis.length })}</p>
      <ul className="-mx-2">
        {basis.map(({ number, subject, share }) => (
          <li key={number}>
            <Link
              href={`/tickets/${number}` as never}
              prefetch={false}
              className="flex items-baseline gap-2 rounded-md px-2 py-1 text-xs hover:bg-hover pointer-coarse:min-h-11"
            >
              <span className="tabular text-faint">#{number}</span>
              <bdi className="min-w-0 flex-1 truncate">{subject}</bdi>
              <span className="tabular shrink-0 text-faint">{formatPercent(locale, share)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </SideSection>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint text-xs leading-5">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
