import { once } from "node:events";
import { createReadStream, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "#bin/problem.ts";
import { describeEmail } from "#lib/channels/email/describe-email.ts";
import { parseEmail } from "#lib/channels/email/parse-email.ts";

/**
 * One JSON line a message, in the order given; directories are read to the bottom for `.eml`, by name. A file
 * that cannot be read becomes a line with `error`, and the rest go on.
 */
export async function mailParse(paths: string[]): Promise<void> {
  for (const file of paths.flatMap(filesAt)) {
    const line = await lineFor(file);
    if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, "drain");
  }
}

function filesAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Problem(`There is no file or directory ${path}.`);
  if (!found.isDirectory()) return [path];
  return globSync("**/*.eml", { cwd: path })
    .sort()
    .map((name) => join(path, name));
}

async function lineFor(file: string): Promise<object> {
  try {
    return describeEmail(file, await parseEmail(createReadStream(file)));
  } catch (error) {
    return { file, error: error instanceof Error ? error.message : String(error) };
  }
}
