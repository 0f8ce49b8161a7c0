"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { TicketActions } from "./ticket-actions.ts";

const pauseMs = 700;

export type DraftState = "clean" | "saving" | "saved" | "failed";

/**
 * Words that save themselves on the server a moment after each pause, and when the composer goes away.
 * A failed save is tried again with the next words and when the network is back; leaving the page asks first.
 */
export function useDraft(
  ticketId: string,
  kind: "reply" | "note",
  initial: string,
  save: TicketActions["saveDraft"],
) {
  const [body, setBody] = useState(initial);
  const [state, setState] = useState<DraftState>("clean");
  const newest = useRef(initial);
  const kept = useRef(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const words = newest.current;
    if (words === kept.current) return;
    setState("saving");
    const result = await save({ ticketId, kind, body: words }).catch(() => ({ ok: false }) as const);
    if (result.ok) kept.current = words;
    setState(result.ok ? "saved" : "failed");
  }, [ticketId, kind, save]);

  const write = useCallback(
    (words: string) => {
      newest.current = words;
      setBody(words);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pauseMs);
    },
    [flush],
  );

  /** After sending: the server has forgotten the draft already. */
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    newest.current = "";
    kept.current = "";
    setBody("");
    setState("clean");
  }, []);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (newest.current !== kept.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    window.addEventListener("online", flush);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("online", flush);
      void flush();
    };
  }, [flush]);

  return { body, state, write, clear, flush };
}
