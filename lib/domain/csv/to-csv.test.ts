import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { toCsv } from "./to-csv.ts";

test("text, numbers and nothing", () => {
  expect(
    toCsv(
      ["이름", "n"],
      [
        ["a,b", 1],
        ['say "hi"', null],
      ],
    ),
  ).toBe('\ufeff이름,n\r\n"a,b",1\r\n"say ""hi""",\r\n');
});

test("S23 no known cell starts a formula", () => {
  const lines = readFileSync(
    new URL("../../../../shared/security/inputs/csv-cells.jsonl", import.meta.url),
    "utf8",
  )
    .trim()
    .split("\n")
    .map((line) => Object.values(JSON.parse(line)).filter((value) => typeof value === "string"));
  const first = lines
    .flat()
    .map((value) => toCsv(["x"], [[value as string]]).split("\r\n")[1] ?? "")
    .map((written) => written.replace(/^"/, ""));
  expect(first.filter((written) => /^\s*[=+\-@]/.test(written))).toEqual([]);
});
