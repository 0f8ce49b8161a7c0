"use client";
import { useState } from "react";
import type { EventView, MessageView, TimelineItem } from "#lib/reads/ticket-view.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { EventLine } from "./event-line.tsx";
import { MessageCard } from "./message-card.tsx";
import { isUnsent } from "./unsent.ts";

type Group = { kind: "message"; message: MessageView } | { kind: "events"; events: EventView[] };

export type ThreadProps = {
  timeline: readonly TimelineItem[];
  /** How many messages come before; 0 when this is the whole conversation. */
  earlier: number;
  /** Brings the page before. */
  onEarlier: () => Promise<void>;
};

/** The conversation with what happened in between; it opens at its newest page. */
export function Thread({ timeline, earlier, onEarlier }: ThreadProps) {
  const { t } = useI18n();
  const [loading, setLoading] = useState(false);
  const more = async () => {
    setLoading(true);
    await onEarlier();
    setLoading(false);
  };
  return (
    <section aria-label={t("ticket.thread")} className="flex flex-col gap-3">
      {earlier > 0 && (
        <Button look="quiet" aria-disabled={loading} onClick={() => !loading && void more()}>
          {loading ? t("ticket.loadingEarlier") : t("ticket.earlier", { n: earlier })}
        </Button>
      )}
      {groupsOf(timeline).map((group) =>
        group.kind === "message" ? (
          <MessageCard key={group.message.id} message={group.message} unsent={isUnsent(group.message.id)} />
        ) : (
          <Events key={group.events[0]?.seq} events={group.events} />
        ),
      )}
    </section>
  );
}

const shownEvents = 2;

function Events({ events }: { events: EventView[] }) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const hidden = events.length - shownEvents;
  const shown = all || hidden <= 1 ? events : events.slice(-shownEvents);
  return (
    <ul className="flex flex-col gap-1">
      {shown.length < events.length && (
        <li className="px-2">
          <Button look="quiet" size="sm" className="font-normal text-faint!" onClick={() => setAll(true)}>
            {t("ticket.moreEvents", { n: hidden })}
          </Button>
        </li>
      )}
      {shown.map((event) => (
        <EventLine key={event.seq} event={event} />
      ))}
    </ul>
  );
}

function groupsOf(timeline: readonly TimelineItem[]): Group[] {
  const groups: Group[] = [];
  for (const item of timeline) {
    const last = groups.at(-1);
    if (item.item === "message") groups.push({ kind: "message", message: item });
    else if (last?.kind === "events") last.events.push(item);
    else groups.push({ kind: "events", events: [item] });
  }
  return groups;
}
