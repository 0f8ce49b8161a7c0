import { type ChildProcess, spawn } from "node:child_process";
import { openSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Role } from "#bin/home.ts";
import { childEnvironment } from "#lib/env.ts";

export interface KeptRunning {
  role: Role;
  /** SIGTERM, then SIGKILL after the time given. Settles when it has ended. */
  stop(patienceMs: number): Promise<void>;
}

export interface KeepOptions {
  dataDir: string;
  /** Settings over ours. */
  settings: Record<string, string>;
  /** false: the child's log goes to DATA_DIR/log/<role>.log, and the terminal stays readable. */
  logToTerminal: boolean;
  /** Hears in one sentence that a child died and will be started again. */
  onDeath(sentence: string): void;
}

const baton = join(import.meta.dirname, "../baton.ts");
/** A child that lived this long was well; its next death is a first one. */
const wellAfterMs = 30_000;

/**
 * Starts a role and starts it again whenever it dies, after 0.3 s, then twice as long each time up to ten
 * seconds. Children lead their own sessions, so that Ctrl-C reaches only us and we stop them in order; they end
 * by themselves when we are killed, because the channel to us breaks.
 */
export function keepRunning(role: Role, options: KeepOptions): KeptRunning {
  let stopping = false;
  let deaths = 0;
  let child = launch(role, options);
  let life = watch();

  function watch(): Promise<void> {
    const born = performance.now();
    return new Promise((resolve) => {
      child.once("error", () => resolve());
      child.once("exit", (code, signal) => {
        if (!stopping) void again(performance.now() - born, signal ?? `code ${code}`);
        resolve();
      });
    });
  }

  async function again(livedMs: number, how: string): Promise<void> {
    deaths = livedMs > wellAfterMs ? 1 : deaths + 1;
    const pauseMs = Math.min(10_000, 300 * 2 ** (deaths - 1));
    options.onDeath(`The ${role} process ended (${how}); starting it again.`);
    await wait(pauseMs);
    if (stopping) return;
    child = launch(role, options);
    life = watch();
  }

  return {
    role,
    stop: async (patienceMs) => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), patienceMs);
      await life;
      clearTimeout(late);
    },
  };
}

function launch(role: Role, options: KeepOptions): ChildProcess {
  const log = options.logToTerminal ? "inherit" : openLog(join(options.dataDir, "log", `${role}.log`));
  return spawn(process.execPath, [...flagsOf(role), baton, role], {
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
    env: childEnvironment({ NODE_ENV: "production", ...options.settings }),
  });
}

/** Loading drizzle alone grows a heap to 250 MB that it never gives back; with these it takes 65. */
export const nodeFlags = ["--optimize-for-size", "--max-semi-space-size=2"];
/** Code made for size draws a page in a third more time, and the web process is no smaller for it. */
const webFlags = ["--max-semi-space-size=16"];

/** With which flags of Node's a role runs. */
export function flagsOf(role: Role): readonly string[] {
  return role === "web" ? webFlags : nodeFlags;
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 20_000_000) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}
