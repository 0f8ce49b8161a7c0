"use client";
import { useCallback, useEffect, useState } from "react";
import type { BlockName, TicketBlocks } from "#lib/reads/ticket-blocks.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { onLive } from "../../shell/live-stream.ts";

export type Block<Data> = { data: Data | null; failed: boolean; again: () => void };

/**
 * A block of the column beside the ticket, fetched by itself and again when the ticket or its customer changes. What was
 * seen before shows at once. `everyMs` asks again while something runs.
 */
export function useBlock<Name extends BlockName>(
  ticket: TicketView,
  name: Name,
  everyMs?: (data: TicketBlocks[Name]) => number | null,
): Block<TicketBlocks[Name]> {
  const key = `${ticket.number}/blocks/${name}`;
  const [data, setData] = useState(() => (seen.get(key) as TicketBlocks[Name] | undefined) ?? null);
  const [failed, setFailed] = useState(false);
  const [asked, setAsked] = useState(0);
  const again = useCallback(() => setAsked((n) => n + 1), []);
  const stamp = `${ticket.version}.${ticket.timeline.at(-1)?.at ?? ""}.${ticket.timeline.length}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp and a second asking are reasons to fetch
  useEffect(() => {
    const leaving = new AbortController();
    fetch(`/tickets/${key}`, { signal: leaving.signal, cache: "no-store" })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        const fresh = (await answer.json()) as TicketBlocks[Name];
        remember(key, fresh);
        setData(fresh);
        setFailed(false);
      })
      .catch(() => !leaving.signal.aborted && setFailed(true));
    return () => leaving.abort();
  }, [key, stamp, asked]);

  // The customer changes without the ticket.
  useEffect(
    () =>
      onLive("change", (event) => {
        const { ticketId, type } = JSON.parse(event) as { ticketId?: string; type?: string };
        if (ticketId === ticket.id && type === "customer.changed") again();
      }),
    [ticket.id, again],
  );

  const pause = data && everyMs?.(data);
  useEffect(() => {
    if (!pause) return;
    const timer = setInterval(again, pause);
    return () => clearInterval(timer);
  }, [pause, again]);

  return { data, failed, again };
}

const mostSeen = 60;
const seen = new Map<string, unknown>();

function remember(key: string, data: unknown): void {
  seen.delete(key);
  seen.set(key, data);
  if (seen.size > mostSeen) seen.delete(seen.keys().next().value!);
}
