import { type SQL, sql } from "drizzle-orm";

/** Counting ends here: exact below it, "999+" from it on, and as quick with a million tickets as with a thousand. */
const countedUpTo = 1_000;

/** How many there are, looking at no more than would be shown. */
export const upTo = (rows: SQL): SQL<number> =>
  sql`(select count(*)::int from (select from ${rows} limit ${sql.raw(String(countedUpTo))}) counted)`;
