import { inArray } from "drizzle-orm";
import { z } from "zod";
import { mailboxes } from "#db/schema/index.ts";
import { invalid } from "../errors.ts";
import { emailAddress } from "../input.ts";
import type { Transaction } from "../transact.ts";

/** Third parties that are written to. */
export const sidePeople = () =>
  z
    .array(z.strictObject({ name: z.string().trim().max(200).default(""), address: emailAddress() }))
    .min(1)
    .max(20)
    .transform((people) => [...new Map(people.map((person) => [person.address, person])).values()]);

/** Never our own mailboxes: the desk would answer itself. */
export async function mustBeOutside(
  { tx }: Transaction,
  people: readonly { address: string }[],
): Promise<void> {
  const addresses = people.map(({ address }) => address);
  const [ours] = await tx
    .select({ address: mailboxes.address })
    .from(mailboxes)
    .where(inArray(mailboxes.address, addresses))
    .limit(1);
  if (ours) throw invalid("This is an address of the desk itself.", { people: ours.address });
}
