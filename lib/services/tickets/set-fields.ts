import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { ticketFieldValues } from "#db/schema/index.ts";
import { clean } from "#lib/domain/text/clean.ts";
import { checkField, type FieldValue } from "#lib/domain/tickets/custom-fields.ts";
import { invalid } from "../errors.ts";
import type { Transaction } from "../transact.ts";
import { columnsOf, fieldsOf } from "./field-values.ts";
import { type Ticket, updateTicket } from "./ticket-rows.ts";

/** As they are written: the field's own rules judge the values. */
export const fieldChanges = () =>
  z.record(z.string().max(64), z.union([z.string().max(4000), z.number(), z.null()]));

/** Fills in custom fields by their keys; null empties one. Each change has its event with before and after. */
export async function setFields(
  transaction: Transaction,
  ticket: Ticket,
  given: Readonly<Record<string, unknown>>,
): Promise<Ticket> {
  const { tx, ctx, emit } = transaction;
  const fields = await fieldsOf(transaction, ticket.id);
  const errors: Record<string, string> = {};
  const changes: { field: (typeof fields)[number]; value: FieldValue | null }[] = [];
  for (const [key, written] of Object.entries(given)) {
    const field = fields.find((one) => one.key === key && one.active);
    const checked = field && checkField(field, typeof written === "string" ? clean(written) : written);
    if (!checked) errors[`fields.${key}`] = "There is no such field.";
    else if (!checked.ok) errors[`fields.${key}`] = checked.problem;
    else if (checked.value !== field.value) changes.push({ field, value: checked.value });
  }
  if (Object.keys(errors).length > 0) throw invalid("Some fields are not right.", errors);
  if (changes.length === 0) return ticket;

  for (const { field, value } of changes) {
    const row = { ticketId: ticket.id, fieldId: field.id };
    if (value === null) {
      await tx
        .delete(ticketFieldValues)
        .where(and(eq(ticketFieldValues.ticketId, ticket.id), eq(ticketFieldValues.fieldId, field.id)));
    } else {
      const filled = { ...columnsOf(field.kind, value), updatedAt: ctx.now };
      await tx
        .insert(ticketFieldValues)
        .values({ ...row, ...filled })
        .onConflictDoUpdate({ target: [ticketFieldValues.ticketId, ticketFieldValues.fieldId], set: filled });
    }
    await emit({
      type: "ticket.field_changed",
      ticketId: ticket.id,
      field: field.id,
      key: field.key,
      from: field.value,
      to: value,
    });
  }
  return updateTicket(transaction, ticket, {});
}
