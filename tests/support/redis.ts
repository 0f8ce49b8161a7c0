import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#bin/free-port.ts";

export interface TestRedis {
  url: string;
  port: number;
  pid: number;
  /** SIGKILL, as a crash would; the data directory stays for `restart`. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestRedisOptions {
  /** Append-only file, synced each second. Default false: a kill loses everything. */
  appendOnly?: boolean;
  /** Default noeviction, the only one the desk accepts. */
  policy?: string;
  maxMemory?: string;
}

/** Why Redis tests cannot run here, or null. For `test.skipIf`, so that a report says it. */
export function redisMissing(): string | null {
  const found = spawnSync("redis-server", ["--version"], { stdio: "ignore" }).status === 0;
  return found ? null : "redis-server is not installed";
}

/** A real redis-server on a free port. */
export async function startRedis(options: TestRedisOptions = {}): Promise<TestRedis> {
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), "baton-redis-"));
  let running = await launch(port, directory, options);
  const end = async (signal: NodeJS.Signals) => {
    running.child.kill(signal);
    await running.ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    get pid() {
      return running.child.pid!;
    },
    kill: () => end("SIGKILL"),
    restart: async () => {
      running = await launch(port, directory, options);
    },
    stop: async () => {
      await end("SIGTERM");
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, directory: string, options: TestRedisOptions) {
  const args = {
    port,
    bind: "127.0.0.1",
    dir: directory,
    save: "",
    appendonly: options.appendOnly ? "yes" : "no",
    "maxmemory-policy": options.policy ?? "noeviction",
    maxmemory: options.maxMemory ?? "0",
  };
  const flags = Object.entries(args).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn("redis-server", flags, { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (said.includes("Ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`redis-server ended: ${said.slice(-300)}`)));
  });
  child.stdout.removeAllListeners("data").resume();
  return { child, ended };
}
