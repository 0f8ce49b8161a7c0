import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { customers, macros } from "#db/schema/index.ts";
import type { MacroActions } from "#lib/domain/macros/macro.ts";
import { fillPlaceholders } from "#lib/domain/macros/placeholders.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { translator } from "#lib/i18n/translate.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { localeOf, mailboxOf } from "../mail/queue-email.ts";
import { type ChangeInput, changeTicket } from "../tickets/change-ticket.ts";
import { personOf } from "../tickets/reply-to-ticket.ts";
import { type Ticket, ticketForUpdate } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";

const ApplyInput = z.strictObject({
  ticketId: id(),
  macroId: id(),
  /** The status is to be set with the reply that the words become, not now. */
  statusWithReply: z.boolean().default(false),
});

export type AppliedMacro = {
  ticketId: string;
  /** The macro's words for this customer, in their language; empty when it has none. */
  text: string;
  language: "en" | "ko";
  /** To be set with the reply; null when there is nothing left to set. */
  status: NonNullable<MacroActions["status"]> | null;
};

/** Makes all of a macro's changes in one transaction, each with its own event, and answers with its words. */
export async function applyMacro(ctx: Context, input: z.input<typeof ApplyInput>): Promise<AppliedMacro> {
  ctx.must("ticket.update");
  const { ticketId, macroId, statusWithReply } = parseInput(ApplyInput, input);

  return transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const [macro] = await tx
      .select()
      .from(macros)
      .where(and(eq(macros.id, macroId), eq(macros.active, true)));
    if (!macro) throw notFound("macro");
    const ticket = await ticketForUpdate(tx, ticketId);
    const language = await localeOf(transaction, ticket);
    const text = macro.body[language] && (await filled(transaction, ticket, language, macro.body[language]));
    const later = statusWithReply && text !== "" ? (macro.actions.status ?? null) : null;
    await emit({
      type: "macro.applied",
      ticketId: ticket.id,
      macroId,
      name: macro.name.en,
      name_ko: macro.name.ko,
    });
    const change = changeOf(ctx, ticket, { ...macro.actions, ...(later && { status: undefined }) });
    if (Object.keys(change).length > 0)
      await changeTicket(transaction.ctx, { ticketId: ticket.id, ...change });
    return { ticketId: ticket.id, text, language, status: later };
  });
}

function changeOf(
  ctx: Context,
  ticket: Ticket,
  { status, assignee, addTags = [], removeTags = [], ...rest }: MacroActions,
): Omit<ChangeInput, "ticketId"> {
  const me = ctx.actor.kind === "agent" ? ctx.actor.id : undefined;
  const assigneeId = assignee === "me" ? me : assignee?.agentId;
  const tags = [...new Set([...ticket.tags, ...addTags])].filter((tag) => !removeTags.includes(tag));
  const change = {
    ...rest,
    ...(assigneeId && { assigneeId }),
    ...(addTags.length + removeTags.length > 0 && { tags }),
    ...(status && status !== ticket.status && { status }),
  };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

/** Never with a hole where nothing is known: mail often comes without a name. */
async function filled(
  transaction: Transaction,
  ticket: Ticket,
  language: "en" | "ko",
  body: string,
): Promise<string> {
  const t = translator(language, messagesFor(language));
  const [customer] = await transaction.tx
    .select({ name: customers.name })
    .from(customers)
    .where(eq(customers.id, ticket.customerId));
  const name = customer?.name || t("macros.someone");
  return fillPlaceholders(body, {
    "customer.name": name,
    // A Korean name is one word; a Latin one begins with the given name.
    "customer.first_name": /^[\p{Script=Latin}\s.'-]+$/u.test(name) ? (name.split(/\s+/)[0] ?? "") : name,
    "ticket.number": String(ticket.number),
    "ticket.subject": ticket.subject || t("inbox.noSubject"),
    "agent.name": personOf(transaction.ctx).name,
    "desk.name": (await mailboxOf(transaction, ticket)).senderName,
  });
}
