import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { evalTickets } from "#bin/commands/eval-tickets.ts";
import { readRows } from "#bin/commands/read-rows.ts";
import { learnMoods } from "#lib/ai/builtin/moods/learn-moods.ts";
import { readMoodExamples } from "#lib/ai/builtin/moods/mood-examples.ts";
import { packMoods } from "#lib/ai/builtin/moods/moods.ts";
import type { TicketPrediction } from "#lib/ai/eval/evaluate-tickets.ts";
import { f1, percent } from "./shares.ts";

test("the moods in use are what their examples teach: after a change, npm run moods", () => {
  const kept = readFileSync(new URL("../../lib/ai/builtin/moods/moods.bin", import.meta.url));
  expect(packMoods(learnMoods(readMoodExamples())).equals(kept)).toBe(true);
}, 120_000);

const desk = fileURLToPath(new URL("../../../shared/data/helpdesk-koen/", import.meta.url));
const missing = existsSync(desk) ? false : "the shared data sets are not beside the project";
const tickets = fileURLToPath(new URL("./tickets/unseen.jsonl", import.meta.url));

const Labelled = z.object({
  id: z.string(),
  lang: z.enum(["en", "ko"]),
  angry: z.number(),
  urgency: z.string(),
  auto_closable: z.number(),
});
type Row = z.infer<typeof Labelled> & { seen: TicketPrediction };

/** Written without knowing the lexicons or the examples; the cuts were chosen beside them. */
describe.skipIf(missing).each(["en", "ko"])(
  "on tickets written without knowing the assistant, in %s",
  (lang) => {
    let rows: Row[];
    beforeAll(async () => {
      const seen = await evalTickets({
        articles: `${desk}kb.jsonl.gz`,
        categories: `${desk}categories.jsonl.gz`,
        tickets,
      });
      rows = (await readRows(tickets, Labelled))
        .map((row, i) => ({ ...row, seen: seen[i]! }))
        .filter((row) => row.lang === lang);
    });

    test("anger is heard, and only where it is", () => {
      const angry = (row: Row) => row.angry === 1;
      expect(f1(rows, angry, (row) => row.seen.angry)).toBeGreaterThanOrEqual(80);
    });

    test("what is urgent is at least high, and not everything is", () => {
      expect(percent(rows.filter(isPressing), isRaised)).toBeGreaterThanOrEqual(80);
      expect(percent(rows.filter(isRaised), isPressing)).toBeGreaterThanOrEqual(70);
      const missed = rows.filter((row) => row.urgency === "critical" && !isRaised(row));
      expect(missed.map((row) => row.id)).toEqual([]);
    });

    test("no angry and no urgent one is closed", () => {
      const closed = rows.filter((row) => row.seen.decision === "send");
      expect(closed.filter((row) => row.angry === 1 || isPressing(row)).map((row) => row.id)).toEqual([]);
      expect(closed.length).toBeGreaterThan(0);
    });
  },
);

const isPressing = (row: Row) => row.urgency === "high" || row.urgency === "critical";
const isRaised = (row: Row) => row.seen.urgency === "high" || row.seen.urgency === "urgent";
