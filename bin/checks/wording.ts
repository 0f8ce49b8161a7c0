import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "#bin/build.ts";
import type { Check } from "./check.ts";

/** Only `utils` comes to mind: then the thing has not been understood yet. */
const emptyNames = /^(utils?|helpers?|misc|common|shared|managers?|data|info|stuff)\.(ts|tsx|js)$/;

const forbidden: [RegExp, because: string][] = [
  [/\b(TODO|FIXME|XXX|HACK)\b/, "unfinished work belongs in an issue"],
  [/\b(test|describe|it)\.only\(/, "the rest of the suite would not run"],
  [/\bAI[- ]agent\b|\bagentic\b/i, "an agent is a person; the machine is the assistant"],
  [/lorem ipsum/i, "words on screen are real words"],
  [/(^|["'`\s(])\/(work|home|root|Users|tmp)\/[a-z]/, "a path of one machine"],
  [/@ts-(ignore|nocheck)/, "the types are given up here"],
];

/** The launcher runs before anything is installed. NODE_ENV and NEXT_RUNTIME are constants that Next fills in. */
const readsEnvironment = ["lib/env.ts", "bin/bring.js"];

/** One word per thing, no leftovers. Reads what git tracks. */
export const wording: Check = {
  name: "wording",
  run: async () => trackedSources().flatMap(problemsIn),
};

function trackedSources(): string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  return listed
    .split("\0")
    .filter((path) => /\.(tsx?|jsx?|mjs|sql)$/.test(path) && path !== "bin/checks/wording.ts");
}

function problemsIn(path: string): string[] {
  const problems = emptyNames.test(basename(path)) ? [`${path}: the name says nothing`] : [];
  const lines = textOf(path).split("\n");
  for (const [index, line] of lines.entries()) {
    if (/\bprocess\.env\b(?!\.(NODE_ENV|NEXT_RUNTIME)\b)/.test(line) && !readsEnvironment.includes(path)) {
      problems.push(`${path}:${index + 1}: process.env – settings are read in lib/env.ts alone`);
    }
    for (const [pattern, because] of forbidden) {
      const word = pattern.exec(line)?.[0].trim();
      if (word) problems.push(`${path}:${index + 1}: ${word} – ${because}`);
    }
  }
  return problems;
}

function textOf(path: string): string {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return "";
  }
}
