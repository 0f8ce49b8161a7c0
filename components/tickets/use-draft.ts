"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Words } from "../writing/writing.ts";
import type { TicketActions } from "./ticket-actions.ts";
import { forgetCopy, keepCopy, readCopy } from "./words-copy.ts";

const pauseMs = 700;
const againMs = 3_000;

export type DraftState = "clean" | "saving" | "saved" | "failed";
type Kept = Words & { revision: number | null };

export type Draft = ReturnType<typeof useDraft>;

/**
 * Words that save themselves on the server a moment after each pause, and in this browser until the server has them: a lost
 * network or a closed window loses nothing. When another window has written since, both texts are kept and `theirs`
 * holds the other one. The words live in `source`, not in React: typing renders nothing.
 */
export function useDraft(
  { ticketId, kind, ownerId }: { ticketId: string; kind: "reply" | "note"; ownerId: string },
  served: Kept,
  save: TicketActions["saveDraft"],
) {
  const [state, setState] = useState<DraftState>("clean");
  const [theirs, setTheirs] = useState<(Words & { revision: number }) | null>(null);
  const newest = useRef<() => Words>(() => served);
  const kept = useRef(served.body);
  const revision = useRef(served.revision);
  const stopped = useRef(false);
  const dirty = useRef(false);
  /** Something was written here that has not been sent. */
  const unsent = useRef(false);
  /** A message with these words is on its way. */
  const sending = useRef(false);
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const place = `${ownerId}:${ticketId}:${kind}`;

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    // One at a time: a second save would not know the first one's revision.
    while (running.current) await running.current;
    if (!dirty.current || stopped.current || sending.current) return;
    const words = newest.current();
    dirty.current = false;
    keepCopy(place, { ...words, revision: revision.current });
    const attempt = async () => {
      setState("saving");
      const input = { ticketId, kind, ...words, revision: revision.current };
      const result = await save(input).catch(() => ({ ok: false }) as const);
      if (!result.ok) {
        dirty.current = true;
        setState("failed");
        timer.current = setTimeout(() => void flush(), againMs);
      } else if (result.theirs) {
        stopped.current = true;
        dirty.current = true;
        setTheirs(result.theirs);
        setState("failed");
      } else {
        revision.current = result.revision;
        kept.current = words.body;
        if (!dirty.current) forgetCopy(place);
        setState("saved");
      }
    };
    running.current = attempt().finally(() => {
      running.current = null;
    });
    await running.current;
  }, [ticketId, kind, place, save]);

  const write = useCallback(
    (source: () => Words) => {
      newest.current = source;
      dirty.current = true;
      unsent.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pauseMs);
    },
    [flush],
  );

  /** Before sending: no save of these words may come after them. The copy in this browser stays until they are gone. */
  const hold = useCallback(async () => {
    clearTimeout(timer.current);
    keepCopy(place, { ...newest.current(), revision: revision.current });
    sending.current = true;
    await running.current;
  }, [place]);

  /** They were not sent. */
  const release = useCallback(() => {
    sending.current = false;
  }, []);

  /** After sending: the server has forgotten the draft already. */
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    sending.current = false;
    dirty.current = false;
    unsent.current = false;
    stopped.current = false;
    newest.current = () => ({ body: "", document: null });
    kept.current = "";
    revision.current = null;
    forgetCopy(place);
    setTheirs(null);
    setState("clean");
  }, [place]);

  /** The words are on the server as they stand here. */
  const settle = useCallback((next: Kept) => {
    newest.current = () => next;
    kept.current = next.body;
    revision.current = next.revision;
    dirty.current = false;
    stopped.current = false;
    setTheirs(null);
    setState(next.revision === null ? "clean" : "saved");
  }, []);

  /** The other window's words have been looked at: from here the ones in this window count. */
  const resolve = useCallback(() => {
    if (theirs) revision.current = theirs.revision;
    stopped.current = false;
    dirty.current = true;
    setTheirs(null);
    void flush();
  }, [theirs, flush]);

  useEffect(() => {
    const keep = () => {
      if (dirty.current && !sending.current)
        keepCopy(place, { ...newest.current(), revision: revision.current });
    };
    const ask = (event: BeforeUnloadEvent) => {
      keep();
      if (unsent.current && newest.current().body.trim() !== "") event.preventDefault();
    };
    const again = () => void flush();
    window.addEventListener("beforeunload", ask);
    window.addEventListener("pagehide", keep);
    window.addEventListener("online", again);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("pagehide", keep);
      window.removeEventListener("online", again);
      void flush();
    };
  }, [flush, place]);

  /**
   * Words of an earlier window that never reached the server; null when there are none. They are handed out once, and not
   * when the server's words hold them: the copy may be the older one. Nor once something was written here: the copy is
   * then of this window, and what it sends would come back into the field.
   */
  const leftOver = useCallback((): Words | null => {
    if (unsent.current || sending.current) return null;
    const copy = readCopy(place);
    if (!copy) return null;
    forgetCopy(place);
    return kept.current.includes(copy.body.trim()) ? null : copy;
  }, [place]);

  return {
    words: () => newest.current(),
    state,
    theirs,
    write,
    hold,
    release,
    clear,
    flush,
    settle,
    resolve,
    leftOver,
  };
}
