import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { cueMeanings } from "#lib/domain/triage/cue-meanings.ts";

const folder = new URL("./lexicon/", import.meta.url);

/** The second of each row of three, wherever it stands. */
function meaningsIn(value: unknown): string[] {
  if (!value || typeof value !== "object") return [];
  if (Array.isArray(value) && value.length === 3 && typeof value[0] === "number") return [String(value[1])];
  return Object.values(value).flatMap(meaningsIn);
}

test("every meaning of every lexicon can be said in the reader's language", async () => {
  const lexicons = await Promise.all(readdirSync(folder).map((name) => import(new URL(name, folder).href)));
  const meanings = [...new Set(lexicons.flatMap(meaningsIn))];
  expect(meanings.length).toBeGreaterThan(50);
  expect(meanings.filter((meaning) => !(cueMeanings as readonly string[]).includes(meaning))).toEqual([]);
});
