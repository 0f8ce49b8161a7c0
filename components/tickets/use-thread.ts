"use client";
import { useState } from "react";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useToast } from "../ui/toast.tsx";
import { joinPages } from "./join-pages.ts";
import type { TicketActions } from "./ticket-actions.ts";

/** The newest page of the conversation, with the earlier ones that the reader asked for above it. */
export function useThread({ id, timeline, earlier }: TicketView, readEarlier: TicketActions["earlier"]) {
  const { t } = useI18n();
  const toast = useToast();
  const [known, setKnown] = useState({ served: timeline, items: timeline, top: earlier });
  if (known.served !== timeline) {
    const items = joinPages(known.items, timeline);
    setKnown({ served: timeline, items: items ?? timeline, top: items ? known.top : earlier });
  }

  async function more(): Promise<void> {
    if (!known.top) return;
    const page = await readEarlier({ ticketId: id, cursor: known.top.cursor }).catch(() => null);
    if (!page) return void toast.show({ text: t("error.unavailable"), tone: "breach" });
    setKnown((now) => ({ ...now, items: [...page.items, ...now.items], top: page.earlier }));
  }

  return { timeline: known.items, earlier: known.top?.count ?? 0, more };
}
