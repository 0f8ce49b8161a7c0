import { z } from "zod";
import type { Context } from "../context.ts";
import { id, parseInput, text } from "../input.ts";
import { transact } from "../transact.ts";
import { addOwnMessage } from "./add-message.ts";
import { personOf } from "./reply-to-ticket.ts";
import { ticketForUpdate, updateTicket } from "./ticket-rows.ts";

const NoteInput = z.strictObject({ ticketId: id(), body: text(100_000, 1) });

/** A note for colleagues. The customer never sees it and no clock moves. */
export async function addNote(
  ctx: Context,
  input: z.input<typeof NoteInput>,
): Promise<{ messageId: string }> {
  ctx.must("ticket.note");
  const { ticketId, body } = parseInput(NoteInput, input);

  return transact(ctx, async (transaction) => {
    const ticket = await ticketForUpdate(transaction.tx, ticketId);
    const messageId = await addOwnMessage(transaction, ticket, {
      kind: "note",
      author: personOf(ctx),
      body,
      language: ticket.language,
    });
    await transaction.emit({ type: "message.noted", ticketId: ticket.id, messageId });
    await updateTicket(transaction, ticket, {});
    return { messageId };
  });
}
