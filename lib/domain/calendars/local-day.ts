import { DAY, localDay } from "./open-hours.ts";
import { stretchAt } from "./zone.ts";

/** The instant at which the local day of `at` began; where midnight is skipped, the first instant after it. */
export function startOfLocalDay(timeZone: string, at: Date): Date {
  const day = localDay(timeZone, at.getTime());
  const midnight = (offset: number) => day * DAY - offset;
  const guess = midnight(stretchAt(timeZone, at.getTime()).offset);
  const begin = midnight(stretchAt(timeZone, guess).offset);
  const { from } = stretchAt(timeZone, guess);
  return new Date(localDay(timeZone, begin) === day ? begin : Math.max(begin, from));
}
