import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import type { z } from "zod";

/** Every line of a JSON Lines file (also .gz), checked. Throws one sentence naming the file and the line. */
export async function readRows<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const file = createReadStream(path);
  const input = path.endsWith(".gz") ? file.pipe(createGunzip()) : file;
  file.once("error", (error) => input.destroy(error));
  const rows: T[] = [];
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === "") continue;
    const row = schema.safeParse(parseJson(text));
    if (!row.success)
      throw new Error(`${path}, line ${line}: ${row.error.issues[0]?.message ?? "not understood"}.`);
    rows.push(row.data);
  }
  return rows;
}

/** Writes one JSON object a line. */
export async function writeRows(path: string, rows: readonly unknown[]): Promise<void> {
  await writeFile(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
