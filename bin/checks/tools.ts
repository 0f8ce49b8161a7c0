import type { Check } from "./check.ts";
import { runTool } from "./run-tool.ts";

export const style: Check = {
  name: "format and lint",
  run: () => runTool("biome", ["check", "--colors=off", "--max-diagnostics=30", "."]),
};

export const types: Check = {
  name: "types",
  // The types of the routes are Next's to write; those of an old development server are left out.
  run: async () => {
    const problems = await runTool("next", ["typegen"]);
    return problems.length > 0 ? problems : runTool("tsc", ["--noEmit", "-p", "bin/checks"]);
  },
};

export const deadCode: Check = {
  name: "dead code",
  run: () => runTool("knip", ["--no-progress", "--no-config-hints"]),
};
