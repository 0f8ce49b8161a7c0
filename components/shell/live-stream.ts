"use client";

type Name = "change" | "resync" | "presence" | "open" | "error";

/** The server says every 20 s that it is there. Silent for longer than this, a connection is dead whatever the browser thinks. */
const silentMs = 45_000;
const lookMs = 5_000;
const againMs = 2_000;

const ears = new Map<Name, Set<(data: string) => void>>();
let source: EventSource | null = null;
let lastId = "";
let heardAt = 0;
let watch: ReturnType<typeof setInterval> | undefined;
let again: ReturnType<typeof setTimeout> | undefined;

/** Hears the desk's live stream: one connection for all who listen in this window. */
export function onLive(name: Name, hear: (data: string) => void): () => void {
  const others = ears.get(name) ?? new Set();
  ears.set(name, others.add(hear));
  if (!source) begin();
  return () => {
    others.delete(hear);
    if (![...ears.values()].some((set) => set.size > 0)) end();
  };
}

const tell = (name: Name, data = "") => {
  for (const hear of ears.get(name) ?? []) hear(data);
};
const lost = () => tell("error");

function begin(): void {
  // What happened while the page was on its way was missed as well.
  lastId ||= document.getElementById("live-from")?.getAttribute("value") ?? "";
  open();
  watch = setInterval(() => {
    if (Date.now() - heardAt < silentMs) return;
    lost();
    open();
  }, lookMs);
  window.addEventListener("online", open);
  window.addEventListener("offline", lost);
}

function end(): void {
  window.removeEventListener("online", open);
  window.removeEventListener("offline", lost);
  clearInterval(watch);
  clearTimeout(again);
  source?.close();
  source = null;
}

/** Opened anew, it names what it heard last: a connection of ours begins where the one before ended. */
function open(): void {
  clearTimeout(again);
  source?.close();
  const mine = new EventSource(lastId ? `/api/live?after=${encodeURIComponent(lastId)}` : "/api/live");
  source = mine;
  heardAt = Date.now();
  for (const name of ["change", "resync", "presence", "beat", "open", "error"] as const)
    mine.addEventListener(name, (event) => {
      if (mine !== source) return;
      if (name === "error") return stumble(mine);
      heardAt = Date.now();
      if (event instanceof MessageEvent && event.lastEventId) lastId = event.lastEventId;
      // A sign of life is as good as a new connection: a network may say "offline" and still carry it.
      if (name === "beat") tell("open");
      else tell(name, event instanceof MessageEvent ? String(event.data) : "");
    });
}

/** The browser tries again by itself after a cut, but never after an answer that was no stream: a restart behind a proxy. */
function stumble(mine: EventSource): void {
  lost();
  if (mine.readyState !== EventSource.CLOSED) return;
  clearTimeout(again);
  again = setTimeout(open, againMs);
}
