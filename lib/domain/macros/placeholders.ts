/** What a macro may say by name; the list in the settings and the check at saving are this one. */
export const placeholders = [
  "customer.name",
  "customer.first_name",
  "ticket.number",
  "ticket.subject",
  "agent.name",
  "desk.name",
] as const;
export type Placeholder = (typeof placeholders)[number];
export type PlaceholderValues = Record<Placeholder, string>;

const written = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Names in `{{…}}` that nothing stands behind, and braces that do not close. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(written)].map(([, name = ""]) => name);
  const unknown = names.filter((name) => !isPlaceholder(name)).map((name) => `{{${name}}}`);
  const rest = text.replace(written, "");
  return [...new Set([...unknown, ...(/\{\{|\}\}/.exec(rest) ?? [])])];
}

/** The words for one ticket. A value is put in as it is: it cannot bring placeholders of its own. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replace(written, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
}

const isPlaceholder = (name: string): name is Placeholder =>
  (placeholders as readonly string[]).includes(name);
