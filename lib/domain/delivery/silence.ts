export type Silence = { usualPerHour: number; lastAt: Date };

const hourMs = 3_600_000;
/** How unlikely an empty stretch has to be before it is told: one false alarm in a thousand stretches. */
const surprise = Math.log(1000);
const shortestMs = 15 * 60_000;

/**
 * Whether mail has stopped coming. `sameHours` counts the mails in this hour of the week in earlier weeks, newest first.
 * Arrivals are taken as a Poisson stream at the median of those weeks: an empty stretch of length t has the
 * probability e^(-rate·t). Null while that is not surprising, or with less than two weeks to go by.
 */
export function silenceOf(lastAt: Date | null, sameHours: readonly number[], now: Date): Silence | null {
  if (!lastAt || sameHours.length < 2) return null;
  const sorted = [...sameHours].sort((a, b) => a - b);
  const usualPerHour = sorted[Math.floor((sorted.length - 1) / 2)]!;
  const quietMs = now.getTime() - lastAt.getTime();
  if (quietMs < shortestMs || (usualPerHour * quietMs) / hourMs < surprise) return null;
  return { usualPerHour, lastAt };
}
