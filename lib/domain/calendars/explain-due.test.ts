import { expect, test } from "vitest";
import { type Calendar, dueAt } from "./calendar.ts";
import { explainDue } from "./explain-due.ts";

const seoul: Calendar = {
  timeZone: "Asia/Seoul",
  spans: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "18:00" })),
  holidays: [
    { date: "2026-02-16", name: "Seollal holiday", name_ko: "설날 연휴" },
    { date: "2026-02-17", name: "Seollal", name_ko: "설날" },
    { date: "2026-02-18", name: "Seollal holiday", name_ko: "설날 연휴" },
  ],
};
const at = (text: string) => new Date(`${text}+09:00`);

test("the arithmetic names the minutes, the weekend and the holidays on the way", () => {
  const start = at("2026-02-13T17:40");
  const { dueAt: due, steps } = explainDue(seoul, start, 60);
  expect(due).toEqual(dueAt(seoul, start, 60));
  expect(steps).toEqual([
    { kind: "counted", from: start, to: at("2026-02-13T18:00"), minutes: 20 },
    {
      kind: "shut",
      from: at("2026-02-13T18:00"),
      to: at("2026-02-19T09:00"),
      days: [
        { date: "2026-02-14", because: "weekend" },
        { date: "2026-02-15", because: "weekend" },
        { date: "2026-02-16", because: "holiday", name: "Seollal holiday", name_ko: "설날 연휴" },
        { date: "2026-02-17", because: "holiday", name: "Seollal", name_ko: "설날" },
        { date: "2026-02-18", because: "holiday", name: "Seollal holiday", name_ko: "설날 연휴" },
      ],
    },
    { kind: "counted", from: at("2026-02-19T09:00"), to: at("2026-02-19T09:40"), minutes: 40 },
  ]);
});

test("a pause stands in the arithmetic where it happened", () => {
  const pause = { from: at("2026-11-20T10:30"), to: at("2026-11-23T08:00"), status: "pending" };
  const { dueAt: due, steps } = explainDue(seoul, at("2026-11-20T10:00"), 60, [pause]);
  expect(due).toEqual(at("2026-11-23T09:30"));
  expect(steps.map((step) => step.kind)).toEqual(["counted", "paused", "shut", "counted"]);
});

test("a pause that lasts leaves the deadline open", () => {
  const pause = { from: at("2026-11-20T10:30"), to: null, status: "pending" };
  expect(explainDue(seoul, at("2026-11-20T10:00"), 60, [pause]).dueAt).toBeNull();
});
