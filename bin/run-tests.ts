import { join } from "node:path";
import { startVitest } from "vitest/node";
import { ensureBuilt, root } from "./build.ts";
import { createTerminal } from "./start/terminal.ts";
import { bringTools } from "./tests/bring-tools.ts";
import { Counting } from "./tests/tally.ts";

/**
 * `npm test` runs everything; `npm test services lib/domain` only the suites or files that the words name. The
 * last line is for machines: `N passed, N failed, N skipped`.
 */
const suites = ["rules", "properties", "services", "workers", "mail", "evals", "e2e", "faults"];
const words = process.argv.slice(2);
const project = words.filter((word) => suites.includes(word));
const files = words.filter((word) => !suites.includes(word));
const terminal = createTerminal();

if (words.length === 0) bringTools(terminal.say);
const needsScreens = words.length === 0 || project.includes("e2e") || project.includes("faults");
if (needsScreens) {
  await ensureBuilt(join(root, ".baton/log/build.log"), (seconds) =>
    terminal.progress(`Building the screens… ${seconds} s`),
  );
}

const counting = new Counting();
const vitest = await startVitest("test", files, {
  root,
  watch: false,
  project,
  passWithNoTests: true,
  reporters: ["default", counting],
});
await vitest.close();

const { passed, failed, skipped, reasons } = counting.tally;
for (const [reason, count] of reasons) console.log(`Skipped ${count}: ${reason}`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
