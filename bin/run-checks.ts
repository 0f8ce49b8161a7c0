import { browserWords } from "./checks/browser-words.ts";
import type { Check } from "./checks/check.ts";
import { handlers } from "./checks/handlers.ts";
import { imports } from "./checks/imports.ts";
import { languages } from "./checks/languages.ts";
import { deadCode, style, types } from "./checks/tools.ts";
import { wording } from "./checks/wording.ts";

/** Everything about the code that is not a test. All are run; the first word of each says how it went. */
const checks: Check[] = [types, style, deadCode, imports, languages, browserWords, handlers, wording];

const results = await Promise.all(checks.map(report));
process.exit(results.every(Boolean) ? 0 : 1);

async function report({ name, run }: Check): Promise<boolean> {
  const started = performance.now();
  const problems = await run().catch((error: unknown) => [
    error instanceof Error ? error.message : String(error),
  ]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (problems.length === 0) {
    console.log(`ok    ${name} (${seconds} s)`);
    return true;
  }
  console.log(`WRONG ${name} (${seconds} s)`);
  for (const problem of problems) console.log(problem.replace(/^/gm, "      "));
  return false;
}
