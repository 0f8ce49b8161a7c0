import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { childEnvironment, type Env } from "#lib/env.ts";

export type Child = {
  pid: number;
  said(): string;
  ready: Promise<void>;
  kill(signal: NodeJS.Signals): Promise<number | null>;
};

/** `child-worker.ts` in a process of its own. */
export function spawnWorker(env: Env, jobMs: number, over: Record<string, string> = {}): Child {
  const script = fileURLToPath(new URL("./child-worker.ts", import.meta.url));
  const child = spawn(process.execPath, [script, String(jobMs)], {
    stdio: ["ignore", "pipe", "pipe"],
    env: childEnvironment({
      DATABASE_URL: env.databaseUrl ?? "",
      REDIS_URL: env.redisUrl ?? "",
      DATA_DIR: env.dataDir,
      SECRET: env.secret ?? "",
      LOG_LEVEL: "warn",
      NODE_ENV: "test",
      ...over,
    }),
  });
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk;
      if (/^ready$/m.test(output)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then((code) => reject(new Error(`the worker ended with ${code}: ${output}`)));
  });
  ready.catch(() => {});
  return {
    pid: child.pid!,
    said: () => output,
    ready,
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
