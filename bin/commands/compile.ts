import { globSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
/** What the roles load, at once or when they need it. */
const loaded = ["bin/commands/*.ts", "bin/web-server.ts", "lib/**/*.ts", "workers/**/*.ts", "db/**/*.ts"];
const notLoaded = /\.(test|d)\.ts$/;

/** Loads them once and ends: what Node compiled is kept, and the next to load it needs no compiler in its memory. */
export async function compile(): Promise<void> {
  const files = globSync(loaded, { cwd: root }).filter((file) => !notLoaded.test(file));
  for (const file of files) await import(join(root, file));
  process.exit(0);
}
