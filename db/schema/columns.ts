import { sql } from "drizzle-orm";
import { check, customType, type PgColumn, timestamp, uuid } from "drizzle-orm/pg-core";
import { newId } from "../ids.ts";

/** Instants are kept to the millisecond, so that what was written reads back equal. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

export const id = () =>
  uuid("id")
    .primaryKey()
    .$defaultFn(() => newId());

export const createdAt = () => instant("created_at").notNull().default(sql`now()`);

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** Text has a limit everywhere; the limit's name says which column refused. */
export const atMost = (name: string, column: PgColumn, characters: number) =>
  check(name, sql`char_length(${column}) <= ${sql.raw(String(characters))}`);

/** One of a closed list; the list lives in the domain. */
export const oneOf = (name: string, column: PgColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`);

/** A name in both languages of the desk. */
export type BothLanguages = { en: string; ko: string };
