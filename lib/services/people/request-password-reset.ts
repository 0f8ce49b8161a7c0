import { asc, eq, sql } from "drizzle-orm";
import { newId } from "#db/ids.ts";
import { agents, mailboxes, outboundEmails } from "#db/schema/index.ts";
import { hashToken } from "#lib/crypto/tokens.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { translator } from "#lib/i18n/translate.ts";
import type { Context } from "../context.ts";
import { emailAddress } from "../input.ts";
import { limitRate } from "../limit-rate.ts";
import { type Transaction, transact } from "../transact.ts";
import { makeLink } from "./one-time-link.ts";

/**
 * Mails a link that sets a new password, if somebody with this address works here. The answer never says
 * whether; the caller answers everybody after the same time. Three mails an hour and address.
 */
export async function requestPasswordReset(
  ctx: Context,
  input: { email: string; address: string },
): Promise<void> {
  await limitRate(ctx.db, ctx.now, { key: `reset:${input.address}`, limit: 20, windowSeconds: 3600 });
  const email = emailAddress().safeParse(input.email);
  if (!email.success) return;
  await limitRate(ctx.db, ctx.now, {
    key: `reset:account:${hashToken(email.data)}`,
    limit: 3,
    windowSeconds: 3600,
  });
  const [agent] = await ctx.db
    .select()
    .from(agents)
    .where(eq(sql`lower(${agents.email})`, email.data));
  if (!agent?.active || !agent.passwordHash) return;
  await transact(ctx, async (transaction) => {
    const { url } = await makeLink(transaction, { agentId: agent.id, purpose: "reset" });
    const t = translator(agent.locale, messagesFor(agent.locale));
    await mailTo(transaction, agent, t("signIn.resetMail.subject"), t("signIn.resetMail.body", { url }));
  });
}

/** A notice without a ticket: to a person of the desk, from its first mailbox. */
async function mailTo(
  { tx, ctx, enqueue }: Transaction,
  to: { name: string; email: string },
  subject: string,
  body: string,
): Promise<void> {
  const [mailbox] = await tx.select().from(mailboxes).orderBy(asc(mailboxes.createdAt)).limit(1);
  if (!mailbox) return;
  const id = newId(ctx.now.getTime());
  await tx.insert(outboundEmails).values({
    id,
    mailboxId: mailbox.id,
    kind: "notice",
    causeId: `notice:${id}`,
    messageId: `${id}@${ctx.config.mailDomain}`,
    fromName: mailbox.senderName,
    fromAddress: mailbox.address,
    replyTo: mailbox.address,
    envelopeFrom: "",
    to: [{ name: to.name, address: to.email }],
    subject,
    body,
    automatic: true,
    sendAt: ctx.now,
    createdAt: ctx.now,
    checkAt: new Date(ctx.now.getTime() + 60_000),
  });
  await enqueue("email.send", { outboundEmailId: id });
}
