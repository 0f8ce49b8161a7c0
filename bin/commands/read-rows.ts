import { readFile, writeFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import type { z } from "zod";
import { Problem } from "../problem.ts";

/** Every line of a JSON Lines file (also .gz), checked. Throws one sentence naming the file and the line. */
export async function readRows<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Problem(`${path} cannot be read (${error.code}).`);
  });
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").replace(/^\ufeff/, "");
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const value = parseJson(line);
    if (value === undefined) throw new Problem(`${path}, line ${i + 1} is not JSON.`);
    const row = schema.safeParse(value);
    if (row.success) return [row.data];
    const issue = row.error.issues[0]!;
    throw new Problem(`${path}, line ${i + 1}: ${[...issue.path, issue.message].join(" ")}.`);
  });
}

/** Writes one JSON object a line. */
export async function writeRows(path: string, rows: readonly unknown[]): Promise<void> {
  await writeFile(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

/** A share such as 0.95 from the command line; undefined when it was not given. Throws for anything else. */
export function shareOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const share = Number(text);
  if (!(share > 0 && share < 1)) throw new Problem(`${text} is not a share between 0 and 1.`);
  return share;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
