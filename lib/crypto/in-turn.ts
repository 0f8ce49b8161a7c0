/** Thrown when too many already wait. */
export class TooManyWaiting extends Error {
  override readonly name = "TooManyWaiting";
}

/** Runs work a few at a time; the rest waits in line, and beyond that is refused at once. */
export function inTurn({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  let running = 0;
  const line: (() => void)[] = [];

  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= atOnce) {
      if (line.length >= waiting) throw new TooManyWaiting("too many are waiting");
      await new Promise<void>((go) => line.push(go));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      // The place goes to the next in line, or is free again.
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
