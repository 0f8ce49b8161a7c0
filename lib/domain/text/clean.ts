/**
 * Text from outside, made storable: no NUL and no lone surrogate, which PostgreSQL's text and jsonb refuse.
 * Everything else stays as it was written.
 */
export function clean(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}

/** The same for every string, and key, inside a JSON value. */
export function cleanDeep<Value>(value: Value): Value {
  return cleaned(value) as Value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return clean(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (value instanceof Date || value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), cleaned(inner)]));
}

/** At most so many code points, never half a character; says with an ellipsis that something is missing. */
export function truncate(text: string, codePoints: number): string {
  if (text.length <= codePoints) return text;
  const points = Array.from(text.slice(0, (codePoints + 1) * 2));
  return points.length <= codePoints ? text : `${points.slice(0, codePoints - 1).join("")}…`;
}

/** The first words of a message on one line, for lists. */
export function preview(text: string, codePoints = 160): string {
  return truncate(
    text
      .slice(0, codePoints * 8)
      .replace(/\s+/gu, " ")
      .trim(),
    codePoints,
  );
}
