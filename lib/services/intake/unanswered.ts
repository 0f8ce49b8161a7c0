import { and, count, eq, gt, notExists } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { messages } from "#db/schema/index.ts";
import type { Context } from "../context.ts";

/** A person's answer on the ticket ends the count: two people who write back and forth are no machines. */
export async function unansweredLastHour(ctx: Context, sender: string | null): Promise<number> {
  if (!sender) return 0;
  const answer = alias(messages, "answer");
  const answered = ctx.db
    .select({ id: answer.id })
    .from(answer)
    .where(
      and(
        eq(answer.ticketId, messages.ticketId),
        eq(answer.authorKind, "agent"),
        eq(answer.kind, "reply"),
        gt(answer.createdAt, messages.createdAt),
      ),
    );
  const [row] = await ctx.db
    .select({ mails: count() })
    .from(messages)
    .where(
      and(
        eq(messages.fromAddress, sender),
        eq(messages.authorKind, "customer"),
        eq(messages.channel, "email"),
        gt(messages.createdAt, new Date(ctx.now.getTime() - 3_600_000)),
        notExists(answered),
      ),
    );
  return row?.mails ?? 0;
}
