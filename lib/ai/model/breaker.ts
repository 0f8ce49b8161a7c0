/** Stops asking after a row of failures, and tries again one call at a time when the pause is over. */
export type Breaker = { open(): boolean; succeeded(): void; failed(): void };

export function createBreaker(
  options: { failures?: number; pauseMs?: number; clock?: () => number } = {},
): Breaker {
  const { failures = 3, pauseMs = 60_000, clock = () => performance.now() } = options;
  let row = 0;
  let openedAt = Number.NEGATIVE_INFINITY;
  return {
    open: () => row >= failures && clock() - openedAt < pauseMs,
    succeeded: () => {
      row = 0;
    },
    failed: () => {
      row += 1;
      if (row >= failures) openedAt = clock();
    },
  };
}
