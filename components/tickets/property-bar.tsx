"use client";
import {
  Folder,
  ListTree,
  SignalHigh,
  SignalLow,
  SignalMedium,
  TriangleAlert,
  UserRound,
} from "lucide-react";
import type { ReactNode } from "react";
import { type Priority, priorities } from "#lib/domain/tickets/status.ts";
import { formatLanguage } from "#lib/i18n/format.ts";
import type { DeskChoices } from "#lib/reads/desk-choices.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { Avatar } from "../ui/avatar.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Menu, MenuRadio } from "../ui/menu.tsx";
import { Picker } from "../ui/picker.tsx";
import { Chip } from "./chip.tsx";
import type { Shown } from "./shown-change.ts";
import { StatusIcon } from "./status-icon.tsx";
import { TagEditor } from "./tag-editor.tsx";
import { isSettable, settableStatuses } from "./ticket-actions.ts";

export type PropertyMenu = "status" | "assignee" | "priority" | "tags" | "queue" | "category";

export type PropertyBarProps = {
  ticket: TicketView;
  choices: DeskChoices;
  agentId: string;
  /** Which menu a key has opened. */
  menu: PropertyMenu | null;
  onMenu: (menu: PropertyMenu | null) => void;
  change: (shown: Shown) => void;
};

const priorityIcons: Record<Priority, ReactNode> = {
  low: <SignalLow aria-hidden />,
  normal: <SignalMedium aria-hidden />,
  high: <SignalHigh aria-hidden />,
  urgent: <TriangleAlert aria-hidden />,
};

/** What can be set on a ticket, in one line; each a menu with its key. */
export function PropertyBar({ ticket, choices, agentId, menu, onMenu, change }: PropertyBarProps) {
  const { t, locale } = useI18n();
  const menuProps = (name: PropertyMenu) => ({
    open: menu === name,
    onOpenChange: (open: boolean) => onMenu(open ? name : null),
  });
  const none = { value: "", label: t("ticket.none") };
  return (
    <div className="flex shrink-0 items-center gap-1 overflow-x-auto border-line border-b px-2 py-1 [scrollbar-width:none] sm:px-4">
      <Menu
        {...menuProps("status")}
        trigger={
          <Chip name={t("ticket.status")} disabled={ticket.status === "closed"}>
            <StatusIcon status={ticket.status} /> {t(`status.${ticket.status}`)}
          </Chip>
        }
      >
        <MenuRadio
          value={isSettable(ticket.status) ? ticket.status : null}
          onValueChange={(status) => change({ status })}
          options={settableStatuses.map((value) => ({
            value,
            label: t(`status.${value}`),
            icon: <StatusIcon status={value} />,
          }))}
        />
      </Menu>
      <Picker
        {...menuProps("assignee")}
        label={t("ticket.assign")}
        value={ticket.assignee?.id ?? null}
        onPick={(id) => change({ assignee: choices.agents.find((agent) => agent.id === id) ?? null })}
        options={[
          ...[...choices.agents]
            .sort((a, b) => Number(b.id === agentId) - Number(a.id === agentId))
            .map(({ id, name, availability }) => ({
              value: id,
              label: name,
              icon: <Avatar name={name} size="sm" />,
              hint: availability === "online" ? undefined : t(`shell.${availability}`),
            })),
          ...(ticket.assignee
            ? [
                {
                  value: "",
                  label: t("ticket.unassigned"),
                  icon: <UserRound aria-hidden className="size-5 p-0.5 text-faint" />,
                },
              ]
            : []),
        ]}
        trigger={
          <Chip name={t("ticket.assignee")}>
            {ticket.assignee ? (
              <Avatar name={ticket.assignee.name} size="sm" />
            ) : (
              <UserRound aria-hidden className="size-3.5" />
            )}
            {ticket.assignee?.name ?? t("ticket.unassigned")}
          </Chip>
        }
      />
      <Menu
        {...menuProps("priority")}
        trigger={
          <Chip name={t("ticket.priority")} loud={ticket.priority === "urgent"}>
            {priorityIcons[ticket.priority]} {t(`priority.${ticket.priority}`)}
          </Chip>
        }
      >
        <MenuRadio
          value={ticket.priority}
          onValueChange={(priority) => change({ priority })}
          options={priorities.map((value) => ({
            value,
            label: t(`priority.${value}`),
            icon: priorityIcons[value],
          }))}
        />
      </Menu>
      <Picker
        {...menuProps("queue")}
        label={t("ticket.queue")}
        value={ticket.queue?.id ?? null}
        onPick={(id) => change({ queue: choices.queues.find((queue) => queue.id === id) ?? null })}
        options={[...choices.queues.map(({ id, name }) => ({ value: id, label: name[locale] })), none]}
        trigger={
          <Chip name={t("ticket.queue")}>
            <ListTree aria-hidden /> {ticket.queue?.name[locale] ?? t("ticket.none")}
          </Chip>
        }
      />
      <Picker
        {...menuProps("category")}
        label={t("ticket.category")}
        value={ticket.category?.id ?? null}
        onPick={(id) =>
          change({ category: choices.categories.find((category) => category.id === id) ?? null })
        }
        options={[...choices.categories.map(({ id, name }) => ({ value: id, label: name[locale] })), none]}
        trigger={
          <Chip name={t("ticket.category")}>
            <Folder aria-hidden /> {ticket.category?.name[locale] ?? t("ticket.none")}
          </Chip>
        }
      />
      <TagEditor
        {...menuProps("tags")}
        tags={ticket.tags}
        known={choices.tags}
        onChange={(tags) => change({ tags })}
      />
      {ticket.language !== "und" && (
        <span className="ml-1 shrink-0 text-faint text-xs">{formatLanguage(locale, ticket.language)}</span>
      )}
    </div>
  );
}
