import { messages } from "#db/schema/index.ts";
import type { DraftSentence, SourceRef } from "#lib/domain/answers/draft.ts";
import { clean } from "#lib/domain/text/clean.ts";
import type { RichDocument } from "#lib/domain/writing/document.ts";
import type { Transaction } from "../transact.ts";
import type { Ticket } from "./ticket-rows.ts";

export type OwnMessage = {
  kind: "reply" | "note";
  author:
    | { kind: "agent"; id: string | null; name: string }
    | { kind: "assistant"; name: string }
    | { kind: "system"; name: string };
  body: string;
  /** The same words with their look; both null for plain words. */
  document?: RichDocument | null;
  html?: string | null;
  language: string;
  sentences?: DraftSentence[];
  sources?: SourceRef[];
  draftId?: string | null;
};

/** Adds something said by the desk. The mail that carries it is queued by the verb, not here. */
export async function addOwnMessage(
  transaction: Transaction,
  ticket: Ticket,
  message: OwnMessage,
): Promise<string> {
  const { tx, ctx } = transaction;
  const [row] = await tx
    .insert(messages)
    .values({
      ticketId: ticket.id,
      kind: message.kind,
      authorKind: message.author.kind,
      agentId: message.author.kind === "agent" ? message.author.id : null,
      fromName: message.author.name,
      body: clean(message.body),
      document: message.document ?? null,
      html: message.html ?? null,
      language: message.language,
      channel: ticket.channel,
      sentences: message.sentences ?? null,
      sources: message.sources ?? [],
      draftId: message.draftId ?? null,
      createdAt: ctx.now,
    })
    .returning({ id: messages.id });
  return row!.id;
}
