import { existsSync, readFileSync } from "node:fs";

/** Hostile HTML, files and fields. They lie beside the project and are no part of it. */
const folder = new URL("../../../shared/security/", import.meta.url);

export const vectorsExist = existsSync(folder);

type Row = Record<string, string>;

export const rowsOf = (path: string): Row[] =>
  readFileSync(new URL(path, folder), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);

export const htmlVectors = (): Row[] => [
  ...rowsOf("xss/html-vectors.jsonl"),
  ...rowsOf("xss/mail-vectors.jsonl"),
];
