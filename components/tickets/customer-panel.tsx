"use client";
import Link from "next/link";
import { formatDate, formatLanguage, formatTime } from "#lib/i18n/format.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { useNow } from "../ui/use-now.ts";
import { useReaderZone } from "../ui/use-reader-zone.ts";
import { SideSection } from "./side-section.tsx";

/** Who asks, and what they asked before. */
export function CustomerPanel({ ticket }: { ticket: TicketView }) {
  const { t, locale } = useI18n();
  const now = useNow();
  const timeZone = useReaderZone();
  const { customer, participants } = ticket;
  const others = participants.filter(({ address }) => !customer.addresses.includes(address));
  const facts = [
    customer.company,
    customer.locale && formatLanguage(locale, customer.locale),
    customer.timeZone && t("customer.localTime", { time: formatTime(locale, now, customer.timeZone) }),
  ].filter(Boolean);
  return (
    <>
      <SideSection title={t("customer.title")}>
        <div className="flex items-start gap-3">
          <Avatar name={customer.name} size="lg" />
          <div className="min-w-0 flex-1">
            <p className="flex items-center gap-2 font-medium text-sm">
              <bdi className="truncate">{customer.name || t("inbox.unknownCustomer")}</bdi>
              {customer.vip && <Badge>{t("customer.vip")}</Badge>}
            </p>
            {customer.addresses.map((address) => (
              <p key={address} className="truncate text-muted text-xs">
                {address}
                {customer.bounced.includes(address) && (
                  <Badge tone="breach" className="ml-1.5">
                    {t("customer.bounced")}
                  </Badge>
                )}
              </p>
            ))}
          </div>
        </div>
        <p suppressHydrationWarning className="mt-2 text-faint text-xs">
          {[...facts, t("customer.since", { date: formatDate(locale, customer.since, timeZone) })].join(
            " · ",
          )}
        </p>
        {customer.notes && <p className="mt-2 whitespace-pre-wrap text-muted text-sm">{customer.notes}</p>}
      </SideSection>
      <SideSection
        title={t("customer.past")}
        aside={<span className="tabular">{customer.pastTickets.length > 0 && customer.ticketCount - 1}</span>}
      >
        {customer.pastTickets.length === 0 ? (
          <p className="text-muted text-sm">{t("customer.noPast")}</p>
        ) : (
          <ul className="-mx-2 flex flex-col">
            {customer.pastTickets.map((past) => (
              <li key={past.number}>
                <Link
                  href={`/tickets/${past.number}` as never}
                  prefetch={false}
                  className="flex items-baseline gap-2 rounded-md px-2 py-1 text-sm hover:bg-hover pointer-coarse:min-h-11"
                >
                  <bdi className="min-w-0 flex-1 truncate">{past.subject || t("inbox.noSubject")}</bdi>
                  <span className="shrink-0 text-faint text-xs">{t(`status.${past.status}`)}</span>
                  <TimeAgo at={past.createdAt} className="shrink-0 text-faint text-xs" />
                </Link>
              </li>
            ))}
          </ul>
        )}
      </SideSection>
      {others.length > 0 && (
        <SideSection title={t("customer.participants")}>
          <ul className="flex flex-col gap-1 text-sm">
            {others.map(({ name, address }) => (
              <li key={address} className="min-w-0 truncate">
                {name || address} {name && <span className="text-faint text-xs">{address}</span>}
              </li>
            ))}
          </ul>
        </SideSection>
      )}
    </>
  );
}
