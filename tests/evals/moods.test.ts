import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { learnMoods } from "#lib/ai/builtin/moods/learn-moods.ts";
import { readMoodExamples } from "#lib/ai/builtin/moods/mood-examples.ts";
import { packMoods } from "#lib/ai/builtin/moods/moods.ts";
import { isPressing, isRaised, type LabelledTicket, labelledTickets, missing } from "./labelled-tickets.ts";
import { f1, percent } from "./shares.ts";

test("the moods in use are what their examples teach: after a change, npm run moods", () => {
  const kept = readFileSync(new URL("../../lib/ai/builtin/moods/moods.bin", import.meta.url));
  expect(packMoods(learnMoods(readMoodExamples())).equals(kept)).toBe(true);
}, 120_000);

/** Written without knowing the lexicons or the examples; the cuts were chosen beside them. */
describe.skipIf(missing)("on tickets written without knowing the assistant", () => {
  let all: LabelledTicket[];
  beforeAll(async () => {
    all = await labelledTickets(fileURLToPath(new URL("./tickets/unseen.jsonl", import.meta.url)));
  });

  describe.each(["en", "ko"])("in %s", (lang) => {
    const rows = () => all.filter((row) => row.lang === lang);

    test("anger is heard, and only where it is", () => {
      const share = f1(
        rows(),
        (row) => row.angry === 1,
        (row) => row.seen.angry,
      );
      expect(share).toBeGreaterThanOrEqual(80);
    });

    test("what is urgent is at least high, and not everything is", () => {
      expect(percent(rows().filter(isPressing), isRaised)).toBeGreaterThanOrEqual(80);
      expect(percent(rows().filter(isRaised), isPressing)).toBeGreaterThanOrEqual(70);
      const missed = rows().filter((row) => row.urgency === "critical" && !isRaised(row));
      expect(missed.map((row) => row.id)).toEqual([]);
    });

    test("no angry and no urgent one is closed", () => {
      const closed = rows().filter((row) => row.seen.decision === "send");
      expect(closed.filter((row) => row.angry === 1 || isPressing(row)).map((row) => row.id)).toEqual([]);
      expect(closed.length).toBeGreaterThan(0);
    });
  });
});
