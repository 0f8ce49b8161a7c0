"use client";
import { CircleAlert } from "lucide-react";
import type { TicketView, TimelineItem } from "#lib/reads/ticket-view.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { eventActor, eventWords } from "./event-words.ts";
import { isUnsent } from "./unsent.ts";

/** How far the writer had read when they pressed send. */
export type Seen = { messageId: string | null; event: number };

export function seenOf(timeline: readonly TimelineItem[]): Seen {
  const newest = timeline.findLast(
    (item) => item.item === "message" && item.kind === "reply" && !isUnsent(item.id),
  );
  return {
    messageId: newest?.item === "message" ? newest.id : null,
    event: timeline.reduce((seq, item) => (item.item === "event" ? Math.max(seq, item.seq) : seq), 0),
  };
}

/** A reply that was stopped, with what came meanwhile. The words stay below, untouched. */
export function UnseenNotice({
  ticket,
  seen,
  onSend,
  onEdit,
}: {
  ticket: TicketView;
  seen: Seen;
  onSend: () => void;
  onEdit: () => void;
}) {
  const { t, locale } = useI18n();
  const at = ticket.timeline.findIndex((item) => item.item === "message" && item.id === seen.messageId);
  const came = ticket.timeline.filter((item, nth) =>
    item.item === "message"
      ? item.kind === "reply" && nth > at && !isUnsent(item.id)
      : item.seq > seen.event && (item.type === "ticket.status_changed" || item.type === "ticket.assigned"),
  );
  return (
    <div role="alert" className="mb-2 rounded-md border border-soon-text/40 bg-canvas px-3 py-2 text-sm">
      <p className="flex items-center gap-2 font-medium">
        <CircleAlert aria-hidden className="size-4 shrink-0 text-soon-text" />
        {t("composer.stoppedTitle")}
      </p>
      <ul className="mt-1 flex max-h-40 flex-col gap-1 overflow-y-auto">
        {came.map((item) =>
          item.item === "message" ? (
            <li key={item.id} className="border-line border-l-2 pl-2">
              <span className="text-faint text-xs">
                {item.author.name || item.author.address || t("ticket.customer")}
              </span>
              <p dir="auto" className="line-clamp-4 whitespace-pre-wrap">
                {item.body}
              </p>
            </li>
          ) : (
            <li key={item.seq} className="border-line border-l-2 pl-2 text-muted">
              {t("event.by", { what: eventWords(item, t, locale), who: eventActor(item, t) })}
            </li>
          ),
        )}
      </ul>
      <p className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={onEdit}>
          {t("composer.editFirst")}
        </Button>
        <Button size="sm" onClick={onSend}>
          {t("composer.sendAnyway")}
        </Button>
      </p>
    </div>
  );
}
