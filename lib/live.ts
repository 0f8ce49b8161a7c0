/**
 * The bell of the open screens. Verbs ring it with `pg_notify('baton_live', …)` when they commit; one
 * connection of this process listens, and every open stream hears the same events.
 *
 * An id is `<epoch>-<number>`: a browser that comes back names the last one it heard and gets those it missed.
 * From another process, from before a restart, or from too long ago, it gets `resync` and refetches.
 */
export interface LiveEvent {
  /** Null for what is not worth hearing late: who looks at a ticket just now. */
  id: string | null;
  /** `beat` is a sign of life: the connection stands, and nothing was missed up to its id. */
  name: "change" | "resync" | "presence" | "beat";
  /** JSON. */
  data: string;
}

export interface Bell {
  /** Calls `hear` with what was missed since `lastEventId`, then with everything that happens. */
  subscribe(lastEventId: string | null, hear: (event: LiveEvent) => void): () => void;
  /** The id of the newest event: who has heard nothing yet comes back with this one. */
  now(): string;
}

/** `listen` of postgres.js: its second callback runs at every (re)connection. */
export type Listen = (
  channel: string,
  onNotify: (payload: string) => void,
  onListen: () => void,
) => Promise<unknown>;

const remembered = 500;

export function hangBell(listen: Listen, epoch = Date.now().toString(36)): Bell {
  const ears = new Set<(event: LiveEvent) => void>();
  const recent: LiveEvent[] = [];
  let count = 0;
  let listening = false;

  const ring = (name: LiveEvent["name"], data: string) => {
    count += 1;
    const event = { id: `${epoch}-${count}`, name, data };
    recent.push(event);
    if (recent.length > remembered) recent.shift();
    for (const hear of ears) hear(event);
  };
  const mention = (data: string) => {
    for (const hear of ears) hear({ id: null, name: "presence", data });
  };
  const onListen = () => {
    // While the connection was away anything may have happened.
    if (listening) ring("resync", "{}");
    listening = true;
  };
  const start = (channel: string, onNotify: (payload: string) => void, onStart: () => void) => {
    listen(channel, onNotify, onStart).catch(() => {
      setTimeout(() => start(channel, onNotify, onStart), 2_000).unref();
    });
  };
  start("baton_live", (payload) => ring("change", payload), onListen);
  start("baton_presence", mention, () => {});

  return {
    now: () => `${epoch}-${count}`,
    subscribe(lastEventId, hear) {
      for (const event of missedSince(lastEventId)) hear(event);
      ears.add(hear);
      return () => ears.delete(hear);
    },
  };

  function missedSince(lastEventId: string | null): LiveEvent[] {
    if (!lastEventId) return [];
    const [from, number] = lastEventId.split("-");
    const missed = count - Number(number);
    const known = from === epoch && missed >= 0 && missed <= recent.length;
    if (!known) return [{ id: `${epoch}-${count}`, name: "resync", data: "{}" }];
    return missed === 0 ? [] : recent.slice(-missed);
  }
}

/** One event in the wire format (WHATWG HTML §9.2). Payloads are JSON without line breaks. */
export function writeEvent({ id, name, data }: LiveEvent): string {
  const number = id === null ? "" : `id: ${id}\n`;
  return `${number}event: ${name}\ndata: ${data.replaceAll("\n", " ")}\n\n`;
}
