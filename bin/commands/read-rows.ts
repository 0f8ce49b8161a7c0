import { readFile, writeFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import type { z } from "zod";
import { Problem } from "../problem.ts";

/** Every line of a JSON Lines file (also .gz), checked. Throws one sentence naming the file and the line. */
export async function readRows<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const text = await readText(path);
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

/** As `readRows`, for what is measured: of nothing there are no figures. */
export async function readSomeRows<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const rows = await readRows(path, schema);
  if (rows.length === 0) throw new Problem(`${path} has no row: there is nothing to measure.`);
  return rows;
}

/** One JSON value of a file, checked. Throws one sentence naming the file. */
export async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const value = parseJson(await readText(path));
  if (value === undefined) throw new Problem(`${path} is not JSON.`);
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  throw new Problem(`${path}: ${[...issue.path, issue.message].join(" ")}.`);
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Problem(`${path} cannot be read (${error.code}).`);
  });
  return (path.endsWith(".gz") ? unpacked(path, bytes) : bytes).toString("utf8").replace(/^\ufeff/, "");
}

function unpacked(path: string, bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new Problem(`${path} is not a gzip file, or is damaged.`);
  }
}

/** Writes one JSON object a line. */
export async function writeRows(path: string, rows: readonly unknown[]): Promise<void> {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  await writeFile(path, text).catch((error: NodeJS.ErrnoException) => {
    throw new Problem(`${path} cannot be written (${error.code}).`);
  });
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
