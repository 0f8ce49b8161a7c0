"use client";

type Name = "change" | "resync" | "presence" | "open" | "error";

const ears = new Map<Name, Set<(data: string) => void>>();
let stream: EventSource | null = null;

/** Hears the desk's live stream: one connection for all who listen in this window. */
export function onLive(name: Name, hear: (data: string) => void): () => void {
  const others = ears.get(name) ?? new Set();
  ears.set(name, others.add(hear));
  stream ??= open();
  return () => {
    others.delete(hear);
    if ([...ears.values()].some((set) => set.size > 0)) return;
    stream?.close();
    stream = null;
  };
}

function open(): EventSource {
  const source = new EventSource("/api/live");
  for (const name of ["change", "resync", "presence", "open", "error"] as const)
    source.addEventListener(name, (event) => {
      const data = event instanceof MessageEvent ? String(event.data) : "";
      for (const hear of ears.get(name) ?? []) hear(data);
    });
  return source;
}
