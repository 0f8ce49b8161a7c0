import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { messages, translations } from "#db/schema/index.ts";
import { actorId } from "#lib/domain/people/actor.ts";
import type { Context } from "../context.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { ticketForUpdate } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";

const language = () => z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/);

const AskInput = z.discriminatedUnion("of", [
  /** What came in, for its reader. */
  z.strictObject({ of: z.literal("message"), messageId: id(), to: language() }),
  /** What is to go out, for the customer. */
  z.strictObject({ of: z.literal("reply"), ticketId: id(), text: text(20_000, 1), to: language() }),
]);

/** Asks for a translation; a worker makes it, and the screen hears of it. Asked twice, the first one stands. */
export async function askTranslation(
  ctx: Context,
  input: z.input<typeof AskInput>,
): Promise<{ translationId: string }> {
  ctx.must("ticket.reply");
  const asked = parseInput(AskInput, input);
  return transact(ctx, (transaction) =>
    asked.of === "message" ? ofMessage(transaction, asked) : ofReply(transaction, asked),
  );
}

type Asked<Of> = Extract<z.output<typeof AskInput>, { of: Of }>;

async function ofMessage(transaction: Transaction, { messageId, to }: Asked<"message">) {
  const { tx } = transaction;
  const [message] = await tx.select().from(messages).where(eq(messages.id, messageId));
  if (!message) throw notFound("message");
  if (message.body.length > 20_000) throw invalid("The message is too long to be translated.");
  const [known] = await tx
    .select()
    .from(translations)
    .where(
      and(eq(translations.messageId, messageId), eq(translations.to, to), eq(translations.direction, "in")),
    )
    .for("update");
  if (known && known.state !== "failed") return { translationId: known.id };
  if (known) {
    await tx.update(translations).set({ state: "asked" }).where(eq(translations.id, known.id));
    return start(transaction, known.id, message.ticketId);
  }
  const common = { ticketId: message.ticketId, messageId, direction: "in" as const };
  return insert(transaction, { ...common, to, original: message.body });
}

async function ofReply(transaction: Transaction, { ticketId, text: original, to }: Asked<"reply">) {
  const ticket = await ticketForUpdate(transaction.tx, ticketId);
  if (ticket.status === "closed") throw conflict("A closed ticket cannot be answered.");
  return insert(transaction, { ticketId, direction: "out", to, original });
}

async function insert(
  transaction: Transaction,
  row: Pick<typeof translations.$inferInsert, "ticketId" | "messageId" | "direction" | "to" | "original">,
) {
  const { ctx, tx } = transaction;
  const requestedBy = ctx.actor.kind === "agent" ? actorId(ctx.actor) : null;
  const [made] = await tx
    .insert(translations)
    .values({ ...row, requestedBy, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: translations.id });
  if (!made) throw conflict("Somebody is asking for this translation at this moment.");
  return start(transaction, made.id, row.ticketId);
}

async function start({ enqueue, audit }: Transaction, translationId: string, ticketId: string) {
  await enqueue("text.translate", { translationId });
  await audit("translation.asked", `ticket:${ticketId}`, { translationId });
  return { translationId };
}
