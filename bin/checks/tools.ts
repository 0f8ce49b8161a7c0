import type { Check } from "./check.ts";
import { runTool } from "./run-tool.ts";

export const style: Check = {
  name: "format and lint",
  run: () => runTool("biome", ["check", "--colors=off", "--max-diagnostics=30", "."]),
};

export const types: Check = {
  name: "types",
  run: () => runTool("tsc", ["--noEmit", "-p", "."]),
};

export const deadCode: Check = {
  name: "dead code",
  run: () => runTool("knip", ["--no-progress", "--no-config-hints"]),
};
