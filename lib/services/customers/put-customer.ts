import { and, eq, inArray, sql } from "drizzle-orm";
import { companies, customerAddresses, customers } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { conflict, invalid } from "../errors.ts";
import { parseInput } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { type CustomerChanges, CustomerInput, externalId as externalIdOf } from "./customer-input.ts";
import { ringForCustomer } from "./ring-for-customer.ts";
import { keepEvents, keepOrders } from "./write-customer-file.ts";

/**
 * What another system knows about a customer, under its own id. Fields that are left out stay as they are; orders
 * and events are added or brought up to date. The same again changes nothing.
 *
 * Someone who wrote in before the system told of them becomes this customer by their address, unless they are
 * already known under another id: nobody gets hold of another customer's address, orders or history.
 */
export async function putCustomer(
  ctx: Context,
  externalId: string,
  input: unknown,
): Promise<{ customerId: string }> {
  ctx.must("customer.update");
  const name = parseInput(externalIdOf(), externalId);
  const given = parseInput(CustomerInput, input);

  return transact(ctx, async (transaction) => {
    const { audit } = transaction;
    await takeTurns(transaction, name, given.addresses ?? []);
    const customerId = await findOrMake(transaction, name, given.addresses ?? []);
    await changeFields(transaction, customerId, given);
    await addAddresses(transaction, customerId, given.addresses ?? []);
    const changed =
      (await keepOrders(transaction, customerId, given.orders ?? [])) +
      (await keepEvents(transaction, customerId, given.events ?? []));
    if (changed > 0) await ringForCustomer(transaction, customerId);
    await audit("customer.put", `customer:${customerId}`, { fields: Object.keys(given).sort() });
    return { customerId };
  });
}

/** Mail from a new address and two calls for the same customer wait for each other, always in the same order. */
async function takeTurns({ tx }: Transaction, name: string, addresses: string[]): Promise<void> {
  const keys = [`customer id ${name}`, ...[...addresses].sort().map((address) => `customer ${address}`)];
  for (const key of keys) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  }
}

async function findOrMake({ tx, ctx }: Transaction, name: string, addresses: string[]): Promise<string> {
  const [known] = await tx.select({ id: customers.id }).from(customers).where(eq(customers.externalId, name));
  const owners = await tx
    .selectDistinct({ id: customers.id, externalId: customers.externalId })
    .from(customerAddresses)
    .innerJoin(customers, eq(customers.id, customerAddresses.customerId))
    .where(inArray(customerAddresses.address, addresses));
  if (known) {
    if (owners.some(({ id }) => id !== known.id)) throw takenAddress();
    return known.id;
  }
  if (owners.length > 1 || owners.some((owner) => owner.externalId !== null)) throw takenAddress();
  if (owners[0]) {
    await tx.update(customers).set({ externalId: name }).where(eq(customers.id, owners[0].id));
    return owners[0].id;
  }
  const [made] = await tx
    .insert(customers)
    .values({ externalId: name, createdAt: ctx.now })
    .returning({ id: customers.id });
  return made!.id;
}

const takenAddress = () => conflict("One of these addresses belongs to another customer.");

async function changeFields({ tx }: Transaction, id: string, given: CustomerChanges): Promise<void> {
  const { name, locale, timeZone, vip, notes, attributes } = given;
  const companyId = await companyOf(tx, given.company);
  const fields = { name, locale, timeZone, vip, notes, attributes, companyId };
  if (Object.values(fields).every((value) => value === undefined)) return;
  await tx.update(customers).set(fields).where(eq(customers.id, id));
}

async function companyOf(tx: Transaction["tx"], externalId: string | null | undefined) {
  if (externalId === undefined || externalId === null) return externalId;
  const [company] = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(eq(companies.externalId, externalId));
  if (!company) throw invalid("There is no such company.", { company: "There is no such company." });
  return company.id;
}

async function addAddresses({ tx, ctx }: Transaction, customerId: string, addresses: string[]) {
  if (addresses.length === 0) return;
  await tx
    .insert(customerAddresses)
    .values([...new Set(addresses)].map((address) => ({ customerId, address, createdAt: ctx.now })))
    .onConflictDoNothing();
  const mine = await tx
    .select({ address: customerAddresses.address })
    .from(customerAddresses)
    .where(and(eq(customerAddresses.customerId, customerId), inArray(customerAddresses.address, addresses)));
  if (mine.length !== new Set(addresses).size) throw takenAddress();
}
