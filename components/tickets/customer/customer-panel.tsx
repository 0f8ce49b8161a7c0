"use client";
import { Ellipsis, Merge, Star } from "lucide-react";
import { useState } from "react";
import { formatDate, formatLanguage, formatTime } from "#lib/i18n/format.ts";
import type { IdentityView } from "#lib/reads/customer-blocks.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useNow } from "../../ui/use-now.ts";
import { useReaderZone } from "../../ui/use-reader-zone.ts";
import { BlockSection } from "../blocks/block-section.tsx";
import { useBlock } from "../blocks/use-block.ts";
import { SideSection } from "../side-section.tsx";
import type { ActionResult } from "../ticket-actions.ts";
import type { CustomerActions } from "./customer-actions.ts";
import { CustomerNotes } from "./customer-notes.tsx";
import { MergeCustomersDialog } from "./merge-customers-dialog.tsx";
import { OrdersPanel } from "./orders-panel.tsx";
import { PastPanel } from "./past-panel.tsx";
import { SatisfactionPanel } from "./satisfaction-panel.tsx";

/** Who asks, what they bought, and what they asked before. */
export function CustomerPanel({ ticket, actions }: { ticket: TicketView; actions: CustomerActions }) {
  const { t } = useI18n();
  const toast = useToast();
  const [merging, setMerging] = useState(false);
  const block = useBlock(ticket, "customer");
  const ticketId = ticket.id;
  const others = ticket.participants.filter(({ address }) => !ticket.customer.addresses.includes(address));

  async function attempt(
    work: Promise<ActionResult>,
    done?: () => void,
    refused: "customer.mergeRefused" | "customer.notesChanged" = "customer.mergeRefused",
  ): Promise<boolean> {
    const result = await work.catch((): ActionResult => ({ ok: false, kind: "unavailable" }));
    block.again();
    if (result.ok) done?.();
    else {
      const words =
        result.kind === "not_found" || result.kind === "conflict"
          ? refused
          : (`error.${result.kind}` as const);
      toast.show({ text: t(words), tone: "breach", timeoutMs: 10_000 });
    }
    return result.ok;
  }
  const undoMerge = (mergeId: string) =>
    void attempt(actions.undoMerge({ mergeId, ticketId }), () =>
      toast.show({ text: t("customer.mergeUndone") }),
    );
  const { id: customerId, vip } = block.data ?? ticket.customer;

  return (
    <>
      <BlockSection
        title={t("customer.title")}
        block={block}
        aside={
          <Menu
            align="end"
            trigger={
              <IconButton label={t("customer.actions")} className="-my-1.5">
                <Ellipsis />
              </IconButton>
            }
          >
            <MenuItem
              icon={<Star />}
              onSelect={() => void attempt(actions.change({ customerId, vip: !vip }))}
            >
              {t(vip ? "customer.noVip" : "customer.makeVip")}
            </MenuItem>
            <MenuItem icon={<Merge />} onSelect={() => setMerging(true)}>
              {t("customer.merge")}
            </MenuItem>
          </Menu>
        }
      >
        {(customer) => (
          <>
            <Identity customer={customer} onUndoMerge={undoMerge} />
            <CustomerNotes
              notes={customer.notes}
              onKeep={(notes, notesSeen) =>
                attempt(actions.change({ customerId, notes, notesSeen }), undefined, "customer.notesChanged")
              }
            />
          </>
        )}
      </BlockSection>
      <OrdersPanel ticket={ticket} />
      <PastPanel ticket={ticket} />
      <SatisfactionPanel ticket={ticket} />
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
      <MergeCustomersDialog
        open={merging}
        onClose={() => setMerging(false)}
        onMerge={(address) => {
          let mergeId = "";
          const work = actions.merge({ customerId, address, ticketId }).then((made): ActionResult => {
            if (made.ok) mergeId = made.mergeId;
            return made;
          });
          void attempt(work, () =>
            toast.show({
              text: t("customer.merged"),
              action: { label: t("ui.undo"), onClick: () => undoMerge(mergeId) },
              timeoutMs: 10_000,
            }),
          );
        }}
      />
    </>
  );
}

function Identity({
  customer,
  onUndoMerge,
}: {
  customer: IdentityView;
  onUndoMerge: (mergeId: string) => void;
}) {
  const { t, locale } = useI18n();
  const now = useNow();
  const zone = useReaderZone();
  const facts = [
    customer.locale && formatLanguage(locale, customer.locale),
    customer.timeZone && t("customer.localTime", { time: formatTime(locale, now, customer.timeZone) }),
    t("customer.since", { date: formatDate(locale, customer.since, zone) }),
  ].filter(Boolean);
  return (
    <>
      <div className="flex items-start gap-3">
        <Avatar name={customer.name} size="lg" />
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-2 font-medium text-sm">
            <bdi className="truncate">{customer.name || t("inbox.unknownCustomer")}</bdi>
            {customer.vip && <Badge>{t("customer.vip")}</Badge>}
          </p>
          {customer.company && (
            <p className="flex items-center gap-2 text-muted text-xs">
              <bdi className="truncate">{customer.company.name}</bdi>
              {customer.company.vip && <Badge>{t("customer.vip")}</Badge>}
            </p>
          )}
          <ul>
            {customer.addresses.map(({ address, verified, bounced }) => (
              <li key={address} className="flex items-center gap-1.5 text-muted text-xs">
                <span className="truncate" title={address}>
                  {address}
                </span>
                {verified && (
                  <span className="shrink-0 text-faint" title={t("customer.verified")}>
                    ✓<span className="sr-only">{t("customer.verified")}</span>
                  </span>
                )}
                {bounced && <Badge tone="breach">{t("customer.bounced")}</Badge>}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <p suppressHydrationWarning className="mt-2 text-faint text-xs">
        {facts.join(" · ")}
      </p>
      {customer.merges.map(({ id, name }) => (
        <p key={id} className="mt-1 text-faint text-xs">
          {t("customer.holds", { name })}{" "}
          <button
            type="button"
            onClick={() => onUndoMerge(id)}
            className="font-medium text-muted underline underline-offset-2"
          >
            {t("merge.undo")}
          </button>
        </p>
      ))}
    </>
  );
}
