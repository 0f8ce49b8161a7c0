import type { Db } from "./client.ts";

/**
 * A statement of one shape, for what every page asks: put together once, and planned once per connection, because it has
 * a name there. What changes from one time to the next is a placeholder.
 *
 *     const addressesOf = prepared("addresses_of", (db) =>
 *       db.select().from(customerAddresses).where(eq(customerAddresses.customerId, sql.placeholder("customerId"))));
 *     await addressesOf(ctx.db).execute({ customerId });
 */
export function prepared<Statement>(
  name: string,
  build: (db: Db) => { prepare(name: string): Statement },
): (db: Db) => Statement {
  const statements = new WeakMap<Db, Statement>();
  return (db) => {
    const known = statements.get(db) ?? build(db).prepare(name);
    statements.set(db, known);
    return known;
  };
}
