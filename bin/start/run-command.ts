import { spawn } from "node:child_process";
import { join } from "node:path";
import { Problem } from "#bin/problem.ts";
import { childEnvironment } from "#lib/env.ts";
import { nodeFlags } from "./children.ts";

const baton = join(import.meta.dirname, "../baton.ts");

/**
 * Runs `baton <args> --json` to its end in a process of its own and returns what it printed. The supervisor lives
 * as long as the desk; what only the start needs (drizzle, BullMQ) must not stay in its memory.
 */
export function runCommand<Printed>(
  args: string[],
  settings: Record<string, string>,
  signal?: AbortSignal,
): Promise<Printed> {
  const child = spawn(process.execPath, [...nodeFlags, baton, ...args, "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
    signal,
    env: childEnvironment({ NODE_ENV: "production", ...settings }),
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(JSON.parse(out.trim().split("\n").at(-1) || "{}"));
      else reject(new Problem(err.trim() || `baton ${args[0]} ended with ${code}.`));
    });
  });
}
