import { eq } from "drizzle-orm";
import { z } from "zod";
import { mailboxes } from "#db/schema/index.ts";
import { locales } from "#lib/i18n/locale.ts";
import type { Context } from "../context.ts";
import { invalid, notFound } from "../errors.ts";
import { emailAddress, id, parseInput, text } from "../input.ts";
import { transact } from "../transact.ts";
import { bothLanguages } from "./desk-input.ts";

/** One line: it goes into the From header. */
const senderName = () => text(100, 1).refine((name) => !/[\r\n]/.test(name), "one line");
const fields = {
  name: text(100, 1),
  senderName: senderName(),
  signature: bothLanguages(2000, 0),
  defaultLocale: z.enum(locales),
  formRelays: z.array(emailAddress()).max(20),
};

const CreateMailbox = z.strictObject({
  address: emailAddress(),
  name: fields.name,
  senderName: fields.senderName,
  signature: fields.signature.default({ en: "", ko: "" }),
  defaultLocale: fields.defaultLocale.default("en"),
  formRelays: fields.formRelays.default([]),
});

export async function createMailbox(
  ctx: Context,
  input: z.input<typeof CreateMailbox>,
): Promise<{ id: string }> {
  ctx.must("mailbox.write");
  const mailbox = parseInput(CreateMailbox, input);
  return transact(ctx, async ({ tx, audit }) => {
    const [row] = await tx
      .insert(mailboxes)
      .values({ ...mailbox, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: mailboxes.id });
    if (!row) throw invalid("The desk answers for this address already.", { address: "taken" });
    await audit("mailbox.created", `mailbox:${row.id}`, { address: mailbox.address });
    return row;
  });
}

const UpdateMailbox = z.strictObject({
  mailboxId: id(),
  ...z.object(fields).partial().shape,
  active: z.boolean().optional(),
});

/** The address stays: customers answer to it. An inactive mailbox takes no new mail and keeps its tickets. */
export async function updateMailbox(ctx: Context, input: z.input<typeof UpdateMailbox>): Promise<void> {
  ctx.must("mailbox.write");
  const { mailboxId, ...changes } = parseInput(UpdateMailbox, input);
  await transact(ctx, async ({ tx, audit }) => {
    const rows = await tx
      .update(mailboxes)
      .set(changes)
      .where(eq(mailboxes.id, mailboxId))
      .returning({ id: mailboxes.id });
    if (rows.length === 0) throw notFound("mailbox");
    await audit("mailbox.updated", `mailbox:${mailboxId}`, changes);
  });
}
