const minute = 60_000;
const waits = [1, 2, 5, 15, 30, 60, 120].map((minutes) => minutes * minute);

/** When to try a deferred mail again after so many tries: soon at first, then with more patience, in all about 4 hours. */
export function retryAt(attempts: number, now: Date): Date {
  const wait = waits[Math.min(Math.max(attempts, 1), waits.length) - 1]!;
  return new Date(now.getTime() + wait);
}
