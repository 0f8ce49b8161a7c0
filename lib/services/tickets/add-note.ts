import { z } from "zod";
import { mentionsIn } from "#lib/domain/writing/document.ts";
import type { Context } from "../context.ts";
import { id, parseInput, text } from "../input.ts";
import { transact } from "../transact.ts";
import { addOwnMessage } from "./add-message.ts";
import { documentInput } from "./document-input.ts";
import { mentionColleagues } from "./mention-colleagues.ts";
import { attachUploads } from "./own-files.ts";
import { personOf } from "./reply-to-ticket.ts";
import { ticketForUpdate, updateTicket } from "./ticket-rows.ts";
import { writtenWords } from "./written-words.ts";

const NoteInput = z.strictObject({
  ticketId: id(),
  /** Plain words; may stay empty beside a document. */
  body: text(100_000).default(""),
  /** The same words with their look; its mentions count. */
  document: documentInput().nullable().default(null),
  /** Colleagues who are to see it, beside those the document names. */
  mentions: z.array(id()).max(50).default([]),
  /** Tokens of `keepUpload`. */
  files: z.array(z.string().max(4000)).max(20).default([]),
});

/** A note for colleagues; who is mentioned is told. The customer never sees it and no clock moves. */
export async function addNote(
  ctx: Context,
  input: z.input<typeof NoteInput>,
): Promise<{ messageId: string }> {
  ctx.must("ticket.note");
  const { ticketId, mentions, files, ...written } = parseInput(NoteInput, input);

  return transact(ctx, async (transaction) => {
    const ticket = await ticketForUpdate(transaction.tx, ticketId);
    const words = writtenWords(ctx, written);
    const messageId = await addOwnMessage(transaction, ticket, {
      kind: "note",
      author: personOf(ctx),
      body: words.body,
      document: words.document,
      html: words.html,
      language: ticket.language,
    });
    await attachUploads(transaction, messageId, files, words.pictures);
    const named = written.document ? mentionsIn(written.document).map(({ agentId }) => agentId) : [];
    await mentionColleagues(transaction, ticket, messageId, [...mentions, ...named]);
    await transaction.emit({ type: "message.noted", ticketId: ticket.id, messageId });
    await updateTicket(transaction, ticket, {});
    return { messageId };
  });
}
