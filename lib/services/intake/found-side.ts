import { eq, inArray } from "drizzle-orm";
import { sideConversations, sideMessages } from "#db/schema/index.ts";
import type { FoundSide } from "#lib/domain/intake/decide-delivery.ts";
import { conversationOfSideAddress } from "#lib/domain/intake/side-address.ts";
import type { ThreadClues } from "#lib/domain/intake/thread-clues.ts";
import type { Context } from "../context.ts";

/** The side conversation that a mail is for: by the address it came to, else by what it answers. */
export async function sideOf(
  ctx: Context,
  sender: string | null,
  clues: ThreadClues,
  reached: string[],
  key: Uint8Array,
): Promise<FoundSide | null> {
  const numbers = reached
    .map((address) => conversationOfSideAddress(address, key))
    .filter((number) => number !== null);
  const answers = [...clues.inReplyTo, ...clues.references].slice(0, 400);
  const byAddress =
    numbers.length > 0
      ? await ctx.db
          .select()
          .from(sideConversations)
          .where(inArray(sideConversations.number, numbers))
          .limit(1)
      : [];
  const byReply =
    byAddress.length === 0 && answers.length > 0
      ? await ctx.db
          .select({ conversation: sideConversations })
          .from(sideMessages)
          .innerJoin(sideConversations, eq(sideConversations.id, sideMessages.conversationId))
          .where(inArray(sideMessages.messageId, answers))
          .limit(1)
      : [];
  const found = byAddress[0] ?? byReply[0]?.conversation;
  if (!found) return null;
  return {
    conversationId: found.id,
    by: byAddress.length > 0 ? "side_address" : "side_reply",
    isParticipant: found.people.some(({ address }) => address === sender),
  };
}
