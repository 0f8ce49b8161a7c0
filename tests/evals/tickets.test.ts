import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { evalInjection } from "#bin/commands/eval-injection.ts";
import {
  isPressing,
  isRaised,
  type LabelledTicket,
  labelledTickets,
  missing,
  seeTickets,
  sharedDesk,
} from "./labelled-tickets.ts";
import { f1, percent } from "./shares.ts";

const shared = (path: string) => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The first day: categories and articles, no labelled ticket. `unclosable`: how many may be closed that a person should have seen. */
const sets: [name: string, tickets: string, unclosable: number, wrongAnswers: number][] = [
  ["the shared development tickets", `${sharedDesk}tickets_dev.jsonl.gz`, 0, 1],
  ["our own tickets", here("tickets/ours.jsonl"), 0, 1],
  // Written to be hard: bitter without a swear word, pressing without the word "urgent".
  ["our practice tickets", here("tickets/practice.jsonl"), 4, 4],
];

describe.skipIf(missing).each(sets)("on %s", (_, tickets, unclosable, wrongAnswers) => {
  let rows: LabelledTicket[];
  beforeAll(async () => {
    rows = await labelledTickets(tickets);
  });
  const of = (lang: string) => rows.filter((row) => row.lang === lang);

  describe.each([
    ["en", 70, 80],
    ["ko", 65, 80],
  ])("in %s", (lang, first, three) => {
    test("the category is found without an example", () => {
      expect(percent(of(lang), (row) => row.seen.category === row.category)).toBeGreaterThanOrEqual(first);
      expect(percent(of(lang), (row) => row.seen.top3.includes(row.category))).toBeGreaterThanOrEqual(three);
    });

    test("the language is right", () => {
      expect(percent(of(lang), (row) => row.seen.language === lang)).toBeGreaterThanOrEqual(99.5);
    });

    test("anger is seen, and only where it is", () => {
      expect(
        f1(
          of(lang),
          (row) => row.angry === 1,
          (row) => row.seen.angry,
        ),
      ).toBeGreaterThanOrEqual(80);
    });

    test("what is urgent is at least high, and not everything is", () => {
      const pressing = of(lang).filter(isPressing);
      const raised = of(lang).filter((row) => isRaised(row));
      expect(percent(pressing, isRaised)).toBeGreaterThanOrEqual(80);
      expect(percent(raised, (row) => pressing.includes(row))).toBeGreaterThanOrEqual(70);
      const missed = pressing.filter((row) => row.urgency === "critical" && !isRaised(row));
      expect(missed.map((row) => row.id)).toEqual([]);
    });

    test("nothing is closed that must not be, and a good share of what may", () => {
      const closed = of(lang).filter((row) => row.seen.decision === "send");
      const mustNot = closed.filter((row) => row.angry === 1 || isPressing(row));
      expect(mustNot.map((row) => row.id)).toEqual([]);
      expect(closed.filter((row) => row.auto_closable === 0).length).toBeLessThanOrEqual(unclosable);
      const wrong = closed.filter((row) => row.auto_closable === 0 || row.seen.articleId !== row.kb);
      expect(wrong.length).toBeLessThanOrEqual(wrongAnswers);
      expect(
        percent(
          of(lang).filter((row) => row.auto_closable === 1),
          (row) => row.seen.decision === "send",
        ),
      ).toBeGreaterThanOrEqual(35);
    });
  });

  test("the languages are within ten points of each other", () => {
    const [en, ko] = ["en", "ko"].map((lang) =>
      percent(of(lang), (row) => row.seen.category === row.category),
    );
    expect(Math.abs(en! - ko!)).toBeLessThanOrEqual(10);
  });

  test("the same input gives the same output", async () => {
    const again = await seeTickets(tickets);
    expect(again).toEqual(rows.map((row) => row.seen));
  });
});

describe.skipIf(missing)("hostile text", () => {
  test.each(["attacks", "bipia-text-attacks"])("of %s gains nothing", async (name) => {
    const results = await evalInjection({ attacks: shared(`security/prompt-injection/${name}.jsonl`) });
    expect(results.filter((result) => result.changed.length > 0)).toEqual([]);
  });

  test("is not seen in honest mail", async () => {
    const results = await evalInjection({ attacks: shared("security/prompt-injection/benign.jsonl") });
    expect(results.filter((result) => result.suspected)).toEqual([]);
  });
});
