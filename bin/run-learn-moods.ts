import { writeFileSync } from "node:fs";
import { learnMoods } from "#lib/ai/builtin/moods/learn-moods.ts";
import { readMoodExamples } from "#lib/ai/builtin/moods/mood-examples.ts";
import { packMoods } from "#lib/ai/builtin/moods/moods.ts";

/** Learns the moods from their examples anew; run it after a change to the examples, the starter pack, the lexicons or the features. */
const moods = learnMoods(readMoodExamples());
writeFileSync(new URL("../lib/ai/builtin/moods/moods.bin", import.meta.url), packMoods(moods));
