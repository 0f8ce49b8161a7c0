import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "#bin/build.ts";

/** Runs one of our development tools; its words are the problems, if it ends with anything but 0. */
export function runTool(name: string, args: string[]): Promise<string[]> {
  const child = spawn(join(root, "node_modules/.bin", name), args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0 ? [] : [said.trim() || `${name} ended with ${code}`]));
  });
}
