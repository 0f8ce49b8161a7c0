import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { assistantReplays, messages } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";

const AskReplay = z.strictObject({ ticketId: id(), by: z.enum(["builtin", "configured"]) });

/**
 * Lets the assistant take its steps on a ticket's newest message once more, as it is today or without a model, to be
 * compared with what it did. Nothing of it is applied.
 */
export async function askReplay(
  ctx: Context,
  input: z.input<typeof AskReplay>,
): Promise<{ replayId: string }> {
  ctx.must("assistant.write");
  const { ticketId, by } = parseInput(AskReplay, input);

  return transact(ctx, async ({ tx, enqueue, audit }) => {
    const [message] = await tx
      .select({ id: messages.id })
      .from(messages)
      .where(
        and(
          eq(messages.ticketId, ticketId),
          eq(messages.authorKind, "customer"),
          eq(messages.kind, "reply"),
          isNull(messages.autoKind),
        ),
      )
      .orderBy(desc(messages.createdAt), desc(messages.id))
      .limit(1);
    if (!message) throw notFound("ticket");
    const [replay] = await tx
      .insert(assistantReplays)
      .values({
        ticketId,
        messageId: message.id,
        by,
        requestedBy: ctx.actor.kind === "agent" ? ctx.actor.id : null,
        createdAt: ctx.now,
      })
      .returning({ id: assistantReplays.id });
    await enqueue("assistant.replay", { replayId: replay!.id });
    await audit("assistant.replay_asked", `ticket:${ticketId}`, { replayId: replay!.id, by });
    return { replayId: replay!.id };
  });
}
