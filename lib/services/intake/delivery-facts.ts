import { and, eq, ne, sql } from "drizzle-orm";
import { agents, mailboxes, messages, outboundEmails, tickets } from "#db/schema/index.ts";
import { deriveKey } from "#lib/crypto/derive-key.ts";
import { instanceId } from "#lib/crypto/instance-id.ts";
import { ticketOfAgentAddress } from "#lib/domain/intake/agent-address.ts";
import type { AgentSender, DeliveryFacts } from "#lib/domain/intake/decide-delivery.ts";
import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import { outboundOfBounceAddress } from "#lib/domain/intake/reply-address.ts";
import { threadClues } from "#lib/domain/intake/thread-clues.ts";
import type { SenderChecks } from "#lib/domain/intake/who-may-append.ts";
import type { Context } from "../context.ts";
import { isBlockedAddress } from "../customers/block-customer.ts";
import { storedBody } from "./add-message.ts";
import { sideOf } from "./found-side.ts";
import { ticketsByNumber } from "./found-tickets.ts";
import { readFindings } from "./thread-findings.ts";
import { unansweredLastHour } from "./unanswered.ts";

/** Reads what `decideDelivery` looks at for one mail. */
export async function readDeliveryFacts(
  ctx: Context,
  email: ParsedEmail,
  envelopeTo: readonly string[],
  checks: SenderChecks,
): Promise<DeliveryFacts> {
  const key = deriveKey(ctx.config.secret, "reply-address");
  const sender = senderAddress(email);
  const reached = [...envelopeTo, ...email.deliveredTo, ...email.to.map((person) => person.address)];
  const bounceId =
    reached.map((address) => outboundOfBounceAddress(address, key)).find((id) => id !== null) ?? null;
  const clues = threadClues(email, envelopeTo, key);
  if (bounceId && !email.bounce) clues.addressTickets.push(...(await ticketOfOutbound(ctx, bounceId)));
  return {
    ignore: {
      instanceId: instanceId(ctx.config.secret),
      sentByUs: await wasSentByUs(ctx, clues.messageId),
      ownBounceAddress: bounceId !== null,
      senderBlocked: sender !== null && (await isBlockedAddress(ctx.db, sender)),
      unansweredLastHour: await unansweredLastHour(ctx, sender),
    },
    clues,
    findings: await readFindings(ctx, clues, sender),
    checks,
    agent: await agentOf(ctx, sender, reached.concat(email.cc.map((person) => person.address)), key),
    senderIsOurs: await isMailbox(ctx, sender),
    side: await sideOf(ctx, sender, clues, reached.concat(email.cc.map((person) => person.address)), key),
    bouncedOutboundId: email.bounce ? await bouncedOutbound(ctx, email, bounceId) : null,
    copyOfTicketId: await ticketOfCopy(ctx, email, sender),
  };
}

const senderAddress = (email: ParsedEmail): string | null =>
  email.senderVerdict.kind === "known" ? email.senderVerdict.address : null;

/** Two mailboxes in one mail's To: each has its ticket, and the second knows of the first. */
async function ticketOfCopy(ctx: Context, email: ParsedEmail, sender: string | null): Promise<string | null> {
  if (!email.messageId || !sender) return null;
  const [row] = await ctx.db
    .select({ ticketId: messages.ticketId })
    .from(messages)
    .where(
      and(
        eq(messages.messageId, email.messageId),
        eq(messages.fromAddress, sender),
        eq(messages.body, storedBody(email)),
      ),
    )
    .orderBy(messages.createdAt)
    .limit(1);
  return row?.ticketId ?? null;
}

/** A machine that answers a mail writes to its envelope sender (RFC 3834 §4): the mail's ticket, if it has one. */
async function ticketOfOutbound(ctx: Context, outboundId: string): Promise<number[]> {
  const rows = await ctx.db
    .select({ number: tickets.number })
    .from(outboundEmails)
    .innerJoin(tickets, eq(tickets.id, outboundEmails.ticketId))
    .where(eq(outboundEmails.id, outboundId));
  return rows.map((row) => row.number);
}

async function wasSentByUs(ctx: Context, messageId: string | null): Promise<boolean> {
  if (!messageId) return false;
  const [row] = await ctx.db
    .select({ id: outboundEmails.id })
    .from(outboundEmails)
    .where(eq(outboundEmails.messageId, messageId));
  return row !== undefined;
}

async function agentOf(
  ctx: Context,
  sender: string | null,
  reached: string[],
  key: Uint8Array,
): Promise<AgentSender | null> {
  if (!sender) return null;
  const [agent] = await ctx.db
    .select({ id: agents.id })
    .from(agents)
    .where(and(sql`lower(${agents.email}) = ${sender}`, eq(agents.active, true)));
  if (!agent) return null;
  const number = reached
    .map((address) => ticketOfAgentAddress(address, agent.id, key))
    .find((found) => found !== null);
  const found = number === undefined ? undefined : (await ticketsByNumber(ctx, [number])).get(number);
  return { id: agent.id, answers: found ?? null };
}

async function isMailbox(ctx: Context, sender: string | null): Promise<boolean> {
  if (!sender) return false;
  const [row] = await ctx.db
    .select({ id: mailboxes.id })
    .from(mailboxes)
    .where(eq(mailboxes.address, sender));
  return row !== undefined;
}

async function bouncedOutbound(
  ctx: Context,
  email: ParsedEmail,
  bounceId: string | null,
): Promise<string | null> {
  const original = email.bounce?.originalMessageId ?? null;
  if (!bounceId && !original) return null;
  // The address was made for one mail; what the report says of it is only said.
  const which = bounceId ? eq(outboundEmails.id, bounceId) : eq(outboundEmails.messageId, original!);
  const [row] = await ctx.db
    .select({ id: outboundEmails.id })
    .from(outboundEmails)
    .where(and(which, ne(outboundEmails.state, "queued")))
    .limit(1);
  return row?.id ?? null;
}
