import { and, eq, inArray } from "drizzle-orm";
import { mailboxes, ticketParticipants } from "#db/schema/index.ts";
import { invalid } from "../errors.ts";
import type { Transaction } from "../transact.ts";
import type { Ticket } from "./ticket-rows.ts";

type Person = { name: string; address: string };
export type Recipients = { to: Person[]; cc: Person[] };

/**
 * Whom the writer chose, with the names that the ticket knows. Never our own mailboxes. Who is new is put on the ticket, so
 * that their answer finds it; nobody is added who was not named. Throws `invalid`.
 */
export async function chosenRecipients(
  { tx, ctx }: Transaction,
  ticket: Ticket,
  chosen: { to: readonly string[]; cc: readonly string[] },
): Promise<Recipients> {
  const to = [...new Set(chosen.to)];
  const cc = [...new Set(chosen.cc)].filter((address) => !to.includes(address));
  const ours = await tx
    .select({ address: mailboxes.address })
    .from(mailboxes)
    .where(inArray(mailboxes.address, [...to, ...cc]));
  if (ours.length > 0) throw invalid("This is an address of the desk itself.", { to: ours[0]!.address });

  const fresh = [...to, ...cc].map((address) => ({
    ticketId: ticket.id,
    address,
    kind: "cc" as const,
    createdAt: ctx.now,
  }));
  await tx.insert(ticketParticipants).values(fresh).onConflictDoNothing();
  const known = await tx
    .select({ address: ticketParticipants.address, name: ticketParticipants.name })
    .from(ticketParticipants)
    .where(
      and(eq(ticketParticipants.ticketId, ticket.id), inArray(ticketParticipants.address, [...to, ...cc])),
    );
  const named = (address: string): Person => ({
    address,
    name: known.find((person) => person.address === address)?.name ?? "",
  });
  return { to: to.map(named), cc: cc.map(named) };
}
