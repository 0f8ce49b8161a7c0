import { expect, test } from "vitest";
import { corpusExists } from "./score/cases.ts";
import { measureCorpus, percent } from "./score/measures.ts";

/** The corpus lies beside the project and is not part of it; without it these promises cannot be checked. */
const measured = corpusExists ? await measureCorpus() : null;

test.skipIf(!measured).each(measured?.measures.filter((measure) => measure.bar !== null) ?? [])(
  "$name reaches its bar of $bar %",
  (measure) => {
    expect(measure.all).toBeGreaterThan(0);
    expect(percent(measure), measure.misses.join("\n")).toBeGreaterThanOrEqual(measure.bar!);
  },
);
