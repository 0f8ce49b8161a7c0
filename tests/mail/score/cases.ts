import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The corpus lives beside the project, not in it: parts of it may not be redistributed. */
export const corpusFolder = fileURLToPath(new URL("../../../../shared/mail/", import.meta.url));
export const corpusExists = existsSync(`${corpusFolder}expected.jsonl`);

export interface MailCase {
  file: string;
  kind: string;
  basis: string;
  // biome-ignore lint/suspicious/noExplicitAny: the keys differ by kind and are described in the corpus's README.
  expect: any;
}

export function readCases(folder = corpusFolder): MailCase[] {
  const lines = readFileSync(`${folder}expected.jsonl`, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as MailCase);
}

export function readRaw(file: string, folder = corpusFolder): Buffer {
  return readFileSync(folder + file);
}

/** One stated fact: was it right? `got` explains a miss. */
export interface Check {
  field: string;
  ok: boolean;
  got?: unknown;
  want?: unknown;
}
