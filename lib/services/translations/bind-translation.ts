import { and, eq } from "drizzle-orm";
import { translations } from "#db/schema/index.ts";
import { conflict } from "../errors.ts";
import type { Transaction } from "../transact.ts";

/** A reply that went out in the customer's language keeps what its writer wrote. */
export async function bindTranslation(
  { tx }: Transaction,
  ticketId: string,
  translationId: string,
  messageId: string,
): Promise<void> {
  const [bound] = await tx
    .update(translations)
    .set({ messageId })
    .where(
      and(
        eq(translations.id, translationId),
        eq(translations.ticketId, ticketId),
        eq(translations.direction, "out"),
        eq(translations.state, "done"),
      ),
    )
    .returning({ id: translations.id });
  if (!bound) throw conflict("There is no such translation on this ticket.");
}
