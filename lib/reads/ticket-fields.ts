import { asc, or, type SQL, sql } from "drizzle-orm";
import { ticketFields, tickets } from "#db/schema/index.ts";
import {
  type FieldChoice,
  type FieldKind,
  type FieldValue,
  isDay,
} from "#lib/domain/tickets/custom-fields.ts";
import type { Context } from "#lib/services/context.ts";
import type { BothNames } from "./inbox.ts";

/** A custom field as the ticket page shows it. */
export interface FieldView {
  key: string;
  name: BothNames;
  kind: FieldKind;
  choices: FieldChoice[];
  requiredOnSolve: boolean;
  value: FieldValue | null;
}

/** What the desk asks; retired ones too. */
export async function readTicketFields(ctx: Context) {
  ctx.must("ticket.read");
  return ctx.db.select().from(ticketFields).orderBy(asc(ticketFields.position), asc(ticketFields.key));
}

/** The fields of each ticket of a query; a retired one is shown where it was filled in. */
export const shownFields = sql<FieldView[]>`array(
  select jsonb_build_object('key', f.key, 'name', f.name, 'kind', f.kind, 'choices', f.choices,
    'requiredOnSolve', f.required_on_solve and f.active,
    'value', coalesce(to_jsonb(v.text), to_jsonb(v.number), to_jsonb(v.date)))
  from ticket_fields f
  left join ticket_field_values v on v.field_id = f.id and v.ticket_id = ${tickets.id}
  where f.active or v.field_id is not null
  order by f.position, f.key)`;

/** All filled fields of each ticket of a query, as `{key: value}`. */
export const fieldsColumn = sql<Record<string, FieldValue>>`(
  select coalesce(jsonb_object_agg(f.key, coalesce(to_jsonb(v.text), to_jsonb(v.number), to_jsonb(v.date))), '{}')
  from ticket_field_values v join ticket_fields f on f.id = v.field_id where v.ticket_id = ${tickets.id})`;

/** What a list asks of one field: filled in or not, equal to, or between two (both included, either left out). */
export type FieldFilter =
  | { key: string; filled: boolean }
  | { key: string; is: FieldValue }
  | { key: string; from?: FieldValue; to?: FieldValue };

/**
 * The condition on `tickets` for a list filtered by a custom field; it is found by index. A value that does not fit the
 * field's kind, or a field that is not there, matches nothing.
 */
export function whereField(filter: FieldFilter): SQL {
  const having = (condition: SQL) =>
    sql`exists (select 1 from ticket_field_values v join ticket_fields f on f.id = v.field_id
      where v.ticket_id = ${tickets.id} and f.key = ${filter.key} and ${condition})`;
  if ("filled" in filter) return filter.filled ? having(sql`true`) : sql`not ${having(sql`true`)}`;
  if ("is" in filter) return having(compare("=", filter.is));
  const from = filter.from === undefined ? sql`true` : compare(">=", filter.from);
  const to = filter.to === undefined ? sql`true` : compare("<=", filter.to);
  return having(sql`${from} and ${to}`);
}

const aNumber = /^[-+]?\d{1,15}(\.\d{1,15})?$/;

/** By what the value looks like; text and choices are compared by their letters. */
function compare(sign: "=" | ">=" | "<=", value: FieldValue): SQL {
  const by = sql.raw(sign);
  const words = String(value);
  return sql`(${or(
    sql`v.text ${by} ${words}`,
    aNumber.test(words) ? sql`v.number ${by} ${words}::double precision` : undefined,
    isDay(words) ? sql`v.date ${by} ${words}::date` : undefined,
  )})`;
}
