/**
 * Settles at the first word that this process should end: Ctrl-C, SIGTERM, or the death of the supervisor that
 * started it. A second Ctrl-C, more than a second later, ends it at once: npm passes every signal on to a
 * process that has had it already, and that must not count as a second one.
 */
export function toldToStop(): Promise<string> {
  return new Promise((resolve) => {
    let firstAt: number | null = null;
    const hear = (reason: string) => {
      if (firstAt !== null && performance.now() - firstAt > 1000) process.exit(1);
      firstAt ??= performance.now();
      resolve(reason);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => hear(signal));
    if (process.channel) process.once("disconnect", () => resolve("supervisor gone"));
  });
}

/**
 * Under `npm start` a shell stands between npm and us, and a SIGTERM to npm ends only that shell: so losing the
 * parent is being told to stop.
 */
export function parentGone(underNpm: boolean): Promise<string> {
  if (!underNpm) return new Promise(() => {});
  const parent = process.ppid;
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      resolve("parent gone");
    }, 500);
    watch.unref();
  });
}
