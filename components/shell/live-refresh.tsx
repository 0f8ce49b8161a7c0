"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { useI18n } from "../ui/i18n-provider.tsx";
import { showOnDesktop } from "./desktop-notices.ts";
import { onLive } from "./live-stream.ts";

const debounceMs = 120;
const leastBetweenMs = 600;

/**
 * Refetches what is on screen when the desk changes, and after the browser's back, which shows a page as it was left.
 * Events that come while a refetch runs are answered by one more. A hidden tab waits until it is looked at. The browser
 * reconnects by itself and sends the last event id; the server then says whether anything was missed.
 */
export function LiveRefresh({ agentId }: { agentId: string }) {
  const router = useRouter();
  const { t } = useI18n();
  const [lost, setLost] = useState(false);
  const [isPending, startTransition] = useTransition();
  const [wanted, setWanted] = useState(0);
  const [done, setDone] = useState(0);

  useEffect(() => {
    const want = () => setWanted((n) => n + 1);
    const stops = [
      onLive("change", want),
      onLive("change", (data) => showOnDesktop(data, agentId, (href) => router.push(href as never))),
      onLive("resync", want),
      onLive("open", () => setLost(false)),
      onLive("error", () => setLost(true)),
    ];
    window.addEventListener("popstate", want);
    return () => {
      window.removeEventListener("popstate", want);
      for (const stop of stops) stop();
    };
  }, [agentId, router]);

  useEffect(() => {
    if (lost || wanted === done || isPending) return;
    const refresh = () => {
      if (document.hidden) return;
      setDone(wanted);
      lastRefresh = Date.now();
      startTransition(() => router.refresh());
    };
    const timer = setTimeout(refresh, Math.max(debounceMs, lastRefresh + leastBetweenMs - Date.now()));
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [wanted, done, lost, isPending, router]);

  return (
    <p role="status" className="pointer-events-none fixed inset-x-0 top-2 z-50 text-center empty:hidden">
      {lost && (
        <span className="rounded-full bg-ink px-3 py-1 text-canvas text-xs shadow-float">
          {t("shell.connectionLost")}
        </span>
      )}
    </p>
  );
}

let lastRefresh = 0;
