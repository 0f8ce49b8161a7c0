/** What a desk may ask about its own tickets, beside what every ticket has. */
export const fieldKinds = ["text", "number", "date", "choice"] as const;
export type FieldKind = (typeof fieldKinds)[number];

export type FieldChoice = { key: string; name: { en: string; ko: string } };

export type FieldRule = {
  key: string;
  kind: FieldKind;
  choices: readonly FieldChoice[];
  requiredOnSolve: boolean;
};

/** As it is kept and shown: text, a number, a day as `2026-11-22`, or a choice's key. */
export type FieldValue = string | number;

export const mostText = 1000;
export type FieldProblem = "not_text" | "too_long" | "not_a_number" | "not_a_date" | "not_a_choice";

export type CheckedField = { ok: true; value: FieldValue | null } | { ok: false; problem: FieldProblem };

/** Whether a value fits its field. Nothing and blank text mean: not filled in. */
export function checkField(field: FieldRule, given: unknown): CheckedField {
  const value = typeof given === "string" ? given.trim() : given;
  if (value === null || value === "") return { ok: true, value: null };
  const problem = problems[field.kind](value, field);
  if (problem) return { ok: false, problem };
  return { ok: true, value: field.kind === "number" ? Number(value) : (value as FieldValue) };
}

const problems: Record<FieldKind, (value: unknown, field: FieldRule) => FieldProblem | null> = {
  text: (value) => {
    if (typeof value !== "string") return "not_text";
    return [...value].length > mostText ? "too_long" : null;
  },
  number: (value) => {
    const written = typeof value === "number" || (typeof value === "string" && decimal.test(value));
    return written && Math.abs(Number(value)) <= largest ? null : "not_a_number";
  },
  date: (value) => (typeof value === "string" && isDay(value) ? null : "not_a_date"),
  choice: (value, { choices }) => (choices.some(({ key }) => key === value) ? null : "not_a_choice"),
};

const decimal = /^[-+]?\d+(\.\d+)?$/;
const largest = Number.MAX_SAFE_INTEGER;

/** A day of the calendar: the 30th of February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Keys of the fields that have to be filled in before a person may solve. */
export function missingOnSolve(
  fields: readonly FieldRule[],
  values: Readonly<Record<string, FieldValue | null>>,
): string[] {
  return fields.flatMap(({ key, requiredOnSolve }) =>
    requiredOnSolve && (values[key] ?? null) === null ? [key] : [],
  );
}
