import "server-only";
import type { Step } from "#lib/domain/order/step-in-order.ts";

/** What a posted form says, field by field; what is missing is empty, the verbs judge it. */
export function readForm(form: FormData) {
  const word = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
  };
  return {
    word,
    /** Null for a select's "none". */
    choice: (name: string): string | null => word(name) || null,
    number: (name: string): number => Number(word(name) || Number.NaN),
    /** Which of the two order buttons was pressed. */
    step: (): Step => (word("step") === "up" ? "up" : "down"),
    checked: (name: string): boolean => form.has(name),
    all: (name: string): string[] => form.getAll(name).filter((value) => typeof value === "string"),
    both: (name: string): { en: string; ko: string } => ({ en: word(`${name}.en`), ko: word(`${name}.ko`) }),
    lines: (name: string): string[] =>
      word(name)
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    /** The rows of a `lines` field whose first column is filled in. */
    rows: <Column extends string>(
      name: string,
      columns: readonly [Column, ...Column[]],
    ): Record<Column, string>[] => {
      const rows: Record<Column, string>[] = [];
      for (let at = 0; form.has(`${name}.${at}.${columns[0]}`); at++) {
        const row = columns.map((column) => [column, word(`${name}.${at}.${column}`).trim()]);
        rows.push(Object.fromEntries(row) as Record<Column, string>);
      }
      return rows.filter((row) => row[columns[0]] !== "");
    },
    /** `{id, level}` of a list of levels, without those that are set to none. */
    levels: (name: string): { id: string; level: number }[] =>
      [...form.entries()]
        .filter(([field, value]) => field.startsWith(`${name}.`) && typeof value === "string" && value !== "")
        .map(([field, value]) => ({ id: field.slice(name.length + 1), level: Number(value) })),
  };
}
