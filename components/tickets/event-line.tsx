"use client";
import type { EventView } from "#lib/reads/ticket-view.ts";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { eventActor, eventWords } from "./event-words.ts";

export function EventLine({ event }: { event: EventView }) {
  const { t, locale } = useI18n();
  const isAssistant = event.actor.kind === "assistant";
  return (
    <li className="flex items-baseline gap-2 px-4 text-faint text-xs">
      <span
        aria-hidden
        className={cx(
          "size-1.5 shrink-0 self-center rounded-full",
          event.type === "clock.breached" || event.type === "message.failed"
            ? "bg-breach"
            : isAssistant
              ? "bg-assistant"
              : "bg-line-strong",
        )}
      />
      <span className="min-w-0 text-pretty">
        {t("event.by", { what: eventWords(event, t, locale), who: eventActor(event, t) })}
      </span>
      <TimeAgo at={event.at} className="ml-auto shrink-0" />
    </li>
  );
}
