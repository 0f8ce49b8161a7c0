"use client";
import { useState } from "react";
import type { EventView, MessageView, TimelineItem } from "#lib/reads/ticket-view.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { EventLine } from "./event-line.tsx";
import { MessageCard } from "./message-card.tsx";
import { isUnsent } from "./use-ticket.ts";

type Group = { kind: "message"; message: MessageView } | { kind: "events"; events: EventView[] };

/** The conversation with what happened in between; long runs of events are folded. */
export function Thread({ timeline }: { timeline: readonly TimelineItem[] }) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const groups = groupsOf(timeline);
  const folded = all || groups.length <= foldFrom ? 0 : groups.length - firstShown - lastShown;
  const show = (some: readonly Group[]) =>
    some.map((group) =>
      group.kind === "message" ? (
        <MessageCard key={group.message.id} message={group.message} unsent={isUnsent(group.message.id)} />
      ) : (
        <Events key={group.events[0]?.seq} events={group.events} />
      ),
    );
  if (folded === 0) {
    return (
      <section aria-label={t("ticket.thread")} className="flex flex-col gap-3">
        {show(groups)}
      </section>
    );
  }
  return (
    <section aria-label={t("ticket.thread")} className="flex flex-col gap-3">
      {show(groups.slice(0, firstShown))}
      <Button look="quiet" onClick={() => setAll(true)}>
        {t("ticket.earlier", { n: folded })}
      </Button>
      {show(groups.slice(-lastShown))}
    </section>
  );
}

/** A very long conversation shows how it began and its newest part; the rest is one click away. */
const foldFrom = 60;
const firstShown = 1;
const lastShown = 30;

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
