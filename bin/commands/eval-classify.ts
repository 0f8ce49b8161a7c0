import { z } from "zod";
import { type ClassifierReport, evaluateClassifier } from "#lib/ai/eval/evaluate-classifier.ts";
import { Problem } from "../problem.ts";
import { readJson, readRows, readSomeRows, shareOf, writeRows } from "./read-rows.ts";

export type EvalClassifyOptions = {
  train: string;
  test: string;
  labels?: string;
  precision?: number;
  predictions?: string;
};

/** A row without a label is out of scope, like one whose label is null. */
const Row = z.object({ text: z.string(), label: z.string().nullable().default(null) });
const oneName = z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())]);
const Names = z.record(z.string(), oneName);

/** `baton eval classify`: trains on one file alone, measures on the other, and returns the figures to print. */
export async function evalClassify(options: EvalClassifyOptions): Promise<ClassifierReport> {
  const train = await readRows(options.train, Row);
  const test = await readSomeRows(options.test, Row);
  if (!train.some((row) => row.label !== null))
    throw new Problem(`${options.train} has no row with a label: there is nothing to learn.`);
  const names = options.labels === undefined ? undefined : await readNames(options.labels);
  const { report, predictions } = evaluateClassifier(train, test, { names, precision: options.precision });
  if (options.predictions !== undefined) {
    await writeRows(
      options.predictions,
      predictions.map(({ predicted, confidence, accepted, inScope, ranking }) => ({
        predicted,
        confidence,
        accepted,
        inScope,
        ranking: ranking.slice(0, 10).map((entry) => entry.label),
      })),
    );
  }
  return report;
}

export async function run({ precision, ...files }: Record<keyof EvalClassifyOptions, string>): Promise<void> {
  const options = { ...files, precision: shareOf(precision) };
  console.log(JSON.stringify(await evalClassify(options)));
}

/** A name, a list of names and phrases, or names by language: `{"refund": {"en": "Refunds", "ko": "환불"}}`. */
async function readNames(path: string): Promise<Record<string, string[]>> {
  const names = await readJson(path, Names);
  return Object.fromEntries(
    Object.entries(names).map(([label, name]) => [
      label,
      typeof name === "string" ? [name] : Array.isArray(name) ? name : Object.values(name),
    ]),
  );
}
