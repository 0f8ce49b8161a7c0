import { existsSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { root } from "#bin/build.ts";
import rules from "../../.dependency-cruiser.mjs";
import type { Check } from "./check.ts";

const folders = ["app", "components", "db", "lib", "workers", "bin", "tests", "bench"];

/** Fewer than this and the cruiser has gone blind, as it does beside TypeScript 7 without @swc/core. */
const fewestModules = 100;

export const imports: Check = {
  name: "import rules",
  run: () => cruiseTree(root, fewestModules),
};

/** Every import in a tree that our rules forbid, one line each. */
export async function cruiseTree(baseDir: string, fewest: number): Promise<string[]> {
  const { options = {}, ...ruleSet } = rules;
  const there = folders.filter((name) => existsSync(join(baseDir, name)));
  const { output } = await cruise(there, { ...options, baseDir, validate: true, ruleSet });
  if (typeof output === "string") return [output];
  const modules = output.modules.filter(({ source }) => !source.includes("node_modules"));
  if (modules.length < fewest) return [`Only ${modules.length} modules were seen: the cruiser is blind.`];
  return describe(output);
}

function describe({ summary }: ICruiseResult): string[] {
  return summary.violations
    .filter(({ rule }) => rule.severity === "error")
    .map(({ rule, from, to, cycle }) => {
      const way = cycle ? [from, ...cycle.map(({ name }) => name)].join(" → ") : `${from} → ${to}`;
      return `${rule.name}: ${way}`;
    });
}
