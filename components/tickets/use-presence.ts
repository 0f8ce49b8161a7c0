"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Present } from "#lib/reads/ticket-presence.ts";
import { onLive } from "../shell/live-stream.ts";

const aliveMs = 4_000;
const typingMs = 4_000;

type Doing = "viewing" | "typing" | "gone";
type News = { ticketId: string; agentId: string; name: string; tab: string; doing: Doing };

/** This window, for as long as it lives. */
const tab = `w${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}`;

/**
 * Tells colleagues that somebody is here or writes, and knows who else is. News come by the live stream; the sign of life every
 * few seconds brings the whole list, so a missed one mends itself. A hidden window is nobody.
 */
export function usePresence(ticketId: string, myId: string) {
  const [present, setPresent] = useState<Present[]>([]);
  const doing = useRef<Doing>("gone");
  /** News so far: a list that was asked for before the last of them is older than it. */
  const news = useRef(0);
  const quiet = useRef<ReturnType<typeof setTimeout>>(undefined);

  const tell = useCallback(
    async (next: Doing) => {
      doing.current = next;
      const knew = news.current;
      const answer = await fetch("/presence", {
        method: "POST",
        keepalive: true,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ticketId, tab, doing: next }),
      }).catch(() => null);
      if (!answer?.ok || next === "gone") return;
      const { data } = (await answer.json()) as { data: Present[] };
      if (doing.current !== "gone" && news.current === knew) setPresent(data);
    },
    [ticketId],
  );

  const typing = useCallback(() => {
    clearTimeout(quiet.current);
    quiet.current = setTimeout(() => doing.current === "typing" && void tell("viewing"), typingMs);
    if (doing.current === "viewing") void tell("typing");
  }, [tell]);

  /** The words are sent or gone. */
  const rest = useCallback(() => {
    clearTimeout(quiet.current);
    if (doing.current === "typing") void tell("viewing");
  }, [tell]);

  useEffect(() => {
    const come = () => void tell(document.hidden ? "gone" : "viewing");
    const leave = () => doing.current !== "gone" && void tell("gone");
    const alive = setInterval(() => doing.current !== "gone" && void tell(doing.current), aliveMs);
    const stop = onLive("presence", (data) => {
      const { doing, ...one } = JSON.parse(data) as News;
      if (one.ticketId !== ticketId || one.agentId === myId) return;
      news.current += 1;
      setPresent((all) => [
        ...all.filter(({ agentId }) => agentId !== one.agentId),
        ...(doing === "gone" ? [] : [{ agentId: one.agentId, name: one.name, doing }]),
      ]);
    });
    come();
    document.addEventListener("visibilitychange", come);
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", come);
    return () => {
      clearInterval(alive);
      clearTimeout(quiet.current);
      stop();
      document.removeEventListener("visibilitychange", come);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", come);
      leave();
    };
  }, [ticketId, myId, tell]);

  return { present, typing, rest };
}
