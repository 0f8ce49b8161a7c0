"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Words } from "../writing/writing.ts";
import { forgetSaved, type KeptDraft, newestDraft, noteSaved, runSave, savesEnded } from "./saved-words.ts";
import type { DraftCompany, TicketActions } from "./ticket-actions.ts";
import { forgetCopy, keepCopy, readCopy } from "./words-copy.ts";

const pauseMs = 700;
const againMs = 3_000;

export type DraftState = "clean" | "saving" | "saved" | "failed";

export type Draft = ReturnType<typeof useDraft>;

/** One person's reply or note on one ticket. */
type OwnText = { ticketId: string; kind: "reply" | "note"; ownerId: string };
export const placeOf = ({ ownerId, ticketId, kind }: OwnText): string => `${ownerId}:${ticketId}:${kind}`;

/**
 * Words that save themselves on the server a moment after each pause, and in this browser until the server has them: a lost
 * network or a closed window loses nothing. When another window has written since, both texts are kept and `theirs`
 * holds the other one. The words live in `source`, not in React: typing renders nothing.
 */
export function useDraft(
  text: OwnText,
  /** What it begins with; what the page was served with, and when the desk read that, by its own clock. */
  { first, served, readAt }: { first: KeptDraft; served: KeptDraft; readAt: number },
  save: TicketActions["saveDraft"],
  /** Files, recipients: what the words will have with them, as it is now. */
  company: RefObject<DraftCompany>,
) {
  const { ticketId, kind } = text;
  const place = placeOf(text);
  const [state, setState] = useState<DraftState>("clean");
  const [theirs, setTheirs] = useState<(Words & { revision: number }) | null>(null);
  const newest = useRef<() => Words>(() => wordsOf(first));
  const kept = useRef(first.body);
  const revision = useRef(first.revision);
  const firstReadAt = useRef(readAt);
  const servedRevision = useRef(served.revision);
  const stopped = useRef(false);
  const dirty = useRef(false);
  const keptCompany = useRef(asText(first));
  /** Something was written here that has not been sent. */
  const unsent = useRef(false);
  /** A message with these words is on its way. */
  const sending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    // One at a time: a second save would not know the first one's revision.
    await savesEnded(place);
    if (!dirty.current || stopped.current || sending.current) return;
    const words = newest.current();
    dirty.current = false;
    const own = { ...words, ...company.current, revision: revision.current };
    revision.current = newestDraft(place, own, firstReadAt.current).revision;
    keepCopy(place, { ...words, revision: revision.current });
    await runSave(place, async () => {
      setState("saving");
      const beside = company.current;
      const { recipients, draftId: grewFromId } = beside;
      const files = beside.files.map(({ token }) => token);
      const input = { ticketId, kind, ...words, files, recipients, grewFromId, revision: revision.current };
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
        keptCompany.current = asText(beside);
        noteSaved(place, { ...words, ...beside, revision: result.revision }, result.at);
        if (!dirty.current) forgetCopy(place);
        setState("saved");
      }
    });
  }, [ticketId, kind, place, save, company]);

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

  /** What goes with the words may have changed. */
  const touch = useCallback(() => {
    if (asText(company.current) === keptCompany.current) return;
    if (
      newest.current().body.trim() === "" &&
      company.current.files.length === 0 &&
      revision.current === null
    )
      return;
    dirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pauseMs);
  }, [flush, company]);

  /** Before sending: no save of these words may come after them. The copy in this browser stays until they are gone. */
  const hold = useCallback(async () => {
    clearTimeout(timer.current);
    keepCopy(place, { ...newest.current(), revision: revision.current });
    sending.current = true;
    await savesEnded(place);
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
    forgetSaved(place);
    setTheirs(null);
    setState("clean");
  }, [place]);

  /** The words are on the server as they stand here; so is what goes with them, when it is given. */
  const settle = useCallback(
    (next: Words & { revision: number | null }, beside?: DraftCompany) => {
      newest.current = () => wordsOf(next);
      kept.current = next.body;
      revision.current = next.revision;
      if (beside) keptCompany.current = asText(beside);
      dirty.current = false;
      unsent.current = false;
      stopped.current = false;
      forgetSaved(place);
      setTheirs(null);
      setState(next.revision === null ? "clean" : "saved");
    },
    [place],
  );

  /**
   * The server's words once they became others while all that was written here is saved: another window of the same person
   * wrote on or sent them, or a reply was taken back. A colleague who took them over leaves them here.
   */
  const news = useCallback((now: KeptDraft, isSent: (body: string) => boolean): KeptDraft | null => {
    if (now.revision === servedRevision.current) return null;
    servedRevision.current = now.revision;
    if (dirty.current || sending.current || now.revision === revision.current) return null;
    if (!unsent.current) return now;
    const goesOn =
      now.revision === null ? isSent(newest.current().body) : now.revision > (revision.current ?? 0);
    return goesOn ? now : null;
  }, []);

  /** The other window's words have been looked at: from here the ones in this window count. */
  const resolve = useCallback(() => {
    if (theirs) revision.current = theirs.revision;
    forgetSaved(place);
    stopped.current = false;
    dirty.current = true;
    setTheirs(null);
    void flush();
  }, [place, theirs, flush]);

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
    touch,
    hold,
    release,
    clear,
    flush,
    settle,
    news,
    resolve,
    leftOver,
  };
}

export const wordsOf = ({ body, document }: Words): Words => ({ body, document });

/** To tell whether it is the same. */
function asText({ files, recipients, draftId }: DraftCompany): string {
  return JSON.stringify([files.map(({ token }) => token), recipients?.to, recipients?.cc, draftId]);
}
