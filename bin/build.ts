import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { childEnvironment } from "#lib/env.ts";
import { Problem } from "./problem.ts";

export const root = dirname(import.meta.dirname);
const stamp = join(root, ".next/baton-build.json");

/** What the screens are made of. Tests, seeds and the assistant are not in them. */
const sources = ["app/**/*", "components/**/*", "lib/**/*", "db/**/*", "public/**/*", "*.{js,ts,json}"];
const notInIt =
  /\.test\.tsx?$|^lib\/ai\/|^db\/(seed|migrations)\/|^(knip|biome|vitest|drizzle|next-env)\b|tsbuildinfo$/;

/**
 * Builds the screens if their sources changed since the last build. `progress` hears how many seconds it has
 * taken, each five seconds. Returns whether it built.
 */
export async function ensureBuilt(
  logFile: string,
  progress: (seconds: number) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  const hash = hashSources();
  if (lastBuilt() === hash) return false;
  const started = performance.now();
  progress(0);
  const ticking = setInterval(() => progress(Math.round((performance.now() - started) / 1000)), 5000);
  try {
    await build(logFile, signal);
  } finally {
    clearInterval(ticking);
  }
  writeFileSync(stamp, `${JSON.stringify({ hash })}\n`);
  return true;
}

export function isBuilt(): boolean {
  return existsSync(join(root, ".next/BUILD_ID"));
}

function hashSources(): string {
  const files = sources
    .flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !notInIt.test(path))
    .sort();
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

function lastBuilt(): string | null {
  if (!isBuilt() || !existsSync(stamp)) return null;
  return JSON.parse(readFileSync(stamp, "utf8")).hash;
}

function build(logFile: string, signal?: AbortSignal): Promise<void> {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, "w");
  const next = join(root, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: root,
    stdio: ["ignore", log, log],
    signal,
    env: childEnvironment({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) return resolve();
      const tail = readFileSync(logFile, "utf8").trim().split("\n").slice(-30).join("\n");
      reject(new Problem(`The screens could not be built; ${logFile} says why:\n${tail}`));
    });
  });
}
