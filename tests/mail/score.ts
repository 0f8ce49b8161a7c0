import { corpusExists } from "./score/cases.ts";
import { measureCorpus, percent } from "./score/measures.ts";

/**
 * Prints how well mail is understood, measure by measure beside its bar. `--misses [word]` lists what was wrong, for
 * all measures or those with the word in their name.
 */
if (!corpusExists) {
  console.error("The mail corpus is not beside the project: nothing to score.");
  process.exit(1);
}
const [flag, word = ""] = process.argv.slice(2);
const { measures, slowestMs } = await measureCorpus();
for (const measure of measures) {
  const reached = percent(measure);
  const verdict = measure.bar === null ? "    " : reached >= measure.bar ? "ok  " : "MISS";
  const count = measure.all === 1 ? "" : `${measure.right}/${measure.all}`;
  const bar = measure.bar === null ? "" : `bar ${measure.bar} %`;
  console.log(
    `${verdict} ${measure.name.padEnd(44)} ${reached.toFixed(2).padStart(6)} %  ${count.padEnd(9)} ${bar}`,
  );
  if (flag === "--misses" && measure.name.includes(word))
    for (const miss of measure.misses) console.log(`  ${miss}`);
}
console.log(`slowest message: ${Math.round(slowestMs)} ms`);
