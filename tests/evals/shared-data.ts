import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe } from "vitest";

const folder = new URL("../../../shared/data/", import.meta.url);

/** `describe`, skipped with the reason in its name where the shared data sets are not beside the project. */
export function describeWithData(name: string, body: () => void): void {
  if (existsSync(folder)) describe(name, body);
  else describe.skip(`${name} (skipped: ../shared/data is not here)`, body);
}

/** The rows of one part of a data set, such as "banking77/train". */
export function rowsOf<T>(part: string): T[] {
  const lines = gunzipSync(readFileSync(new URL(`${part}.jsonl.gz`, folder))).toString("utf8");
  return lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

export type Labelled = { text: string; label: string };
export type Asked = { query: string; id: string | null };
