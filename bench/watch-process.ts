/**
 * Loaded into a process that is measured (`node --import`): how much memory it took and how long its event loop was
 * held, since the last SIGUSR2. Each SIGUSR2 writes the figures to `BENCH_WATCH` and begins anew.
 */
import { renameSync, writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { childEnvironment } from "#lib/env.ts";

export type Watched = { startMb: number; mostMb: number; p50Ms: number; p99Ms: number; maxMs: number };

const file = childEnvironment().BENCH_WATCH;
if (file) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let start = process.memoryUsage.rss();
  let most = start;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  setInterval(look, 20).unref();
  delay.enable();
  process.on("SIGUSR2", () => {
    look();
    const ms = (nanoseconds: number) => Math.round(nanoseconds / 1e5) / 10;
    const mb = (bytes: number) => Math.round(bytes / (1 << 20));
    const figures: Watched = {
      startMb: mb(start),
      mostMb: mb(most),
      p50Ms: ms(delay.percentile(50)),
      p99Ms: ms(delay.percentile(99)),
      maxMs: ms(delay.max),
    };
    writeFileSync(`${file}.new`, JSON.stringify(figures));
    renameSync(`${file}.new`, file);
    delay.reset();
    start = process.memoryUsage.rss();
    most = start;
  });
}
