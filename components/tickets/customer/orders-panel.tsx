"use client";
import { ExternalLink } from "lucide-react";
import { formatNumber } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import type { OrdersView } from "#lib/reads/customer-blocks.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { TimeAgo } from "../../ui/time-ago.tsx";
import { BlockSection } from "../blocks/block-section.tsx";
import { useBlock } from "../blocks/use-block.ts";

/** What the shop's own system told: orders, and what the customer did elsewhere. */
export function OrdersPanel({ ticket }: { ticket: TicketView }) {
  const { t, locale } = useI18n();
  const block = useBlock(ticket, "orders");
  return (
    <BlockSection title={t("customer.orders")} block={block}>
      {({ orders, events }) => (
        <>
          {orders.length + events.length === 0 && (
            <p className="text-muted text-sm">{t("customer.noOrders")}</p>
          )}
          <ul className="flex flex-col gap-1.5">
            {orders.map((order) => (
              <li key={order.id} className="text-sm">
                <p className="flex items-baseline gap-2">
                  <bdi className="min-w-0 truncate font-medium">{order.number}</bdi>
                  <span className="shrink-0 text-muted text-xs">{t(`customer.order.${order.status}`)}</span>
                  {order.tracking?.url && (
                    <a
                      href={order.tracking.url}
                      target="_blank"
                      rel="noopener noreferrer nofollow"
                      aria-label={t("customer.track", { number: order.number })}
                      className="shrink-0 self-center text-faint hover:text-ink"
                    >
                      <ExternalLink aria-hidden className="size-3.5" />
                    </a>
                  )}
                  <TimeAgo at={String(order.placedAt)} className="ml-auto shrink-0 text-faint text-xs" />
                </p>
                <p className="truncate text-faint text-xs">
                  {order.items
                    .map(({ name, quantity }) => (quantity > 1 ? `${name} × ${quantity}` : name))
                    .join(", ")}
                  {priceOf(order, locale) && <span> · {priceOf(order, locale)}</span>}
                </p>
              </li>
            ))}
          </ul>
          {events.length > 0 && (
            <ul className="mt-2 flex flex-col gap-0.5 text-xs">
              {events.map(({ kind, at }) => (
                <li key={`${kind} ${String(at)}`} className="flex gap-2">
                  <bdi className="min-w-0 flex-1 truncate text-muted">{eventName(kind, t)}</bdi>
                  <TimeAgo at={String(at)} className="shrink-0 text-faint" />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </BlockSection>
  );
}

/** Other systems name their events themselves; what shops usually send has words here. */
function eventName(kind: string, t: Translate): string {
  switch (kind) {
    case "signed_up":
    case "order_paid":
      return t(`customer.event.${kind}`);
    default:
      return kind.replaceAll("_", " ");
  }
}

/** "₩45,000", by the currency's own number of decimals. */
function priceOf({ currency, totalMinor }: OrdersView["orders"][number], locale: Locale): string {
  if (!currency || totalMinor === null) return "";
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return formatNumber(locale, totalMinor / 10 ** digits, { style: "currency", currency });
}
