import { and, asc, eq, inArray, or } from "drizzle-orm";
import { z } from "zod";
import { ticketLinks, tickets } from "#db/schema/index.ts";
import { type LinkKind, whyNotIncident } from "#lib/domain/tickets/links.ts";
import type { Context } from "../context.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { type Ticket, ticketForUpdate } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";

const LinkInput = z.strictObject({
  ticketId: id(),
  /** The other end. */
  number: z.int().positive(),
  /** `incident_of`: this one is an incident of the other; `problem_of` is the same from the other end. */
  as: z.enum(["relates", "incident_of", "problem_of"]),
});
export type LinkInput = z.input<typeof LinkInput>;

/**
 * Ties two tickets together. The same link again changes nothing. Throws `not_found` for a number that is not there,
 * `invalid` for a ticket with itself, `conflict` where problem and incident would become a chain.
 */
export async function linkTickets(ctx: Context, input: LinkInput): Promise<{ linkId: string }> {
  ctx.must("ticket.update");
  const { ticketId, number, as } = parseInput(LinkInput, input);

  return transact(ctx, async (transaction) => {
    const { here, there } = await bothEnds(transaction, ticketId, number);
    if (here.id === there.id) throw invalid("A ticket cannot be linked to itself.", { number: "itself" });
    const kind: LinkKind = as === "relates" ? "relates" : "incident_of";
    const [from, to] = directed(as, here, there);
    const known = await linkBetween(transaction, kind, from.id, to.id);
    if (known) return { linkId: known };
    if (kind === "incident_of") await mustBeTwoLayers(transaction, from, to);

    const [row] = await transaction.tx
      .insert(ticketLinks)
      .values({ kind, fromId: from.id, toId: to.id, createdAt: transaction.ctx.now })
      .returning({ id: ticketLinks.id });
    await tell(transaction, { kind, from, to }, true);
    return { linkId: row!.id };
  });
}

const UnlinkInput = z.strictObject({ ticketId: id(), linkId: id() });

/** Takes a link away, seen from either end. Throws `not_found` for a link of other tickets. */
export async function unlinkTickets(ctx: Context, input: z.input<typeof UnlinkInput>): Promise<void> {
  ctx.must("ticket.update");
  const { ticketId, linkId } = parseInput(UnlinkInput, input);

  await transact(ctx, async (transaction) => {
    const { tx } = transaction;
    const [link] = await tx
      .delete(ticketLinks)
      .where(
        and(eq(ticketLinks.id, linkId), or(eq(ticketLinks.fromId, ticketId), eq(ticketLinks.toId, ticketId))),
      )
      .returning();
    if (!link) throw notFound("link");
    const ends = await tx
      .select()
      .from(tickets)
      .where(inArray(tickets.id, [link.fromId, link.toId]));
    const end = (one: string) => ends.find((ticket) => ticket.id === one)!;
    await tell(transaction, { kind: link.kind, from: end(link.fromId), to: end(link.toId) }, false);
  });
}

/** Both rows, locked in one order whoever asks. A merged ticket stands for the one it went into. */
async function bothEnds(transaction: Transaction, ticketId: string, number: number) {
  const { tx } = transaction;
  const [found] = await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.number, number));
  if (!found) throw notFound("ticket");
  await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(inArray(tickets.id, [ticketId, found.id]))
    .orderBy(asc(tickets.id))
    .for("update");
  return { here: await ticketForUpdate(tx, ticketId), there: await ticketForUpdate(tx, found.id) };
}

function directed(as: LinkInput["as"], here: Ticket, there: Ticket): [from: Ticket, to: Ticket] {
  if (as === "incident_of") return [here, there];
  if (as === "problem_of") return [there, here];
  return here.id < there.id ? [here, there] : [there, here];
}

async function linkBetween(
  { tx }: Transaction,
  kind: LinkKind,
  fromId: string,
  toId: string,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: ticketLinks.id })
    .from(ticketLinks)
    .where(and(eq(ticketLinks.kind, kind), eq(ticketLinks.fromId, fromId), eq(ticketLinks.toId, toId)));
  return row?.id ?? null;
}

async function mustBeTwoLayers({ tx }: Transaction, incident: Ticket, problem: Ticket): Promise<void> {
  const around = await tx
    .select()
    .from(ticketLinks)
    .where(
      and(
        eq(ticketLinks.kind, "incident_of"),
        or(inArray(ticketLinks.fromId, [incident.id, problem.id]), eq(ticketLinks.toId, incident.id)),
      ),
    );
  const refusal = whyNotIncident({
    sameTicket: incident.id === problem.id,
    incidentHasProblem: around.some(({ fromId }) => fromId === incident.id),
    incidentHasIncidents: around.some(({ toId }) => toId === incident.id),
    problemIsIncident: around.some(({ fromId }) => fromId === problem.id),
  });
  if (refusal) throw conflict(`These two cannot be problem and incident: ${refusal.replaceAll("_", " ")}.`);
}

async function tell(
  { emit }: Transaction,
  { kind, from, to }: { kind: LinkKind; from: Ticket; to: Ticket },
  linked: boolean,
): Promise<void> {
  const type = linked ? ("ticket.linked" as const) : ("ticket.unlinked" as const);
  await emit({ type, ticketId: from.id, as: kind, number: to.number });
  await emit({
    type,
    ticketId: to.id,
    as: kind === "incident_of" ? "problem_of" : kind,
    number: from.number,
  });
}
