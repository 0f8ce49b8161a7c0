import { z } from "zod";
import { clean } from "#lib/domain/text/clean.ts";
import { invalid } from "./errors.ts";

/** Text from outside: cleaned of what cannot be stored, trimmed, limited in characters. */
export const text = (max: number, min = 0) =>
  z
    .string()
    .transform((value) => clean(value).trim())
    .pipe(z.string().min(min).max(max));

export const id = () => z.uuid();

export const emailAddress = () => z.string().trim().toLowerCase().max(320).pipe(z.email());

/** Checks a verb's input. Throws `invalid` with one sentence a field; nothing has happened by then. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join(".") || "body"] ??= issue.message;
  throw invalid("Some fields are not right.", fields);
}
