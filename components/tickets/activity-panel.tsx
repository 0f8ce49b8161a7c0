"use client";
import type { EventView, TicketView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { eventActor, eventWords } from "./event-words.ts";
import { SideSection } from "./side-section.tsx";

const shown = 12;

/** What happened lately, newest first; the whole of it stands in the conversation. */
export function ActivityPanel({ timeline }: { timeline: TicketView["timeline"] }) {
  const { t, locale } = useI18n();
  const events = timeline.filter((item): item is EventView => item.item === "event").toReversed();
  if (events.length === 0) return null;
  return (
    <SideSection title={t("activity.title")}>
      <ol className="flex flex-col gap-2">
        {events.slice(0, shown).map((event) => (
          <li key={event.seq} className="text-xs">
            <span className="text-muted">{eventWords(event, t, locale)}</span>
            <span className="block text-faint">
              {eventActor(event, t)} · <TimeAgo at={event.at} />
            </span>
          </li>
        ))}
      </ol>
    </SideSection>
  );
}
