import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";

/** How every list of the API is paged: newest first, `limit` ≤ 200, `cursor` from the answer before. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    .optional(),
};

export const PageQuery = z.strictObject(pageQuery);

export type Page<Row> = { data: Row[]; nextCursor: string | null };
export type Position = { at: Date; id: string };

export const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export function positionOf(cursor: string | undefined): Position | null {
  if (!cursor) return null;
  const split = cursor.indexOf("_");
  const at = new Date(cursor.slice(0, split));
  const id = cursor.slice(split + 1);
  return Number.isNaN(at.getTime()) || !isId.test(id) ? null : { at, id };
}

/** The rows behind a position, in an index's own order, so that the next page begins where the last one ended. */
export const olderThan = (at: PgColumn, id: PgColumn, position: Position): SQL =>
  sql`(${at}, ${id}) < (${position.at.toISOString()}::timestamptz, ${position.id}::uuid)`;

/** One row more than asked for tells whether there is another page. */
export function pageOf<Row>(rows: Row[], limit: number, positionOfRow: (row: Row) => Position): Page<Row> {
  const data = rows.slice(0, limit);
  const last = rows.length > limit ? data.at(-1) : undefined;
  if (!last) return { data, nextCursor: null };
  const { at, id } = positionOfRow(last);
  return { data, nextCursor: `${at.toISOString()}_${id}` };
}
