import { asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import { outboundEmails, sideAttachments, sideConversations, sideMessages } from "#db/schema/index.ts";
import type { OutboundState } from "#lib/domain/delivery/states.ts";
import type { Context } from "#lib/services/context.ts";
import type { AttachmentFile } from "./attachment.ts";

export interface SideMessageView {
  id: string;
  direction: "out" | "in";
  from: { name: string; address: string | null };
  body: string;
  trimmed: string;
  unverified: string | null;
  autoKind: string | null;
  at: string;
  attachments: { id: string; name: string; type: string; sizeBytes: number }[];
  /** Null for what came in. */
  delivery: { state: OutboundState; error: string | null } | null;
}

export interface SideConversationView {
  id: string;
  subject: string;
  people: { name: string; address: string }[];
  state: "open" | "done";
  /** They wrote last, or a mail failed: somebody should look. */
  answered: boolean;
  at: string;
  messages: SideMessageView[];
}

export interface SideView {
  conversations: SideConversationView[];
}

/** Side conversations of a ticket and of those merged into it, the newest first; the last two hundred mails. */
export async function readSideConversations(ctx: Context, ticketId: string): Promise<SideView> {
  ctx.must("ticket.read");
  const conversations = await ctx.db
    .select()
    .from(sideConversations)
    .where(
      or(
        eq(sideConversations.ticketId, ticketId),
        sql`${sideConversations.ticketId} in (select id from tickets where merged_into_id = ${ticketId})`,
      ),
    )
    .orderBy(desc(sideConversations.lastMessageAt), desc(sideConversations.id))
    .limit(30);
  if (conversations.length === 0) return { conversations: [] };
  const messages = await readMessages(
    ctx,
    conversations.map(({ id }) => id),
  );
  return {
    conversations: conversations.map(({ id, subject, people, state, answered, lastMessageAt }) => ({
      id,
      subject,
      people,
      state,
      answered,
      at: lastMessageAt.toISOString(),
      messages: messages.filter(({ of }) => of === id).map(({ of, ...message }) => message),
    })),
  };
}

async function readMessages(ctx: Context, conversationIds: string[]) {
  const rows = await ctx.db
    .select({
      message: sideMessages,
      delivery: { state: outboundEmails.state, error: outboundEmails.error },
      reports: outboundEmails.reports,
    })
    .from(sideMessages)
    .leftJoin(outboundEmails, eq(outboundEmails.sideMessageId, sideMessages.id))
    .where(inArray(sideMessages.conversationId, conversationIds))
    .orderBy(desc(sideMessages.createdAt), desc(sideMessages.id))
    .limit(200);
  const ids = rows.map(({ message }) => message.id);
  const files = await ctx.db
    .select()
    .from(sideAttachments)
    .where(inArray(sideAttachments.messageId, ids))
    .orderBy(asc(sideAttachments.createdAt), asc(sideAttachments.id));
  return rows.toReversed().map(({ message, delivery, reports }) => ({
    of: message.conversationId,
    id: message.id,
    direction: message.direction,
    from: { name: message.fromName, address: message.fromAddress },
    body: message.body,
    trimmed: message.trimmed,
    unverified: message.unverified,
    autoKind: message.autoKind,
    at: message.createdAt.toISOString(),
    attachments: files
      .filter(({ messageId }) => messageId === message.id)
      .map(({ id, name, type, sizeBytes }) => ({ id, name, type, sizeBytes })),
    delivery: delivery && { ...delivery, error: delivery.error ?? reports?.at(-1)?.diagnostic ?? null },
  }));
}

/** A file of a side conversation; null when there is none. */
export async function readSideAttachment(ctx: Context, id: string): Promise<AttachmentFile | null> {
  ctx.must("ticket.read");
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)) return null;
  const [file] = await ctx.db
    .select({
      name: sideAttachments.name,
      type: sideAttachments.type,
      sizeBytes: sideAttachments.sizeBytes,
      sha256: sideAttachments.sha256,
    })
    .from(sideAttachments)
    .where(eq(sideAttachments.id, id));
  return file ?? null;
}
