import { eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { tickets } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";

const idOf = prepared("ticket_exists", (db) =>
  db
    .select({ id: tickets.id })
    .from(tickets)
    .where(eq(tickets.number, sql.placeholder("number"))),
);

export async function ticketExists(ctx: Context, number: number): Promise<boolean> {
  ctx.must("ticket.read");
  const found = await idOf(ctx.db).execute({ number });
  return found.length > 0;
}
