import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { nodeFlags } from "#bin/start/children.ts";
import { childEnvironment } from "#lib/env.ts";
import type { Watched } from "./watch-process.ts";

export type WatchedProcess = {
  /** What it took since the last call; the next count begins. */
  figures(): Promise<Watched>;
  stop(): Promise<void>;
};

const here = import.meta.dirname;
/** A program of ours in a process that can be measured. */
export function watchedProcess(
  dataDir: string,
  name: string,
  command: string[],
  settings: Record<string, string>,
): WatchedProcess {
  const file = join(dataDir, `${name}.watch.json`);
  const log = openSync(join(dataDir, `${name}.log`), "a");
  const child: ChildProcess = spawn(
    process.execPath,
    [...nodeFlags, "--import", join(here, "watch-process.ts"), ...command],
    {
      stdio: ["ignore", log, log],
      env: childEnvironment({ ...settings, BENCH_WATCH: file, NODE_ENV: "production" }),
    },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    async figures() {
      rmSync(file, { force: true });
      child.kill("SIGUSR2");
      while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 10));
      return JSON.parse(readFileSync(file, "utf8")) as Watched;
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
