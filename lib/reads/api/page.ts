import { z } from "zod";

/** How every list of the API is paged: newest first, `limit` ≤ 200, `cursor` from the answer before. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[\w-]{1,40}$/)
    .optional(),
};

export const PageQuery = z.strictObject(pageQuery);

export type Page<Row> = { data: Row[]; nextCursor: string | null };
export type Position = { at: Date; id: string };

export function positionOf(cursor: string | undefined): Position | null {
  if (!cursor) return null;
  const split = cursor.indexOf("_");
  const at = new Date(cursor.slice(0, split));
  return Number.isNaN(at.getTime()) ? null : { at, id: cursor.slice(split + 1) };
}

/** One row more than asked for tells whether there is another page. */
export function pageOf<Row>(rows: Row[], limit: number, positionOfRow: (row: Row) => Position): Page<Row> {
  const data = rows.slice(0, limit);
  const last = rows.length > limit ? data.at(-1) : undefined;
  if (!last) return { data, nextCursor: null };
  const { at, id } = positionOfRow(last);
  return { data, nextCursor: `${at.toISOString()}_${id}` };
}
