import { and, asc, eq } from "drizzle-orm";
import { ticketFields, ticketFieldValues } from "#db/schema/index.ts";
import { type FieldKind, type FieldValue, missingOnSolve } from "#lib/domain/tickets/custom-fields.ts";
import { invalid } from "../errors.ts";
import type { Transaction } from "../transact.ts";

/** Refuses to let a person solve while a field that solving asks for is empty. */
export async function mustBeFilled(transaction: Transaction, ticketId: string): Promise<void> {
  const fields = await fieldsOf(transaction, ticketId);
  const values = Object.fromEntries(fields.map(({ key, value }) => [key, value]));
  const missing = missingOnSolve(
    fields.filter(({ active }) => active),
    values,
  );
  if (missing.length > 0) {
    throw invalid(
      "Some fields have to be filled in before this is solved.",
      Object.fromEntries(missing.map((key) => [`fields.${key}`, "required"])),
    );
  }
}

/** Every field of the desk with what this ticket has in it. */
export async function fieldsOf({ tx }: Transaction, ticketId: string) {
  const rows = await tx
    .select({ field: ticketFields, kept: ticketFieldValues })
    .from(ticketFields)
    .leftJoin(
      ticketFieldValues,
      and(eq(ticketFieldValues.fieldId, ticketFields.id), eq(ticketFieldValues.ticketId, ticketId)),
    )
    .orderBy(asc(ticketFields.position), asc(ticketFields.key));
  return rows.map(({ field, kept }) => ({ ...field, value: kept && keptValue(field.kind, kept) }));
}

type Columns = Pick<typeof ticketFieldValues.$inferSelect, "text" | "number" | "date">;

const columnOf: Record<FieldKind, keyof Columns> = {
  text: "text",
  choice: "text",
  number: "number",
  date: "date",
};

/** The one column that a value of this kind stands in. */
export function columnsOf(kind: FieldKind, value: FieldValue): Columns {
  return { text: null, number: null, date: null, [columnOf[kind]]: value };
}

const keptValue = (kind: FieldKind, kept: Columns): FieldValue | null => kept[columnOf[kind]];
