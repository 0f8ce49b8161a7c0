import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { Problem } from "../problem.ts";
import { readJson, readRows, readSomeRows, writeRows } from "./read-rows.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "baton-rows-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const Row = z.object({ text: z.string() });
function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

test("a byte order mark, CRLF and blank lines are no part of the rows", async () => {
  const rows = await readRows(file("rows.jsonl", '\ufeff{"text":"a"}\r\n\r\n{"text":"나"}\r\n'), Row);
  expect(rows).toEqual([{ text: "a" }, { text: "나" }]);
});

test.each<[string, RegExp, (folder: string) => Promise<unknown>]>([
  ["is not packed", /not a gzip file/u, () => readRows(file("a.jsonl.gz", "hello"), Row)],
  ["is not there", /cannot be read \(ENOENT\)/u, (at) => readJson(join(at, "none.json"), Row)],
  ["is a folder", /cannot be read \(EISDIR\)/u, (at) => readJson(at, Row)],
  ["is not JSON", /is not JSON\.$/u, () => readJson(file("b.json", "{oops"), Row)],
  ["has another shape", /b2\.json: .*expected object/u, () => readJson(file("b2.json", "[1]"), Row)],
  ["has a wrong line", /line 2: text/u, () => readRows(file("c.jsonl", '{"text":"a"}\n{"text":1}'), Row)],
  ["is empty", /no row: there is nothing to measure/u, () => readSomeRows(file("d.jsonl", "\n"), Row)],
  ["cannot be written", /cannot be written \(ENOENT\)/u, (at) => writeRows(join(at, "no/e.jsonl"), [])],
])("a file that %s is told in one sentence", async (_, sentence, work) => {
  const error = await work(folder).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Problem);
  expect((error as Problem).message).toMatch(sentence);
});
