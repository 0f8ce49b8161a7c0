import { and, desc, eq, inArray, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import type { Answerer } from "#lib/domain/ratings/rating.ts";

export type WhoAnswered = { answeredBy: Answerer; agentId: string | null };

/** Who spoke last to the customer before the ticket was solved; null when nobody ever did. */
export async function whoAnswered(db: Db, ticketId: string, solvedAt: Date): Promise<WhoAnswered | null> {
  const [last] = await db
    .select({ by: messages.authorKind, agentId: messages.agentId })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticketId),
        eq(messages.kind, "reply"),
        inArray(messages.authorKind, ["agent", "assistant"]),
        lte(messages.createdAt, solvedAt),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1);
  if (!last) return null;
  return { answeredBy: last.by === "assistant" ? "assistant" : "agent", agentId: last.agentId };
}
