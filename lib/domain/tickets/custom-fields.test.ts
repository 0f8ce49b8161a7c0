import { expect, test } from "vitest";
import { checkField, type FieldKind, type FieldRule, missingOnSolve } from "./custom-fields.ts";

const field = (kind: FieldKind, more: Partial<FieldRule> = {}): FieldRule => ({
  key: kind,
  kind,
  choices: [
    { key: "red", name: { en: "Red", ko: "빨강" } },
    { key: "blue", name: { en: "Blue", ko: "파랑" } },
  ],
  requiredOnSolve: false,
  ...more,
});

test.each<[string, FieldKind, unknown, unknown]>([
  ["text is trimmed", "text", "  A-2210 ", "A-2210"],
  ["blank text is nothing", "text", "   ", null],
  ["null takes a value away", "date", null, null],
  ["a number may be written", "number", "-12.50", -12.5],
  ["zero is a number", "number", 0, 0],
  ["a leap day is a day", "date", "2028-02-29", "2028-02-29"],
  ["a choice is known by its key", "choice", "blue", "blue"],
])("%s", (_, kind, given, value) => {
  expect(checkField(field(kind), given)).toEqual({ ok: true, value });
});

test.each<[string, FieldKind, unknown, string]>([
  ["a number is not text", "text", 12, "not_text"],
  ["a thousand and one letters are too many", "text", "가".repeat(1001), "too_long"],
  ["words are no number", "number", "twelve", "not_a_number"],
  ["hexadecimal is no number here", "number", "0x10", "not_a_number"],
  ["infinity is no number", "number", Number.POSITIVE_INFINITY, "not_a_number"],
  ["not a number is none", "number", Number.NaN, "not_a_number"],
  ["the 29th of February of a common year is no day", "date", "2027-02-29", "not_a_date"],
  ["an instant is no day", "date", "2026-11-22T10:00:00Z", "not_a_date"],
  ["a name is no choice", "choice", "Blue", "not_a_choice"],
  ["a list is no choice", "choice", ["blue"], "not_a_choice"],
])("%s", (_, kind, given, problem) => {
  expect(checkField(field(kind), given)).toEqual({ ok: false, problem });
});

test("solving asks for what is required and empty, and zero is not empty", () => {
  const fields = [
    field("text", { key: "order", requiredOnSolve: true }),
    field("number", { key: "refund", requiredOnSolve: true }),
    field("date", { key: "due" }),
  ];
  expect(missingOnSolve(fields, { refund: 0 })).toEqual(["order"]);
});
