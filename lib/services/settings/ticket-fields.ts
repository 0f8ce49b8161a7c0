import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { ticketFields } from "#db/schema/index.ts";
import { fieldKinds } from "#lib/domain/tickets/custom-fields.ts";
import type { Context } from "../context.ts";
import { invalid, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { bothLanguages, key, ringDesk } from "./desk-input.ts";

const choices = z
  .array(z.strictObject({ key: key(), name: bothLanguages(100) }))
  .max(100)
  .refine((list) => new Set(list.map((choice) => choice.key)).size === list.length, "taken");

const CreateField = z
  .strictObject({
    key: key(),
    name: bothLanguages(100),
    kind: z.enum(fieldKinds),
    choices: choices.default([]),
    requiredOnSolve: z.boolean().default(false),
  })
  .refine(({ kind, choices: given }) => kind !== "choice" || given.length > 0, {
    path: ["choices"],
    message: "needed",
  });

/** Something more that the desk wants to know about its tickets. */
export async function createTicketField(
  ctx: Context,
  input: z.input<typeof CreateField>,
): Promise<{ id: string }> {
  ctx.must("queue.write");
  const field = parseInput(CreateField, input);
  return transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    const [row] = await tx
      .insert(ticketFields)
      .values({ ...field, position: sql`(select coalesce(max(position), -1) + 1 from ticket_fields)` })
      .onConflictDoNothing()
      .returning({ id: ticketFields.id });
    if (!row) throw invalid("There is a field with this key.", { key: "taken" });
    await audit("ticket_field.created", `ticket_field:${row.id}`, field);
    await ringDesk(transaction);
    return row;
  });
}

const UpdateField = z.strictObject({
  fieldId: id(),
  name: bothLanguages(100).optional(),
  choices: choices.optional(),
  requiredOnSolve: z.boolean().optional(),
  active: z.boolean().optional(),
});

/** Key and kind stay: filters and values stand on them. A choice that is taken away stays where it was chosen. */
export async function updateTicketField(ctx: Context, input: z.input<typeof UpdateField>): Promise<void> {
  ctx.must("queue.write");
  const { fieldId, ...changes } = parseInput(UpdateField, input);
  await transact(ctx, async (transaction) => {
    const field = await fieldForUpdate(transaction, fieldId);
    if (field.kind === "choice" && changes.choices?.length === 0)
      throw invalid("A choice needs something to choose.", { choices: "needed" });
    await transaction.tx.update(ticketFields).set(changes).where(eq(ticketFields.id, fieldId));
    await transaction.audit("ticket_field.updated", `ticket_field:${fieldId}`, changes);
    await ringDesk(transaction);
  });
}

/** With everything that was filled in. The timeline keeps what it said. */
export async function deleteTicketField(ctx: Context, input: { fieldId: string }): Promise<void> {
  ctx.must("queue.write");
  const { fieldId } = parseInput(z.strictObject({ fieldId: id() }), input);
  await transact(ctx, async (transaction) => {
    const field = await fieldForUpdate(transaction, fieldId);
    await transaction.tx.delete(ticketFields).where(eq(ticketFields.id, fieldId));
    await transaction.audit("ticket_field.deleted", `ticket_field:${fieldId}`, { key: field.key });
    await ringDesk(transaction);
  });
}

/** The order on screen. */
export async function reorderTicketFields(ctx: Context, input: { fieldIds: string[] }): Promise<void> {
  ctx.must("queue.write");
  const { fieldIds } = parseInput(z.strictObject({ fieldIds: z.array(id()).max(500) }), input);
  await transact(ctx, async (transaction) => {
    for (const [position, fieldId] of fieldIds.entries()) {
      await transaction.tx.update(ticketFields).set({ position }).where(eq(ticketFields.id, fieldId));
    }
    await transaction.audit("ticket_fields.reordered", "ticket_fields", { fieldIds });
    await ringDesk(transaction);
  });
}

async function fieldForUpdate({ tx }: Transaction, fieldId: string) {
  const [field] = await tx.select().from(ticketFields).where(eq(ticketFields.id, fieldId)).for("update");
  if (!field) throw notFound("field");
  return field;
}
