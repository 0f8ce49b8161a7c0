import { and, count, eq, gt, inArray, isNotNull, ne, notExists, sql } from "drizzle-orm";
import { alias, union } from "drizzle-orm/pg-core";
import {
  agents,
  customerAddresses,
  mailboxes,
  messages,
  outboundEmails,
  sideConversations,
  sideMessages,
  ticketParticipants,
  tickets,
} from "#db/schema/index.ts";
import { deriveKey } from "#lib/crypto/derive-key.ts";
import { instanceId } from "#lib/crypto/instance-id.ts";
import { ticketOfAgentAddress } from "#lib/domain/intake/agent-address.ts";
import type { FoundTicket, ThreadFindings } from "#lib/domain/intake/choose-thread.ts";
import type { AgentSender, DeliveryFacts, FoundSide } from "#lib/domain/intake/decide-delivery.ts";
import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import { outboundOfBounceAddress } from "#lib/domain/intake/reply-address.ts";
import { conversationOfSideAddress } from "#lib/domain/intake/side-address.ts";
import { type ThreadClues, threadClues } from "#lib/domain/intake/thread-clues.ts";
import type { SenderChecks } from "#lib/domain/intake/who-may-append.ts";
import type { Context } from "../context.ts";
import { isBlockedAddress } from "../customers/block-customer.ts";
import { storedBody } from "./receive-message.ts";

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

async function readFindings(
  ctx: Context,
  clues: ThreadClues,
  sender: string | null,
): Promise<ThreadFindings> {
  const ids = [...new Set([...clues.inReplyTo, ...clues.references])].slice(0, 400);
  const named = clues.messageId ? [clues.messageId, ...ids] : ids;
  const byMessageId = new Map<string, FoundTicket>();
  const byReference = new Map<string, FoundTicket>();
  if (ids.length > 0) {
    const rows = await ctx.db
      .select({ id: messages.messageId, ticketId: messages.ticketId })
      .from(messages)
      .where(inArray(messages.messageId, ids));
    const found = await foundTickets(
      ctx,
      rows.map((row) => row.ticketId),
    );
    for (const row of rows) if (row.id) byMessageId.set(row.id, found.get(row.ticketId)!);
    await addOutbound(ctx, ids, byMessageId);
  }
  if (named.length > 0) {
    const rows = await ctx.db
      .select({ refersTo: messages.refersTo, ticketId: messages.ticketId })
      .from(messages)
      .where(sql`${messages.refersTo} && ${sql.param(named)}::text[]`)
      .orderBy(messages.createdAt)
      .limit(50);
    const found = await foundTickets(
      ctx,
      rows.map((row) => row.ticketId),
    );
    for (const row of rows) {
      for (const id of row.refersTo) if (!byReference.has(id)) byReference.set(id, found.get(row.ticketId)!);
    }
  }
  const byNumber = await ticketsByNumber(ctx, [...clues.addressTickets, ...clues.subjectTickets]);
  const around = [...byMessageId.values(), ...byReference.values(), ...byNumber.values()];
  const joined = await ticketsJoinedBy(ctx, sender, around);
  return { byMessageId, byReference, byNumber, isParticipant: (ticket) => joined.has(ticket.ticketId) };
}

/** Answers to acknowledgements and notices too, which carry no message of the ticket. */
async function addOutbound(ctx: Context, ids: string[], into: Map<string, FoundTicket>): Promise<void> {
  const rows = await ctx.db
    .select({ id: outboundEmails.messageId, ticketId: outboundEmails.ticketId })
    .from(outboundEmails)
    .where(
      and(
        inArray(outboundEmails.messageId, ids),
        isNotNull(outboundEmails.ticketId),
        // What went to a third party is answered on the side.
        ne(outboundEmails.kind, "side"),
      ),
    );
  const found = await foundTickets(
    ctx,
    rows.flatMap((row) => row.ticketId ?? []),
  );
  for (const row of rows) {
    const ticket = row.ticketId ? found.get(row.ticketId) : undefined;
    if (ticket) into.set(row.id, ticket);
  }
}

async function foundTickets(ctx: Context, ids: string[]): Promise<Map<string, FoundTicket>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select()
    .from(tickets)
    .where(inArray(tickets.id, [...new Set(ids)]));
  return new Map(await Promise.all(rows.map(async (row) => [row.id, await foundTicket(ctx, row)] as const)));
}

async function ticketsByNumber(ctx: Context, numbers: number[]): Promise<Map<number, FoundTicket>> {
  if (numbers.length === 0) return new Map();
  const rows = await ctx.db.select().from(tickets).where(inArray(tickets.number, numbers));
  return new Map(
    await Promise.all(rows.map(async (row) => [row.number, await foundTicket(ctx, row)] as const)),
  );
}

async function foundTicket(ctx: Context, row: typeof tickets.$inferSelect, hops = 0): Promise<FoundTicket> {
  const found = { ticketId: row.id, number: row.number, status: row.status, mergedInto: null };
  if (!row.mergedIntoId || hops > 20) return found;
  const [target] = await ctx.db.select().from(tickets).where(eq(tickets.id, row.mergedIntoId));
  if (!target) return found;
  const end = await foundTicket(ctx, target, hops + 1);
  return { ...found, mergedInto: end.mergedInto ?? end };
}

/** Whose words these tickets wait for: named on them, or the customer by another address of theirs. */
async function ticketsJoinedBy(
  ctx: Context,
  sender: string | null,
  around: readonly FoundTicket[],
): Promise<ReadonlySet<string>> {
  const ids = [
    ...new Set(around.flatMap((ticket) => [ticket.ticketId, ticket.mergedInto?.ticketId ?? ticket.ticketId])),
  ];
  if (!sender || ids.length === 0) return new Set();
  const named = ctx.db
    .select({ ticketId: ticketParticipants.ticketId })
    .from(ticketParticipants)
    .where(and(inArray(ticketParticipants.ticketId, ids), eq(ticketParticipants.address, sender)));
  const requested = ctx.db
    .select({ ticketId: tickets.id })
    .from(customerAddresses)
    .innerJoin(tickets, eq(tickets.customerId, customerAddresses.customerId))
    .where(and(inArray(tickets.id, ids), eq(customerAddresses.address, sender)));
  return new Set((await union(named, requested)).map((row) => row.ticketId));
}

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

/** A person's answer on the ticket ends the count: two people who write back and forth are no machines. */
async function unansweredLastHour(ctx: Context, sender: string | null): Promise<number> {
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

/** By the address it came to, else by what it answers. */
async function sideOf(
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
