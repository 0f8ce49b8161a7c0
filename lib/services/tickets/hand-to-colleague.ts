import { z } from "zod";
import type { Context } from "../context.ts";
import { id, parseInput, text } from "../input.ts";
import { transact } from "../transact.ts";
import { addNote } from "./add-note.ts";
import { assignTicket } from "./assign-ticket.ts";

const HandInput = z.strictObject({ ticketId: id(), agentId: id(), note: text(20_000, 1) });

/** Gives a ticket to a colleague with the words that they need: assignee, note and notice are one deed. */
export async function handToColleague(
  ctx: Context,
  input: z.input<typeof HandInput>,
): Promise<{ messageId: string }> {
  ctx.must("ticket.assign");
  const { ticketId, agentId, note } = parseInput(HandInput, input);
  return transact(ctx, async (transaction) => {
    await assignTicket(transaction.ctx, { ticketId, agentId });
    return addNote(transaction.ctx, { ticketId, body: note, mentions: [agentId] });
  });
}
