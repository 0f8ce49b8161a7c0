const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const CHUNK = 52 * WEEK;

/** A stretch of time in which a zone keeps one offset. All in epoch milliseconds; `offset` = local − UTC. */
export interface Stretch {
  from: number;
  to: number;
  offset: number;
}

/**
 * The stretch of constant offset around an instant. Stretches are cut at fixed chunk borders, so two
 * neighbours may share an offset. Transitions are looked up once per zone and chunk, then remembered.
 * They are found by weekly samples and bisection to the minute: no zone since 1972 moves its clock
 * there and back inside one week.
 */
export function stretchAt(timeZone: string, at: number): Stretch {
  const zone = zoneOf(timeZone);
  const last = zone.last;
  if (last && last.from <= at && at < last.to) return last;
  const index = Math.floor(at / CHUNK);
  let stretches = zone.chunks.get(index);
  if (!stretches) {
    stretches = stretchesBetween(zone.format, index * CHUNK, (index + 1) * CHUNK);
    zone.chunks.set(index, stretches);
  }
  zone.last = stretches.find((stretch) => at < stretch.to)!;
  return zone.last;
}

/** Throws nothing: says whether the runtime knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone });
    return true;
  } catch {
    return false;
  }
}

interface Zone {
  format: Intl.DateTimeFormat;
  chunks: Map<number, Stretch[]>;
  last: Stretch | null;
}

const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      year: "numeric",
      timeZoneName: "longOffset",
    });
    zone = { format, chunks: new Map(), last: null };
    zones.set(timeZone, zone);
  }
  return zone;
}

function stretchesBetween(format: Intl.DateTimeFormat, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [{ from, to, offset: offsetAt(format, from) }];
  for (let at = from + WEEK; at <= to; at += WEEK) {
    const current = stretches.at(-1)!;
    const offset = offsetAt(format, at === to ? to - MINUTE : at);
    if (offset === current.offset) continue;
    const change = bisect(format, at - WEEK, at, current.offset);
    current.to = change;
    stretches.push({ from: change, to, offset });
  }
  return stretches;
}

/** The first minute in (before, after] whose offset is no longer `offset`. */
function bisect(format: Intl.DateTimeFormat, before: number, after: number, offset: number): number {
  let low = before;
  let high = after;
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / MINUTE / 2) * MINUTE;
    if (offsetAt(format, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(format.format(at));
  if (!match) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return (match[1] === "-" ? -1 : 1) * seconds * 1000;
}
