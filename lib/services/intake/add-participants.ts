import { inArray } from "drizzle-orm";
import { mailboxes, ticketParticipants } from "#db/schema/index.ts";
import { mailboxAddresses } from "#lib/domain/intake/peek-headers.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import type { Transaction } from "../transact.ts";

type Person = { name: string; address: string };

const mostInCopy = 50;

/**
 * Puts people on a ticket: the requester where there is one to name, and everybody else who got the mail. Never an address of
 * the desk itself, tagged or not; whoever is there already stays what they are.
 */
export async function addParticipants(
  { tx, ctx }: Transaction,
  ticketId: string,
  people: { requester?: Person; inCopy: readonly Person[] },
): Promise<void> {
  const copies = await withoutOurs(tx, people.inCopy.slice(0, mostInCopy));
  const all = [
    ...(people.requester ? [{ ...people.requester, kind: "requester" as const }] : []),
    ...copies.map((person) => ({ ...person, kind: "cc" as const })),
  ].filter(
    ({ address }, index, list) =>
      address !== "" && list.findIndex((other) => other.address === address) === index,
  );
  if (all.length === 0) return;
  await tx
    .insert(ticketParticipants)
    .values(
      all.map(({ address, name, kind }) => ({
        ticketId,
        address: clean(address),
        name: truncate(clean(name), 300),
        kind,
        createdAt: ctx.now,
      })),
    )
    .onConflictDoNothing();
}

async function withoutOurs(tx: Transaction["tx"], people: readonly Person[]): Promise<Person[]> {
  const bare = (person: Person) => mailboxAddresses([person.address])[0] ?? "";
  const asked = people.map(bare).filter((address) => address !== "");
  if (asked.length === 0) return [];
  const rows = await tx
    .select({ address: mailboxes.address })
    .from(mailboxes)
    .where(inArray(mailboxes.address, asked));
  const ours = new Set(rows.map((row) => row.address));
  return people.filter((person) => !ours.has(bare(person)));
}
