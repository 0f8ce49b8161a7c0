"use client";
import {
  ArrowLeft,
  Ban,
  BellOff,
  BellPlus,
  Check,
  Ellipsis,
  Forward,
  Link2,
  Merge,
  PanelRight,
  RotateCcw,
  ShieldAlert,
  ShieldCheck,
  Split,
} from "lucide-react";
import Link from "next/link";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { DueMark } from "../inbox/due-mark.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { useToast } from "../ui/toast.tsx";

export type TicketHeaderProps = {
  ticket: TicketView;
  backHref: string;
  onSolve: () => void;
  onReopen: () => void;
  onSpam: () => void;
  onBlock: () => void;
  onMerge: () => void;
  onSplit: () => void;
  onHand: () => void;
  onFollow: () => void;
  details: boolean;
  onDetails: () => void;
};

export function TicketHeader({
  ticket,
  backHref,
  onSolve,
  onReopen,
  onSpam,
  onBlock,
  onMerge,
  onSplit,
  onHand,
  onFollow,
  details,
  onDetails,
}: TicketHeaderProps) {
  const { t } = useI18n();
  const toast = useToast();
  const due = ticket.clocks
    .filter((clock) => (clock.state === "running" || clock.state === "breached") && clock.dueAt)
    .sort((a, b) => (a.dueAt ?? "").localeCompare(b.dueAt ?? ""))[0];
  const solved = ticket.status === "solved";
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-line border-b pr-2 pl-2 sm:pl-5">
      <Link
        href={backHref as never}
        aria-label={t("ticket.back")}
        className="inline-flex size-11 items-center justify-center rounded-md text-muted hover:bg-hover lg:hidden"
      >
        <ArrowLeft className="size-5" />
      </Link>
      <span className="tabular hidden shrink-0 text-faint text-sm sm:inline">#{ticket.number}</span>
      <h1 className="min-w-0 truncate font-semibold text-base">
        <bdi>{ticket.subject || t("inbox.noSubject")}</bdi>
      </h1>
      {ticket.angry && (
        <Badge tone="breach" className="max-sm:hidden">
          {t("inbox.angry")}
        </Badge>
      )}
      <span className="ml-auto flex shrink-0 items-center gap-1">
        {due?.dueAt && <DueMark at={due.dueAt} warnAt={due.warnAt} className="mr-2 max-sm:hidden" />}
        {solved ? (
          <Button size="sm" onClick={onReopen} aria-label={t("ticket.reopen")}>
            <RotateCcw /> <span className="hidden sm:inline">{t("ticket.reopen")}</span>
          </Button>
        ) : (
          <Button
            size="sm"
            onClick={onSolve}
            disabled={ticket.status === "closed"}
            aria-label={t("ticket.solve")}
          >
            <Check /> <span className="hidden sm:inline">{t("ticket.solve")}</span>
          </Button>
        )}
        <Menu
          align="end"
          trigger={
            <IconButton label={t("ticket.actions")}>
              <Ellipsis />
            </IconButton>
          }
        >
          <MenuItem
            icon={<Link2 />}
            onSelect={async () => {
              await navigator.clipboard.writeText(`${window.location.origin}/tickets/${ticket.number}`);
              toast.show({ text: t("ticket.linkCopied") });
            }}
          >
            {t("ticket.copyLink")}
          </MenuItem>
          <MenuItem icon={<Merge />} shortcut="m" disabled={ticket.mergedInto !== null} onSelect={onMerge}>
            {t("merge.menu")}
          </MenuItem>
          <MenuItem icon={<Split />} onSelect={onSplit}>
            {t("split.menu")}
          </MenuItem>
          <MenuItem icon={<Forward />} onSelect={onHand}>
            {t("together.hand")}
          </MenuItem>
          <MenuItem icon={ticket.writing.following ? <BellOff /> : <BellPlus />} onSelect={onFollow}>
            {t(ticket.writing.following ? "together.unfollow" : "together.follow")}
          </MenuItem>
          {ticket.isSpam ? (
            <MenuItem icon={<ShieldCheck />} onSelect={onSpam}>
              {t("block.unmarkSpam")}
            </MenuItem>
          ) : (
            <MenuItem icon={<ShieldAlert />} danger onSelect={onSpam}>
              {t("ticket.markSpam")}
            </MenuItem>
          )}
          <MenuItem icon={<Ban />} danger={!ticket.customer.blocked} onSelect={onBlock}>
            {t(ticket.customer.blocked ? "block.unblock" : "block.block")}
          </MenuItem>
        </Menu>
        <IconButton
          label={t("ticket.showDetails")}
          aria-pressed={details}
          className="min-[1360px]:hidden"
          onClick={onDetails}
        >
          <PanelRight />
        </IconButton>
      </span>
    </header>
  );
}
