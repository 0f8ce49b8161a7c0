import { and, eq, isNull } from "drizzle-orm";
import { attachments, messages, tickets } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";

export type CustomerFile = { name: string; sizeBytes: number; sha256: string };

/** A file of the customer's own ticket, under the same rules as its messages; null for everything else. */
export async function readCustomerFile(ctx: Context, attachmentId: string): Promise<CustomerFile | null> {
  if (ctx.actor.kind !== "customer" || !ctx.actor.ticketId) return null;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(attachmentId)) return null;
  const [file] = await ctx.db
    .select({ name: attachments.name, sizeBytes: attachments.sizeBytes, sha256: attachments.sha256 })
    .from(attachments)
    .innerJoin(messages, eq(messages.id, attachments.messageId))
    .innerJoin(tickets, eq(tickets.id, messages.ticketId))
    .where(
      and(
        eq(attachments.id, attachmentId),
        eq(messages.ticketId, ctx.actor.ticketId),
        eq(tickets.customerId, ctx.actor.id),
        eq(messages.kind, "reply"),
        isNull(messages.unverified),
        isNull(messages.autoKind),
      ),
    );
  return file ?? null;
}
